"""Decisions in words: the card, the shape that scripts rely on, the service's own terms."""

import json

import pytest

from inconfidence import policies
from inconfidence.policy.edition import Edition
from inconfidence.policy.explain import Answer, answer, as_json
from inconfidence.policy.facts import MayBeginCasework, MayDisclose, MaySee
from inconfidence.policy.questions.may_begin_casework import may_begin_casework
from inconfidence.policy.questions.may_disclose import may_disclose
from inconfidence.policy.questions.may_see import may_see
from tests.policy.elmshire import DEFAULT, elmshire

ROTHERHAM = policies.edition("rotherham")
KNOWN = (
    "This relative may not be told whether the family has come to us: "
    "whether anybody has come to us is itself confidential."
)
PATTERN = "This may not be raised with the Local Authority: somebody could be picked out: remove identifying details."
COVENTRY = policies.edition("coventry")
BATH = policies.edition("bath-and-north-east-somerset")


def card(facts: MayDisclose, recipient: str = "", edition: Edition = ROTHERHAM) -> Answer:
    return answer(may_disclose(edition, facts), edition, facts, recipient)


def look(facts: MaySee, edition: Edition = ROTHERHAM) -> Answer:
    return answer(may_see(edition, facts), edition, facts)


def test_no_in_the_words_of_the_service() -> None:
    said = card(MayDisclose(recipient="council"), "the council’s SEND team")
    assert (said.word, said.sign, said.state) == ("No", "✕", "no")
    assert said.heading == "The council’s SEND team may not be told this: the service user has not agreed."
    assert said.service_line == "Rotherham · policy of Aug 2022"
    assert [step.says for step in said.steps] == ["Ask the service user, and record the answer."]
    assert said.duties == ()


def test_yes_with_what_is_owed() -> None:
    said = card(MayDisclose(consent="given"))
    assert (said.word, said.sign, said.state) == ("Yes", "✓", "yes")
    assert said.heading == "This professional may be told this: the service user has agreed to it."
    assert [(duty.kind, duty.owed_to, duty.when) for duty in said.duties] == [
        ("record_disclosure", "file", "in_the_act")
    ]
    assert said.duties[0].says.endswith("on which permission.")
    assert said.outward == ""


def test_not_yet_when_a_step_of_ours_comes_first() -> None:
    said = card(MayDisclose(consent="given", consent_record="form_unsigned"), edition=BATH)
    assert (said.word, said.state, said.refer_to, said.refer_to_title) == ("Not yet", "not-yet", None, None)
    assert said.heading == "Not yet: the form still has to be signed and dated."
    assert [step.kind for step in said.steps] == ["get_form_signed"]


def test_ask_the_service_lead() -> None:
    said = card(
        MayDisclose(risk_to="adult", belief="believed", recipient="police", lead_consulted="yes"),
        "the constable",
    )
    assert (said.word, said.state, said.refer_to) == ("Ask the Service Lead", "ask", "head_of_service")
    assert said.refer_to_title == "Service Lead"
    assert said.heading == "The Service Lead decides first whether the constable may be told this."


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        (
            MayDisclose(act="confirm_known", recipient="relative"),
            KNOWN,
        ),
        (
            MayDisclose(act="raise_pattern", recipient="council"),
            PATTERN,
        ),
        (
            MayDisclose(act="internal", recipient="service_staff"),
            "This may be talked over with a colleague: it stays inside our service, for supervision or training.",
        ),
        (
            MayDisclose(
                act="training_example", recipient="public", identifies="nobody", checklist_signed="yes"
            ),
            "This story may be told to the public: nothing in it points to anybody.",
        ),
        (
            MayDisclose(recipient="user"),
            "The service user may be told this: it is what the service user told us, and it goes back to them.",
        ),
    ],
)
def test_every_act_has_its_heading(facts: MayDisclose, heading: str) -> None:
    assert card(facts).heading == heading


@pytest.mark.parametrize(
    ("facts", "heading"),
    [
        (MaySee(), "You may open this: the case is yours."),
        (
            MaySee(assigned="no"),
            "You may not open this: the case is not yours, and no reason to open it is written down.",
        ),
        (
            MaySee(item="restricted"),
            "Not yet: why you need this very item is written down first.",
        ),
        (MaySee(actor="volunteer", agreement="no"), "There is nothing here that you can open."),
        (MaySee(actor="council_officer"), "There is nothing here that you can open."),
    ],
)
def test_what_is_said_of_a_look(facts: MaySee, heading: str) -> None:
    assert look(facts).heading == heading


def test_an_undated_policy_says_so() -> None:
    assert card(MayDisclose(), edition=COVENTRY).service_line == "Coventry · policy without a date"


def test_volunteers_have_the_name_their_service_gives_them() -> None:
    said = look(MaySee(actor="volunteer"), BATH)
    assert said.reasons[0].startswith("Volunteer Supporters see only what the parent provided")


def test_clauses_come_own_first_then_law_then_default_then_readings() -> None:
    said = card(MayDisclose(consent="given"))
    refs = [clause.ref for clause in said.clauses]
    ranks = [{"law": 1, "default": 2, "reading": 3}.get(ref, 0) for ref in refs]
    assert ranks == sorted(ranks)
    assert said.clauses[0].id.startswith("RO-")
    assert all(clause.says for clause in said.clauses)


def test_default_used_tells_whether_a_default_alone_carried_something() -> None:
    assert card(MayDisclose(consent="refused")).default_used is True
    assert card(MayDisclose()).default_used is False


def test_the_shape_that_scripts_rely_on() -> None:
    edition = elmshire()
    facts = MayDisclose(risk_to="child", belief="believed", recipient="safeguarding_body")
    said = as_json(answer(may_disclose(edition, facts), edition, facts))
    assert json.loads(json.dumps(said)) == {
        "question": "may_disclose",
        "policy": "elmshire",
        "edition": "2020-02",
        "outcome": "permit",
        "refer_to": None,
        "refer_to_title": None,
        "answer": {},
        "clauses": [
            {"id": "EL-3.1", "ref": "Section 3", "says": "A child in danger comes before confidence."},
            {"id": "L-01", "ref": "law", "says": "A child at risk always gets through."},
        ],
        "reasons": ["A child may be at risk, and this goes to those who protect children."],
        "steps": [],
        "duties": [
            {
                "kind": "record_concern",
                "owed_to": "file",
                "when": "in_the_act",
                "says": "Record who may be harmed, how seriously, what you believe and why, and who is told.",
            },
            {
                "kind": "tell_lead",
                "owed_to": "head_of_service",
                "when": "same_day",
                "says": "Tell the Service Lead today what was passed on.",
            },
        ],
        "default_used": False,
    }


def test_a_reading_is_cited_with_what_was_settled() -> None:
    edition = elmshire()
    facts = MayDisclose(consent="given")
    said = answer(may_disclose(edition, facts), edition, facts)
    assert [(clause.id, clause.ref, clause.says) for clause in said.clauses][-1] == (
        "X-01",
        "reading",
        "Except when.",
    )
    assert "X-01" in DEFAULT


def test_what_decided_is_cited_first_and_of_that_the_clause_that_says_least_beside() -> None:
    said = card(MayDisclose(recipient="council"), "the council’s SEND team")
    assert said.clauses[0].id == "RO-SHARING-01"
    assert said.clauses[0].ref == "Information sharing, 1"
    assert set(said.deciding) >= {"RO-SHARING-01", "RO-INTRO-02a"}
    given = card(MayDisclose(consent="given"))
    assert [clause.id for clause in given.clauses][: len(given.deciding)] == list(given.deciding)
    assert "RO-THIRD-03c" not in given.deciding


def test_where_a_default_gave_the_reason_the_own_clause_on_the_ground_stands_before_it() -> None:
    said = card(MayDisclose(recipient="council", consent="given", consent_recipient="no"))
    assert said.deciding == ("RO-SHARING-01", "D-07")


def test_what_the_heading_says_is_not_said_again() -> None:
    said = card(MayDisclose(recipient="council"), "the council’s SEND team")
    assert said.reasons[0] == "The service user has not agreed."
    assert said.further == ("None of the grounds of this policy lets it go.",)
    assert card(MayDisclose(consent="given")).further == ()


def test_a_reading_is_cited_only_where_its_subject_is_in_play() -> None:
    def cited(said: Answer) -> set[str]:
        return {clause.id for clause in said.clauses}

    assert "X-08" not in cited(look(MaySee(actor="council_officer")))
    assert "X-08" in cited(look(MaySee(actor="volunteer")))
    assert "X-04" not in cited(card(MayDisclose(recipient="council")))
    assert "X-04" in cited(
        card(MayDisclose(risk_to="child", belief="believed", recipient="safeguarding_body"))
    )


@pytest.mark.parametrize("slug", policies.slugs())
def test_a_relative_is_answered_from_the_clause_that_rules(slug: str) -> None:
    edition = policies.edition(slug)
    facts = MayBeginCasework(relation="relative", responsibility="no")
    said = answer(may_begin_casework(edition, facts), edition, facts)
    assert "D-36" not in said.deciding
    assert "D-36" in [clause.id for clause in said.clauses]
    assert all(
        "who-may-be-a-client" in {effect.rule for effect in edition.clause(each).effects}
        for each in said.deciding
    )
    assert said.rests_on_default == (slug not in {"blackburn-with-darwen", "coventry"})


def test_a_default_that_was_only_looked_at_is_not_said_to_answer() -> None:
    said = card(MayDisclose(consent="refused"))
    own = [clause for clause in said.clauses if clause.id in said.deciding]
    assert said.default_used
    assert said.rests_on_default == any(clause.ref == "default" for clause in own)
    assert not card(MayDisclose()).rests_on_default


def test_a_step_is_told_to_scripts_by_its_kind_and_in_words() -> None:
    said = as_json(card(MayDisclose()))
    assert said["steps"] == [
        {"kind": "obtain_consent", "says": "Ask the service user, and record the answer."}
    ]


def test_clauses_on_the_ground_come_before_those_that_only_bear_on_it() -> None:
    edition = policies.edition("blackburn-with-darwen")
    said = card(MayDisclose(risk_to="adult", need_stated="no"), edition=edition)
    assert [each.id for each in said.clauses[:2]] == ["BD-SHARE-02b", "BD-DATA-09a"]
