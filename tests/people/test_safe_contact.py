"""The sentence that says how to reach somebody safely. Until asked, the careful answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inconfidence.people.queries import SafeContact, sentence
from inconfidence.people.queries.safe_contact import not_asked, read_back, written_down


@pytest.mark.parametrize(
    ("safe", "says"),
    [
        (SafeContact(), "Not asked yet how to get in touch safely. No voicemail. No message with others."),
        (
            SafeContact(
                ok_to_ring="only_times",
                ring_on="mobile only",
                times="10–2 on weekdays",
                ok_voicemail="no",
                say_we_are="It's Jo",
            ),
            "Ring mobile only, 10–2 on weekdays. No voicemail. Say 'It's Jo'.",
        ),
        (
            SafeContact(ok_to_ring="no", ok_text="yes", ok_email="yes"),
            "Do not ring. Text and e-mail are fine.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="no", ok_message_with="her sister Ana"),
            "Ring at any time. No voicemail. A message may be left with her sister Ana.",
        ),
        (SafeContact(ok_to_ring="no", ok_post="no", ok_email="no"), "Do not ring. No e-mail or post."),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="yes"),
            "Ring at any time. Voicemail is fine. No message with others.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="vague_only"),
            "Ring at any time. Voicemail: only a first name and 'please ring back'. No message with others.",
        ),
        (
            SafeContact(ok_to_ring="only_times", ok_voicemail="no", hide_our_number=True, ok_at_work="no"),
            "Ring only at agreed times: ask which. No voicemail. Not at work. Hide our number.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="no", safe_word="kite", do_not_contact="his father"),
            "Ring at any time. No voicemail. Safe word: kite. Never contact his father.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="no", address_confidential=True),
            "Ring at any time. No voicemail. Keep the address secret.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="no", number_of_another=True),
            "Ring at any time. No voicemail. The number is somebody else's: never make sure by it who it is.",
        ),
        (
            SafeContact(ok_to_ring="yes", ok_voicemail="no", ok_message_with="Nobody."),
            "Ring at any time. No voicemail. No message with others.",
        ),
    ],
)
def test_in_words(safe: SafeContact, says: str) -> None:
    assert sentence(safe) == says


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Jo", "Say 'It's Jo'."),
        ("It's Jo", "Say 'It's Jo'."),
        ("it’s Jo.", "Say 'It’s Jo'."),
        ("Say 'It's Jo'", "Say 'It's Jo'."),
        ("this is the library", "Say 'This is the library'."),
        ("  ", ""),
    ],
)
def test_what_to_say_is_one_sentence_however_it_was_written(written: str, said: str) -> None:
    safe = SafeContact(ok_to_ring="yes", ok_voicemail="no", say_we_are=written)
    assert sentence(safe) == " ".join(part for part in ("Ring at any time. No voicemail.", said) if part)


ANSWERS = st.sampled_from(["yes", "no", "not_asked", "unknown", "prefer_not"])


@given(voicemail=ANSWERS, others=st.just(""), ring=ANSWERS)
def test_only_a_yes_opens_voicemail(voicemail: str, others: str, ring: str) -> None:
    says = sentence(SafeContact(ok_to_ring=ring, ok_voicemail=voicemail, ok_message_with=others))
    assert ("Voicemail is fine" in says) == (voicemail == "yes" and ring != "no")
    assert "message may be left" not in says


EVERY = ("work", "answerphone", "via_relative", "via_colleague")


@pytest.mark.parametrize(
    ("safe", "ask_first", "says"),
    [
        (
            SafeContact(ok_to_ring="yes"),
            EVERY,
            "Not asked yet, so no: work, voicemail, a message with somebody else, text, e-mail.",
        ),
        (SafeContact(ok_to_ring="no"), EVERY, "Not asked yet, so no: text, e-mail."),
        (SafeContact(ok_to_ring="yes"), ("work",), "Not asked yet, so no: work."),
        (SafeContact(ok_to_ring="yes"), (), ""),
        (
            SafeContact(
                ok_at_work="no",
                ok_voicemail="vague_only",
                ok_text="yes",
                ok_email="no",
                ok_message_with="nobody",
            ),
            EVERY,
            "",
        ),
        (
            SafeContact(ok_at_work="yes", ok_voicemail="no", ok_text="yes", ok_message_with=" "),
            EVERY,
            "Not asked yet, so no: a message with somebody else, e-mail.",
        ),
    ],
)
def test_what_the_policy_asks_about_first_and_was_not_asked_is_said_and_counts_as_no(
    safe: SafeContact, ask_first: tuple[str, ...], says: str
) -> None:
    assert not_asked(safe, ask_first) == says


def test_what_was_written_reads_back() -> None:
    safe = SafeContact(ok_to_ring="no", review_on=date(2027, 3, 3), hide_our_number=True)
    assert read_back(written_down(safe)) == safe


def test_what_an_older_record_does_not_have_is_not_asked_yet() -> None:
    assert read_back({"ok_to_ring": "yes", "no_longer_kept": 1}) == SafeContact(ok_to_ring="yes")


def test_what_has_yet_to_be_asked_is_said_once() -> None:
    every = ("work", "answerphone", "via_relative")
    assert sentence(SafeContact(ok_to_ring="yes"), every) == (
        "Ring at any time. Not asked yet, so no: work, voicemail, a message with somebody else, text, e-mail."
    )
    assert sentence(SafeContact(ok_to_ring="yes", ok_voicemail="no", ok_message_with="Ann"), every) == (
        "Ring at any time. No voicemail. A message may be left with Ann."
        " Not asked yet, so no: work, text, e-mail."
    )
    assert sentence(SafeContact(ok_to_ring="no"), ("work",)) == "Do not ring."
    assert (
        sentence(SafeContact(ok_to_ring="yes")) == "Ring at any time. No voicemail. No message with others."
    )
