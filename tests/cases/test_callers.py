"""What in some words may tell who rang without a name: asked about, with few false alarms, and quickly."""

import time

import pytest

from inconfidence.cases.facts.callers import signs_in
from inconfidence.cases.facts.recording import anonymous_facts
from inconfidence.demonstration.content import content

SHOWS = [
    "Ring her on 07700 900 123.", "(01632) 960001", "+44 7700 900123", "ruth@example.org", "She lives at CV1 2AB",
    "lives at m1 1ae", "My name is Ruth", "the caller's name is Ruth", "She is called Ruth.",
]  # fmt: skip
MAY_SHOW = [
    "This is Mrs Kelly Brand of 12 Elm Road, her son Jayden Brand is in Year 4 at St Marys.",
    "I'm Kelly Brand, mum of Jayden Brand.",
    "Ring Kelly Brand back on Thursday",
    "Kelly Brand asked how an appeal works.",
    "Jayden is refusing school.",
    "Asked for help; spoke with Priya about her plan.",
    "Jayden's mum wants an assessment.",
    "mrs brand rang about the taxi",
    "Lives at 12 elm road",
    "A flat at 4 Mill Close.",
    "Ozan Yildiz asked about an appeal.",
    "Wants Ozan Yildiz to move school.",
    "Her daughter Zuzia is out of school.",
    "Dad Wojtek asked how to complain.",
    "This is Zuzia.",
    "it's Zuzia again",
    "Mr O'Brien rang.",
    "Miss Taylor teaches him.",
    "Ms Khan said yes.",
    "Dr Patel wrote the report.",
    "Carer of Siân, who is nine.",
    "mum of McKenzie, in Year 2",
    "Rang Élodie Martin back.",
    "Asked again\n- Ruth: about school",
]
SHOW_NOBODY = [
    "",
    "How does an appeal work?",
    "By 01 12 2026, then again on 20/11/2026.",
    "Year 5, 2nd term, y5 2nd group",
    "She pays 1,000 a year",
    "In Y1 the plan is 20 weeks old",
    "SEND35a and s.19",
    "Explained Section 19 and gave the IPSEA number.",
    "Wants to know about EOTAS and the Equality Act 2010.",
    "Asked about transport to Larch Fields School.",
    "Rang Northshire County Council about the Local Offer.",
    "The SENCO at Cardinal Newton Catholic School said no.",
    "Her son is in Year 4 and has an EHCP.",
    "Mum asked about Disability Living Allowance.",
    "Mum is Polish and wants an interpreter.",
    "It's Monday's annual review that worries her.",
    "I'm told the panel meets in March.",
    "Explained Early Help and Children's Social Care.",
    "Tribunal on Friday 4 June, papers by 3 March 2027.",
    "Gave SEND Code of Practice 9.14",
    "He has autism and ADHD. Head teacher said no.",
    "Speech and Language Therapy stopped. Occupational Therapy too.",
    "Told about the First-tier Tribunal and mediation.",
    "Asked what the National Autistic Society says.",
    "20 minutes on the road each way",
    "Waiting 18 months. CAMHS will not see him.",
    "The school has 2 teaching assistants. Wants Key Stage 2 support.",
    "She will miss school in May.",
    "Parents want Henford College.",
    "Her daughter's Annual Review is next week.",
    "Is Down Syndrome covered? Explained.",
    "Lives in Northshire",
    "Refusal to Assess letter came.",
    "I am Head of SEN at a school.",
    "Asked about the Personal Education Plan and the Virtual School.",
]


@pytest.mark.parametrize("words", SHOWS)
def test_words_whose_shape_shows_who_rang(words: str) -> None:
    assert signs_in(words).shows


@pytest.mark.parametrize("words", MAY_SHOW)
def test_words_that_whoever_writes_is_asked_about(words: str) -> None:
    assert signs_in(words).may_show


@pytest.mark.parametrize("words", [*SHOW_NOBODY, *(call.text for call in content().calls)])
def test_words_that_nobody_is_asked_about(words: str) -> None:
    assert not signs_in(words).all


def test_a_sign_is_said_once_and_as_it_stands() -> None:
    assert signs_in(MAY_SHOW[0]).all == (
        "Mrs Kelly Brand", "12 Elm Road", "son Jayden", "Jayden Brand", "St Marys"
    )  # fmt: skip


def test_the_fact_is_what_was_said() -> None:
    assert [anonymous_facts(shows=said).identifying for said in (True, False)] == ["yes", "no"]


@pytest.mark.parametrize(
    "piece", ["Aa ", "Aa", "Aa-", "A'", "a", "a@", "0 ", "12 Elm ", "Mrs Aa ", "Elm Road 7. "]
)
def test_the_longest_note_is_read_at_once(piece: str) -> None:
    began = time.monotonic()
    signs_in((piece * 100_000)[:100_000])
    assert time.monotonic() - began < 3
