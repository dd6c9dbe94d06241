"""`questions` and `decide`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.commands.card import card
from inconfidence.policy.explain import answer
from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.questions import QUESTIONS
from inconfidence.policy.questions.may_disclose import may_disclose
from tests.commands.conftest import Run

SERVICES = [slug for slug in policies.slugs() if slug != policies.DEFAULT]
DANGER_TO_AN_ADULT = {"recipient": "police", "risk_to": "adult", "belief": "believed"}
DECISION = {
    "question", "policy", "edition", "outcome", "refer_to", "refer_to_title", "answer",
    "clauses", "reasons", "steps", "duties", "default_used",
}  # fmt: skip


def test_questions_explain_themselves(run: Run) -> None:
    by_name = {question["name"]: question for question in run("questions", "--json").json}
    assert {"may_disclose", "may_see"} <= by_name.keys()
    for question in by_name.values():
        assert question["sentence"]
        facts = question["schema"]["properties"]
        assert all({"description", "type", "default"} <= fact.keys() for fact in facts.values())
    consent = by_name["may_disclose"]["schema"]["properties"]["consent"]
    assert consent["enum"] == ["none", "asked", "refused", "withdrawn", "implied", "given"]
    assert consent["default"] == "none"


def test_questions_for_people_name_every_fact(run: Run) -> None:
    ran = run("questions")
    assert ran.code == 0
    assert "  consent: none (unless stated), asked, refused" in ran.out
    assert "  by: several of head_of_service, governing_group, host_manager; none unless stated" in ran.out


def decide(run: Run, service: str, facts: dict[str, Any], question: str = "may_disclose") -> Any:
    ran = run("decide", question, "--policy", service, "--facts", "-", "--json", stdin=json.dumps(facts))
    assert (ran.code, ran.err) == (0, "")
    return ran.json


@pytest.mark.parametrize("service", [*SERVICES, "default"])
@pytest.mark.parametrize("question", [str(each) for each in QUESTIONS])
def test_every_policy_answers_every_question_with_nothing_stated(
    run: Run, service: str, question: str
) -> None:
    decision = decide(run, service, {}, question)
    assert decision.keys() == DECISION
    assert decision["question"] == question
    assert decision["policy"] == service
    assert decision["outcome"] in {"permit", "refuse", "refer"}
    assert all(clause.keys() == {"id", "ref", "says"} for clause in decision["clauses"])
    assert decision["clauses"]
    assert all(each.keys() == {"kind", "says"} for each in decision["steps"])
    assert all(each.keys() == {"kind", "owed_to", "when", "says"} for each in decision["duties"])


@pytest.mark.parametrize("service", SERVICES)
def test_consent_is_a_yes_with_duties_and_its_absence_a_no_with_a_step(run: Run, service: str) -> None:
    given = decide(run, service, {"consent": "given"})
    none = decide(run, service, {})
    assert (given["outcome"], none["outcome"]) == ("permit", "refuse")
    assert "record_disclosure" in [duty["kind"] for duty in given["duties"]]
    assert [step["kind"] for step in none["steps"]] == ["obtain_consent"]


def test_a_referral_names_the_role_by_the_services_own_title(run: Run) -> None:
    decision = decide(run, "blackburn-with-darwen", DANGER_TO_AN_ADULT)
    assert (decision["refer_to"], decision["refer_to_title"]) == ("head_of_service", "SENDIASS Manager")


def test_yes_and_no_may_be_true_and_false(run: Run) -> None:
    assert decide(run, "coventry", {"consent": "given", "relevant": False})["outcome"] == "refuse"
    assert decide(run, "coventry", {"consent": "given", "relevant": True})["outcome"] == "permit"


def test_facts_come_from_a_file_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text('{"consent": "given"}', encoding="utf-8")
    ran = run("decide", "may_disclose", "--policy", "rotherham", "--facts", str(file), "--json")
    assert ran.json["outcome"] == "permit"


def test_refs_of_law_default_and_reading_say_so(run: Run) -> None:
    facts = {"recipient": "safeguarding_body", "risk_to": "child", "belief": "believed"}
    refs = {clause["id"]: clause["ref"] for clause in decide(run, "rotherham", facts)["clauses"]}
    assert refs["L-01"] == "law"
    assert refs["X-04"] == "reading"
    assert (
        decide(run, "rotherham", {"act": "confirm_known", "recipient": "relative"})["clauses"][0]["id"]
        == "D-04"
    )


@pytest.mark.parametrize(
    ("service", "facts", "shown"),
    [
        ("rotherham", {"consent": "given"}, ["Yes", "Why", "What you must also do", "RO-CASEWORK-02b"]),
        ("rotherham", {}, ["No", "What would change it"]),
        ("cumbria", {"consent": "given", "consent_review": "overdue"}, ["Not yet", "What comes first"]),
        (
            "blackburn-with-darwen",
            DANGER_TO_AN_ADULT,
            ["Ask the SENDIASS Manager", "BD-SHARE-02b"],
        ),
    ],
)
def test_the_card_reads_like_the_screen(
    run: Run, service: str, facts: dict[str, str], shown: list[str]
) -> None:
    ran = run("decide", "may_disclose", "--policy", service, "--facts", "-", stdin=json.dumps(facts))
    assert ran.code == 0
    assert all(words in ran.out for words in shown)
    assert {len(line) for line in ran.out.splitlines()} == {80}


@pytest.mark.parametrize(
    ("service", "facts", "shown"),
    [
        (
            "coventry",
            {"received": "2026-02-09"},
            [
                "The Service Manager answers it.",
                "It goes to the person whose information it is.",
                "It is due by Monday 9 March 2026; aim for Monday 2 March 2026.",
            ],
        ),
        (
            "coventry",
            {"requester": "relative"},
            ["It goes to nobody.", "Whoever asked hears: “We cannot say"],
        ),
        (
            "cumbria",
            {"kind": "council", "stage": "close", "ended": "handed_over"},
            ["The Service Co-ordinator answers it.", "The council hears: “We shall not be supplying"],
        ),
    ],
)
def test_the_card_of_a_request_says_who_to_whom_and_by_when(
    run: Run, service: str, facts: dict[str, str], shown: list[str]
) -> None:
    ran = run("decide", "may_answer_request", "--policy", service, "--facts", "-", stdin=json.dumps(facts))
    assert ran.code == 0
    assert "Who, to whom, by when" in ran.out
    assert all(words in ran.out for words in shown)
    assert {len(line) for line in ran.out.splitlines()} == {80}


@pytest.mark.parametrize(
    ("stdin", "expected"),
    [
        ("", "expected an object"),
        ("{", "expected an object"),
        ("[]", "names and words"),
        ('"given"', "names and words"),
        ('{"consnet": "given"}', "perhaps consent"),
        ('{"consent": "yes please"}', "expected one of none, asked, refused"),
        ('{"consent": true}', "expected one of none, asked, refused"),
        ('{"consent": null}', "expected one of none, asked, refused"),
        ('{"relevant": 1}', "expected one of yes, no"),
        ('{"consent": ["given"]}', "expected one of none"),
        ('{"consent": "given", "consent": "refused"}', "“consent” is stated twice: expected each fact once."),
        ('{"law": "none", "consent": "given", "consent": "given"}', "“consent” is stated twice"),
        (
            '{"consent": "refused", "consent_record": "form", "consent_recipient": "yes"}',
            "consent is “refused” and consent_record is “form”, but whoever has not said yes",
        ),
    ],
)
def test_facts_that_cannot_be_read_are_one_sentence(run: Run, stdin: str, expected: str) -> None:
    ran = run("decide", "may_disclose", "--policy", "rotherham", "--facts", "-", stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_of_facts_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("decide", "may_see", "--policy", "rotherham", "--facts", str(tmp_path / "none.json"))
    assert (ran.code, ran.out) == (2, "")
    assert "expected a JSON file of facts" in ran.err


@pytest.mark.parametrize("question", ["may_dance", "may_disclos", "may_wonder"])
def test_an_unknown_question_is_one_sentence(run: Run, question: str) -> None:
    ran = run("decide", question, "--policy", "rotherham", "--facts", "-", stdin="{}")
    assert (ran.code, ran.out) == (2, "")
    assert "expected one of" in ran.err


def test_an_unknown_policy_is_one_sentence(run: Run) -> None:
    ran = run("decide", "may_see", "--policy", "elmshire", "--facts", "-", stdin="{}")
    assert (ran.code, ran.out) == (2, "")
    assert "expected one of bath-and-north-east-somerset" in ran.err


def test_a_long_name_of_a_service_has_a_line_of_its_own() -> None:
    edition, facts = policies.edition("rotherham"), MayDisclose()
    found = answer(may_disclose(edition, facts), edition, facts)
    lines = card(
        replace(
            found,
            service_line="A service whose name is so long that it needs a line to itself, and then more than one",
        )
    ).split("\n")
    assert lines[1].startswith(f"│ {found.sign}  No ")
    assert lines[2].startswith("│ A service whose name")
    assert {len(line) for line in lines} == {80}


def test_facts_too_deep_to_read_get_one_sentence(run: Run) -> None:
    deep = '{"a":' * 100_000
    ran = run("decide", "may_disclose", "--policy", "rotherham", "--facts", "-", stdin=deep)
    assert ran.code == 2
    assert "too deep" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("stated", "said"),
    [("null", "found nothing"), ("[]", "found a list"), ('{"recipient": null}', "recipient is nothing"),
     ('{"recipient": ["council"]}', "recipient is a list"), ('{"recipient": true}', "recipient is true")],
)  # fmt: skip
def test_what_was_stated_is_told_in_the_words_of_json(run: Run, stated: str, said: str) -> None:
    ran = run("decide", "may_disclose", "--policy", "rotherham", "--facts", "-", stdin=stated)
    assert ran.code == 2
    assert said in ran.err
