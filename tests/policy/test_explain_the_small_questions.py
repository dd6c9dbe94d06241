"""Getting in touch, working, paper and publishing in words: one plain sentence on top, in the service's own terms."""

import pytest

from inconfidence.policy.facts import MayContact
from inconfidence.policy.rule import Bound
from inconfidence.policy.rules.contacting import safe_contact
from inconfidence.policy.vocabulary import Origin
from tests.policy.test_explain_working import card


@pytest.mark.parametrize(
    ("question", "short", "stated", "word", "heading"),
    [
        (
            "may_contact",
            "CV",
            {},
            "Yes",
            "The service user may be rung on their mobile: this way is fine until somebody says otherwise.",
        ),
        (
            "may_contact",
            "BN",
            {"channel": "home", "preference": "no"},
            "No",
            "The parent may not be rung at home: the parent asked us not to get in touch this way.",
        ),
        (
            "may_contact",
            "RO",
            {"channel": "work", "preference": "yes"},
            "Yes",
            "The service user may be rung at work: the service user said that this way is safe.",
        ),
        (
            "may_contact",
            "RO",
            {"channel": "answerphone"},
            "No",
            (
                "A message may not be left on the answerphone: "
                "the service user has not been asked whether this way is safe."
            ),
        ),
        (
            "may_contact",
            "RO",
            {"channel": "via_relative", "preference": "yes"},
            "Yes",
            "A message may be left with a relative: the service user said that this way is safe.",
        ),
        (
            "may_contact",
            "RO",
            {"channel": "via_colleague", "preference": "yes_other_number"},
            "No",
            (
                "A message may not be left with a colleague of theirs: "
                "the service user said yes to another number, not to this one."
            ),
        ),
        (
            "may_contact",
            "BD",
            {"channel": "letter", "address": "returned"},
            "Not yet",
            "Not yet: something sent to this address came back.",
        ),
        (
            "may_contact",
            "CU",
            {"channel": "newsletter", "mailing_consent": "yes"},
            "Yes",
            "The newsletter may be sent: the parent agreed to be on the mailing list.",
        ),
        (
            "may_contact",
            "CU",
            {"who": "stranger", "channel": "letter"},
            "No",
            "A letter may not be sent: families come to us, and this one neither came nor was put forward.",
        ),
        (
            "may_work",
            "BN",
            {},
            "Yes",
            "This Volunteer Supporter may take on casework: the agreement is signed.",
        ),
        (
            "may_work",
            "CU",
            {"agreement": "none"},
            "No",
            (
                "This Independent Parental Supporter may not take on casework: "
                "no Independent Parental Supporter takes part before signing the agreement."
            ),
        ),
        (
            "may_work",
            "BD",
            {"actor": "worker"},
            "Yes",
            "This member of staff may take on casework: staff take on casework.",
        ),
        (
            "may_move_paper",
            "RO",
            {},
            "Yes",
            "This paper may leave its cabinet: paper files are for our staff.",
        ),
        (
            "may_move_paper",
            "RO",
            {"as_keyholder": "yes", "to": "volunteer"},
            "No",
            (
                "The keys of the cabinet may not be handed over: "
                "the keys of the cabinet are held by our staff alone."
            ),
        ),
        (
            "may_publish",
            "BN",
            {},
            "Yes",
            "These figures may leave our service: figures that show how the service works may go out.",
        ),
        (
            "may_publish",
            "RO",
            {"by": "worker"},
            "Ask the Service Lead",
            "The Service Lead decides first whether these figures may leave our service.",
        ),
        (
            "may_publish",
            "RO",
            {"kind": "story"},
            "No",
            "This story may not leave our service: somebody could be picked out: remove identifying details.",
        ),
        (
            "may_publish",
            "CV",
            {"kind": "user_list"},
            "No",
            "This list may not leave our service: a list of the people we help is no figure.",
        ),
    ],
)
def test_the_heading_says_it_in_one_sentence(
    question: str, short: str, stated: dict[str, str], word: str, heading: str
) -> None:
    said = card(question, short, stated)
    assert (said.word, said.heading) == (word, heading)
    assert said.outward == ""


def test_a_way_of_which_a_policy_says_nothing_is_no_way() -> None:
    """A policy may list fewer ways; on the others its rule keeps silent, and the last word answers."""
    values = {"free": ("home",), "ask_first": ("home", "work")}
    sources = dict.fromkeys(values, (("EL-1",), Origin.OWN))
    check = safe_contact.contact(Bound("safe-contact", ("EL-1",), Origin.OWN, values, sources))
    assert check(MayContact(channel="mobile")) == ()
    assert [each.kind for each in check(MayContact(channel="home"))] == ["ground", "bar"]


def test_what_is_late_and_what_must_be_undone_is_said_in_words() -> None:
    said = card("may_contact", "BN", {"who": "referred", "exceptional": "yes", "agreed_by": "yes"})
    assert [(duty.owed_to, duty.when) for duty in said.duties] == [("file", "within")]
    assert said.duties[0].says.startswith("If it cannot be shown, close the referral as declined")
    assert said.steps[0].says.startswith("Ask the referrer to show that the parent agreed")
