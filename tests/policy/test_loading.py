"""A policy file is checked whole: every fault at once, each with its place, what was found, what was expected."""

from datetime import date
from typing import Any

import pytest

from inconfidence import policies
from inconfidence.policy.clocks import LATEST
from inconfidence.policy.loading import Fault, Faulty, load
from inconfidence.policy.parameters import (
    Parameter,
    as_written,
    in_words,
    months,
    name,
    names,
    printed_months,
    whole,
    word,
    words,
    yes_or_no,
)
from inconfidence.policy.register import ENTRIES
from inconfidence.policy.standing.reviewing import review_of
from inconfidence.policy.vocabulary import Origin
from tests.policy.elmshire import DEFAULT, SERVICE, elmshire


def faults(service: str, default: str = DEFAULT) -> tuple[Fault, ...]:
    with pytest.raises(Faulty) as caught:
        load(service, default, "elmshire.toml")
    return caught.value.faults


def one_fault(without: str, instead: str) -> Fault:
    assert without in SERVICE
    found = faults(SERVICE.replace(without, instead))
    assert len(found) == 1, found
    return found[0]


def test_a_sound_policy_reads_like_its_document() -> None:
    edition = elmshire()
    assert [clause.id for clause in edition.clauses] == ["EL-1.1", "EL-2.1", "EL-2.2", "EL-3.1", "EL-4.1"]
    assert (edition.slug, edition.kind, edition.label) == ("elmshire", "service", "2020-02")
    assert edition.next_review == date(2022, 2, 28)
    assert edition.titles["head_of_service"] == "Service Lead"
    assert edition.terms["consent"] == "permission"
    assert edition.clause("EL-2.1").reading == ("X-01",)
    assert edition.clause("L-01").origin is Origin.LAW


def test_values_come_one_by_one_from_own_clause_else_default() -> None:
    edition = elmshire()
    telephone = edition.setting("consent-evidence", "telephone")
    assert (telephone.value, telephone.clauses, telephone.origin) == (
        "worker_and_date",
        ("EL-2.2",),
        Origin.OWN,
    )
    in_person = edition.setting("consent-evidence", "in_person")
    assert (in_person.value, in_person.clauses, in_person.origin) == ("any_record", ("D-06",), Origin.DEFAULT)
    assert edition.value("consent-evidence", "telephone") == "worker_and_date"


def test_own_clauses_and_law_stand_behind_a_rule_and_defaults_only_where_both_are_silent() -> None:
    edition = elmshire()
    assert edition.naming("child-at-risk").cites == ("EL-3.1", "L-01")
    assert edition.naming("consent-ground").cites == ("EL-2.1",)
    assert edition.naming("existence-protected").cites == ("D-04",)
    assert not edition.names("public-interest")


def test_a_default_keeps_silent_where_the_policy_speaks_on_the_subject() -> None:
    assert elmshire().names("volunteers-enabled")
    speaking = elmshire(
        adding="""
[[clause]]
id = "EL-5.1"
ref = "Section 5"
kind = "permission-rule"
says = "Helpers see what the parent gave us."
rules.volunteer-scope = { sees = "parent_supplied" }
"""
    )
    assert not speaking.names("volunteers-enabled")


def test_law_that_goes_with_a_word_keeps_silent_beside_another() -> None:
    assert elmshire().naming("inspection").law == ("L-04",)
    named = elmshire(
        adding="""
[[clause]]
id = "EL-6.1"
ref = "Section 6"
kind = "permission-rule"
says = "Inspectors of the council see files while they inspect."
rules.inspection = { files = "while_authority_inspected" }
"""
    )
    assert named.naming("inspection").cites == ("EL-6.1",)


def test_two_clauses_may_set_one_value_alike_and_not_differently() -> None:
    clause = """
[[clause]]
id = "EL-7.1"
ref = "Section 7"
kind = "record"
says = "We note who took a call."
rules.consent-evidence = { telephone = "%s" }
"""
    alike = elmshire(adding=clause % "worker_and_date")
    assert alike.setting("consent-evidence", "telephone").clauses == ("EL-2.2", "EL-7.1")
    found = faults(SERVICE + clause % "any_record")
    assert found == (
        Fault(
            "elmshire.toml",
            "EL-7.1",
            "rules.consent-evidence.telephone",
            "“any_record”",
            "worker_and_date, as EL-2.2 sets it",
        ),
    )


def test_a_repeatable_rule_keeps_a_row_for_each_clause() -> None:
    row = """
[[clause]]
id = "EL-8.%s"
ref = "Section 8"
kind = "parameter"
says = "Files of some children are kept long."
rules.retention-period = %s
"""
    edition = elmshire(
        adding=row % (1, '{ category = "in_care", from = "birthday_18", years = 75 }')
        + row % (2, '{ category = "parent_support", from = "closure", years = 12 }')
        + row % (3, "{}")
    )
    assert [(kept.clause, kept.values["years"]) for kept in edition.rows["retention-period"]] == [
        ("EL-8.1", 75),
        ("EL-8.2", 12),
    ]
    found = faults(SERVICE + row % (1, "{ years = 3 }"))
    assert {fault.key for fault in found} == {
        "rules.retention-period.category",
        "rules.retention-period.from",
    }


@pytest.mark.parametrize(
    ("without", "instead", "key", "expected"),
    [
        ('slug = "elmshire"', "", "service.slug", "words"),
        ('slug = "elmshire"', 'slug = "elmshire"\ncolour = "red"', "service.colour", "one of slug, name"),
        ("= 2020-02-29\nlast", "= 2020-02-30\nlast", "service.in_force_from", "a date like"),
        ("= 2020-02-29\nlast", "= 7\nlast", "service.in_force_from", "a date like"),
        ('edition = "2020-02"', 'edition = "2020-14"', "service.edition", "a year and month"),
        ('edition = "2020-02"', 'edition = "2020-03"', "service.edition", "2020-02, the month"),
        ('["governing_group"]', '["steering_group"]', "service.reviewed_by", "a list of roles"),
        ("titles = {", "titles = { boss = 'B', ", "service.titles.boss", "one of head_of_service"),
        ("titles = {", "titles = { worker = '', ", "service.titles.worker", "words"),
        (
            'terms = { service_user = "parent", consent = "permission" }',
            "terms = 3",
            "service.terms",
            "a table",
        ),
        ('id = "EL-1.1"', "", "id", "words"),
        ('id = "EL-1.1"', 'id = "EL-2.1"', "id", "an id that no other clause has"),
        ('ref = "Section 1"', "", "ref", "words"),
        ('ref = "Section 1"', 'ref = "Section 1"\nsaid = "x"', "said", "one of id, ref, kind, says"),
        ('kind = "context"', 'kind = "contxt"', "kind", "perhaps context"),
        ('kind = "context"', 'kind = "law"', "kind", "one of context"),
        ('says = "A case is for those who work on it."', 'says = " "', "says", "words"),
        ('promises = "Shown on the policy page."', "", "rules", "the rules it gives effect to"),
        ('promises = "Shown on the policy page."', "promises = ''", "promises", "words that say"),
        (
            'promises = "Shown on the policy page."',
            "promises = 'x'\nrules.need-to-see = {}",
            "promises",
            "not both",
        ),
        ("rules.need-to-see = {}", "rules.need-to-se = {}", "rules.need-to-se", "perhaps need-to-see"),
        ("rules.need-to-see = {}", "rules.need-to-see = 3", "rules.need-to-see", "a table of values"),
        ("rules.need-to-see = {}", "rules = 3", "rules", "rules.<name>"),
        ("rules.need-to-see = {}", "rules.need-to-see = { far = 1 }", "rules.need-to-see.far", "no value"),
        ('telephone = "worker', 'telefone = "worker', "rules.consent-evidence.telefone", "perhaps telephone"),
        (
            '"worker_and_date"',
            '"worker_and_dat"',
            "rules.consent-evidence.telephone",
            "perhaps worker_and_date",
        ),
        ('"worker_and_date"', "3", "rules.consent-evidence.telephone", "one of worker_and_date, any_record"),
        ('reading = ["X-01"]', 'reading = ["X-09"]', "reading", "the id of a [[reading]]"),
        ('reading = ["X-01"]', "reading = 'X-01'", "reading", "a list of readings"),
        (
            '[[clause]]\nid = "EL-4.1"',
            '[[claus]]\nx = 1\n[[clause]]\nid = "EL-4.1"',
            "claus",
            "perhaps clause",
        ),
    ],
)
def test_a_fault_names_its_place_and_what_was_expected(
    without: str, instead: str, key: str, expected: str
) -> None:
    found = faults(SERVICE.replace(without, instead, 1))
    assert key in {fault.key for fault in found}, found
    assert any(expected in fault.expected for fault in found), found
    assert {fault.file for fault in found} == {"elmshire.toml"}


@pytest.mark.parametrize(
    ("rule", "wrong", "expected"),
    [
        ("reminder", '{ months = 0, about = "casework" }', "a whole number, 1 to 120"),
        ("reminder", '{ months = true, about = "casework" }', "a whole number, 1 to 120"),
        ("reminder", "{ months = 12 }", "in one of the clauses that name it or in the default"),
        ("linked-policies", '{ documents = "Our schedule" }', "a list of names of documents"),
        ("linked-policies", "{ documents = [] }", "a list of names of documents"),
        ("linked-policies", '{ documents = ["Our schedule", " "] }', "a list of names of documents"),
        ("linked-policies", "{ documents = [2] }", "a list of names of documents"),
        ("policy-history", '{ issued = "2022-08" }', "a list of months like 2022-08"),
        ("policy-history", '{ issued = ["2022-13"] }', "a list of months like 2022-08"),
        ("policy-history", '{ issued = ["2022-08-31"] }', "a list of months like 2022-08"),
        ("policy-history", "{ issued = [2022] }", "a list of months like 2022-08"),
        ("policy-history", "{ issued = [] }", "a list of months like 2022-08"),
        ("policy-history", '{ issued = ["1989-12"] }', "from 1990 on"),
        ("policy-history", '{ issued = ["2100-01"] }', "from 1990 on"),
        ("policy-review", "{ months = 12, by = [] }", "at least one, each one of head_of_service"),
        (
            "statistics",
            '{ cadence = "monthly", audience = [], mode = "due", purpose = "any" }',
            "at least one",
        ),
        ("person-at-risk", '{ whose = "adult", outside_policy = true }', "a list of different words"),
        (
            "person-at-risk",
            '{ whose = ["adult", "adult"], outside_policy = true }',
            "a list of different words",
        ),
        ("person-at-risk", '{ whose = ["cat"], outside_policy = true }', "a list of different words"),
        ("person-at-risk", '{ whose = [], outside_policy = "no" }', "true or false"),
        ("retention-source", '{ policy = " " }', "the name of a document"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_kind_it_has(rule: str, wrong: str, expected: str) -> None:
    fault = one_fault("rules.need-to-see = {}", f"rules.need-to-see = {{}}\nrules.{rule} = {wrong}")
    assert (fault.clause, expected in fault.expected) == ("EL-4.1", True), fault


@pytest.mark.parametrize(
    ("named", "sound"),
    [
        ("employee = []", False),
        ('head_teacher = ["head"]', False),
        ('allegation = ["head"]', False),
        ("child = []", False),
        ('child = ["line_manager"]', False),
        ('child = ["police"]', False),
        ('child = ["social_care", "head"]', False),
        ('child = ["social_care", "adult_care"]', False),
        ('child = ["social_care"]', True),
        ('child = ["police", "social_care", "designated_officer"]', True),
        ("adult = []", False),
        ('adult = ["social_care"]', False),
        ('adult = ["adult_care", "line_manager"]', False),
        ('adult = ["adult_care"]', True),
        ('adult = ["police"]', True),
        ('head_teacher = ["schools_hr"]', True),
    ],
)
def test_no_policy_keeps_a_child_or_an_adult_from_those_who_protect(named: str, sound: bool) -> None:
    """The law is laid over every policy (L-01): what takes it away is no policy."""
    key, _, _ = named.partition(" ")
    text = SERVICE.replace("rules.need-to-see = {}", f"rules.need-to-see = {{}}\nrules.route = {{ {named} }}")
    if sound:
        assert load(text, policies.default_text(), "elmshire.toml").setting("route", key).clauses == (
            "EL-4.1",
        )
    else:
        (fault,) = faults(text, policies.default_text())
        assert (fault.clause, fault.key) == ("EL-4.1", f"rules.route.{key}")
        assert fault.expected.startswith("a list of different words, ")


@pytest.mark.parametrize(
    ("rule", "key", "more"),
    [
        ("policy-review", "months", ', by = ["governing_group"]'),
        ("consent-review", "months", ', overdue = "remind"'),
        ("reminder", "months", ', about = "casework"'),
    ],
)
@pytest.mark.parametrize(
    ("months", "sound"), [(0, False), (1, True), (120, True), (121, False), (999_999, False)]
)
def test_months_are_ten_years_at_most(rule: str, key: str, more: str, months: int, sound: bool) -> None:
    row = f"rules.{rule} = {{ {key} = {months}{more} }}"
    text = SERVICE.replace("rules.need-to-see = {}", f"rules.need-to-see = {{}}\n{row}")
    if sound:
        edition = load(text, policies.default_text(), "elmshire.toml")
        assert edition.value(rule, key) == months
        assert review_of(edition, [LATEST], LATEST).due is not None
    else:
        found = faults(text, policies.default_text())
        assert [each.expected for each in found] == ["a whole number, 1 to 120"]


@pytest.mark.parametrize(
    ("line", "sound"),
    [
        (f'documents = ["{"n" * 200}"]', True),
        (f'documents = ["{"n" * 201}"]', False),
        (f"documents = {['n'] * 100}", True),
        (f"documents = {['n'] * 101}", False),
    ],
)
def test_documents_have_names_that_a_page_can_show(line: str, sound: bool) -> None:
    text = SERVICE.replace(
        "rules.need-to-see = {}", f"rules.need-to-see = {{}}\nrules.linked-policies = {{ {line} }}"
    )
    if sound:
        assert load(text, DEFAULT, "elmshire.toml").names("linked-policies")
    else:
        (fault,) = faults(text)
        assert fault.expected == "a list of names of documents, 100 at most of 200 characters"


@pytest.mark.parametrize(("longer", "sound"), [(0, True), (1, False)])
@pytest.mark.parametrize(
    ("before", "key", "longest"),
    [
        ('slug = "', "service.slug", 60),
        ('name = "', "service.name", 120),
        ('short = "', "service.short", 60),
        ('title = "', "service.title", 200),
        ('head_of_service = "', "service.titles.head_of_service", 80),
        ('service_user = "', "service.terms.service_user", 80),
        ('id = "', "id", 60),
        ('ref = "', "ref", 120),
        ('says = "', "says", 2000),
        ('promises = "', "promises", 2000),
    ],
)
def test_words_are_no_longer_than_a_page_takes(
    before: str, key: str, longest: int, longer: int, sound: bool
) -> None:
    start = SERVICE.index(before) + len(before)
    end = SERVICE.index('"', start)
    text = SERVICE[:start] + "n" * (longest + longer) + SERVICE[end:]
    if sound:
        assert load(text, DEFAULT, "elmshire.toml").slug
    else:
        (fault,) = faults(text)
        assert (fault.key, fault.expected) == (key, f"{longest} characters at most")
        assert len(fault.found) < 240


@pytest.mark.parametrize("before", ['name = "', 'head_of_service = "', 'ref = "'])
def test_what_a_heading_shows_is_one_line(before: str) -> None:
    (fault,) = faults(SERVICE.replace(before, f"{before}One\\n", 1))
    assert fault.expected == "one line"


def test_what_a_clause_says_may_have_lines() -> None:
    edition = elmshire(without='says = "A case', instead='says = "Mostly:\\nA case')
    assert edition.clause("EL-4.1").says == "Mostly:\nA case is for those who work on it."


@pytest.mark.parametrize(("years", "sound"), [(0, False), (1, True), (150, True), (151, False)])
def test_a_file_is_kept_for_years_that_somebody_means(years: int, sound: bool) -> None:
    row = f'rules.retention-period = {{ category = "in_care", from = "birth", years = {years} }}'
    text = SERVICE.replace("rules.need-to-see = {}", f"rules.need-to-see = {{}}\n{row}")
    if sound:
        assert load(text, DEFAULT, "elmshire.toml").rows["retention-period"][0].values["years"] == years
    else:
        assert "a whole number, 1 to 150" in {fault.expected for fault in faults(text)}


def test_a_named_document_is_kept_as_it_is_written() -> None:
    edition = elmshire(
        without="rules.need-to-see = {}",
        instead='rules.need-to-see = {}\nrules.retention-source = { policy = " Our schedule " }',
    )
    assert edition.value("retention-source", "policy") == "Our schedule"


def test_lists_of_documents_and_of_months_are_kept_in_their_order() -> None:
    edition = elmshire(
        without="rules.need-to-see = {}",
        instead="rules.need-to-see = {}\n"
        'rules.linked-policies = { documents = [" Security ", "Disposal"] }\n'
        'rules.policy-history = { revised = ["2022-08", "2019-04"] }',
    )
    assert edition.rows["linked-policies"][0].values["documents"] == ("Security", "Disposal")
    assert edition.value("policy-history", "revised") == ("2022-08", "2019-04")


@pytest.mark.parametrize(
    ("without", "instead", "key", "expected"),
    [
        ('unless = "volunteer-scope"', 'unless = "volunteer-scop"', "unless", "perhaps volunteer-scope"),
        ('when = ["consent_or_power"]', 'when = "consent_or_power"', "when", "a list of words it goes with"),
        ('when = ["consent_or_power"]', 'when = ["always"]', "when", "a list of words it goes with"),
        (
            'when = ["consent_or_power"]',
            'when = ["while_authority_inspected"]',
            "rules.inspection",
            "no policy can reach it",
        ),
        ('id = "X-01"', "", "id", "words"),
        ('what = "Always', 'why = "Always', "why", "one of id, ref, what, says"),
        ('kind = "law"', 'kind = "gate"', "kind", "one of law, default"),
        ("rules.need-to-see = {}\n", "", "rules.need-to-see", "may_see closes with it"),
        ("rules.only-these-grounds = {}\n", "", "rules.only-these-grounds", "may_disclose closes with it"),
    ],
)
def test_faults_of_the_default_policy_are_told_with_its_name(
    without: str, instead: str, key: str, expected: str
) -> None:
    wrong = DEFAULT.replace(without, instead)
    found = faults(wrong, wrong)
    assert any(fault.key.endswith(key) and expected in fault.expected for fault in found), found
    assert {fault.file for fault in found} == {"elmshire.toml"}
    silent = SERVICE.replace("rules.need-to-see = {}", "promises = 'x'").replace(
        "rules.only-these-grounds = {}", ""
    )
    assert any(expected in fault.expected for fault in faults(silent, wrong))


def test_readings_that_are_no_list_are_a_fault() -> None:
    wrong = DEFAULT[: DEFAULT.index("[[reading]]")].replace("[service]", "reading = 3\n[service]", 1)
    assert any(fault.key == "reading" and "[[reading]]" in fault.expected for fault in faults(wrong, wrong))
    assert {(fault.file, fault.key) for fault in faults(SERVICE, wrong)} == {
        ("default.toml", "reading"),
        ("elmshire.toml", "reading"),
    }


def test_two_readings_of_one_id_are_a_fault() -> None:
    twice = DEFAULT + '\n[[reading]]\nid = "X-01"\nref = "X"\nwhat = "Again."\nsays = "Again."\n'
    (fault,) = faults(SERVICE, twice)
    assert (fault.clause, fault.key, fault.expected) == ("X-01", "id", "an id that no other clause has")


@pytest.mark.parametrize(
    ("without", "clause", "key"),
    [
        ('id = "EL-1.1"', "clause 1", "id"),
        ('ref = "Section 1"', "EL-1.1", "ref"),
        ('says = "A case is for those who work on it."', "EL-4.1", "says"),
    ],
)
def test_a_clause_says_in_words_what_it_is(without: str, clause: str, key: str) -> None:
    (fault,) = faults(SERVICE.replace(without, "", 1))
    assert (fault.clause, fault.key, fault.expected) == (clause, key, "words")


@pytest.mark.parametrize(("line", "clause"), [("id", "reading 1"), ("what", "X-01"), ("says", "X-01")])
def test_a_reading_says_in_words_what_was_unclear_and_what_was_settled(line: str, clause: str) -> None:
    before, reading = DEFAULT.split("[[reading]]", 1)
    kept = "\n".join(each for each in reading.split("\n") if not each.startswith(f"{line} ="))
    found = [fault for fault in faults(SERVICE, f"{before}[[reading]]{kept}") if fault.file == "default.toml"]
    assert [(fault.clause, fault.key, fault.expected) for fault in found] == [(clause, line, "words")]


def test_a_title_is_given_in_words() -> None:
    (fault,) = faults(SERVICE.replace("titles = {", "titles = { worker = '', ", 1))
    assert fault.expected == "words"


def test_a_clause_keeps_why_it_is_there() -> None:
    told = SERVICE.replace('ref = "Section 1"', 'ref = "Section 1"\nwhy = " Asked for in 2019. "', 1)
    assert load(told, DEFAULT, "elmshire.toml").clause("EL-1.1").why == "Asked for in 2019."


@pytest.mark.parametrize(
    ("parameter", "sort"),
    [
        (word("a"), "word"),
        (words("a"), "words"),
        (whole(1, 12), "whole"),
        (yes_or_no(), "yes_or_no"),
        (name(), "name"),
        (names(), "lines"),
        (months(), "whole"),
        (printed_months(), "lines"),
    ],
)
def test_a_form_knows_by_its_sort_how_a_value_is_entered(parameter: Parameter, sort: str) -> None:
    assert parameter.sort == sort


@pytest.mark.parametrize(
    ("value", "read", "written"),
    [
        (None, "none", "nothing"),
        (True, "yes", "true"),
        (False, "no", "false"),
        ((), "none", "a list"),
        (("head_of_service", "worker"), "head of service, worker", "a list"),
        (frozenset({"worker", "head"}), "head, worker", "frozenset"),
        (12, "12", "12"),
    ],
)
def test_a_value_is_told_in_words_and_as_its_file_has_it(value: Any, read: str, written: str) -> None:
    assert in_words(value) == read
    assert as_written(value).startswith(written)


def test_clauses_that_are_no_list_are_a_fault() -> None:
    text = "clause = 3\n" + SERVICE[: SERVICE.index("[[clause]]")]
    assert any(fault.key == "clause" for fault in faults(text))


def test_a_text_that_is_not_toml_is_one_fault_with_its_line() -> None:
    found = faults("[service\nslug = 1")
    assert len(found) == 1
    assert "line 1" in found[0].found


def test_a_file_without_a_header_says_so() -> None:
    found = faults('[[clause]]\nid = "EL-1"\nref = "1"\nkind = "gate"\nsays = "x"\npromises = "y"\n')
    assert found[0].key == "service"
    assert found[0].found == "nothing"


def test_every_fault_is_told_at_once_and_reads_as_a_line() -> None:
    wrong = SERVICE.replace('kind = "record"', 'kind = "recrd"').replace('ref = "Section 4"', "")
    found = faults(wrong.replace("worker_and_date", "nobody"))
    assert [fault.clause for fault in found] == ["EL-2.2", "EL-2.2", "EL-4.1"]
    assert str(found[0]) == (
        "elmshire.toml, EL-2.2, rules.consent-evidence.telephone: found “nobody”; "
        "expected one of worker_and_date, any_record"
    )


def test_a_service_without_a_clause_of_its_own_has_the_default_answers() -> None:
    edition = load(SERVICE[: SERVICE.index("[[clause]]")], DEFAULT, "bare.toml")
    assert (edition.kind, edition.clauses) == ("service", ())
    assert edition.naming("consent-ground").origin is Origin.DEFAULT
    assert edition.naming("child-at-risk").origin is Origin.LAW


def test_the_default_policy_loads_as_a_policy_of_its_own() -> None:
    edition = load(DEFAULT, DEFAULT, "default.toml")
    assert (edition.kind, edition.label) == ("default", "2026-11")
    assert [clause.id for clause in edition.clauses] == [
        "L-01",
        "L-04",
        "D-04",
        "D-06",
        "D-10",
        "D-13",
        "D-14",
        "D-19",
        "D-29",
        "D-30",
        "D-32",
        "D-36",
    ]


def test_the_policies_of_the_package_load() -> None:
    loaded = {slug: policies.edition(slug) for slug in policies.slugs()}
    assert len(loaded) == 6
    assert sum(len(edition.clauses) for slug, edition in loaded.items() if slug != "default") == 254
    assert policies.slugs()[-1] == "default"
    assert loaded["coventry"].label == "undated"
    assert policies.text("default") == policies.default_text()
    with pytest.raises(KeyError):
        policies.text("elmshire")


def test_no_code_names_a_service() -> None:
    import inconfidence.policy

    words = {name for slug in policies.slugs() for name in slug.split("-") if len(name) > 5} - {"default"}
    sources = [path.read_text() for root in inconfidence.policy.__path__ for path in _sources(root)]
    assert sources
    assert not {word for word in words for source in sources if word in source.lower()}


def _sources(root: str) -> list:  # type: ignore[type-arg]
    from pathlib import Path

    return list(Path(root).rglob("*.py"))


def test_a_clause_tells_what_it_does_with_a_rule() -> None:
    clause = elmshire().clause("EL-2.2")
    effect = clause.effect("consent-evidence")
    assert effect is not None
    assert effect.values == {"telephone": "worker_and_date"}
    assert clause.effect("need-to-see") is None
    assert ENTRIES["reminder"].bites is False
    assert ENTRIES["need-to-see"].bites is True


@pytest.mark.parametrize("taken", ["L-1", "D-12", "X-01"])
def test_an_id_that_names_law_default_or_reading_is_no_clauses_own(taken: str) -> None:
    fault = one_fault('id = "EL-1.1"', f'id = "{taken}"')
    assert (fault.clause, fault.key) == (taken, "id")


@pytest.mark.parametrize(
    "wrong", ["BN/1.2", "BN 1.2", "BN?", "BN#1", "..", ".", "-1", "1-", "BN..1", "BN_1", "Ä-1", "BN-1\\n"]
)
def test_an_id_is_letters_figures_dots_and_hyphens(wrong: str) -> None:
    fault = one_fault('id = "EL-1.1"', f'id = "{wrong}"')
    assert (fault.key, fault.expected) == ("id", "letters, figures, dots and hyphens, like BN-1.2")


@pytest.mark.parametrize("page", ["versions", "changes", "Reviewed", "inspection", "withdraw"])
def test_an_id_is_no_page_of_the_policy(page: str) -> None:
    fault = one_fault('id = "EL-1.1"', f'id = "{page}"')
    assert (fault.key, fault.expected) == ("id", "another id: a page of the policy is called that")


@pytest.mark.parametrize("free", ["LA-1", "DX-1", "L-x", "X1", "1", "4.2.1-b", "version"])
def test_an_id_that_only_looks_a_little_like_one_is_free(free: str) -> None:
    assert (
        load(SERVICE.replace('id = "EL-1.1"', f'id = "{free}"'), DEFAULT, "elmshire.toml").clauses[0].id
        == free
    )


@pytest.mark.parametrize(
    ("year", "sound"), [("1989", False), ("1990", True), ("2100", True), ("2101", False)]
)
def test_a_review_lies_in_years_that_somebody_means(year: str, sound: bool) -> None:
    text = SERVICE.replace("next_review = 2022-02-28", f"next_review = {year}-02-28")
    assert text != SERVICE or year == "2022"
    if sound:
        assert load(text, DEFAULT, "elmshire.toml").next_review == date(int(year), 2, 28)
    else:
        (fault,) = faults(text)
        assert (fault.key, fault.found) == ("service.next_review", f"{year}-02-28")
        assert fault.expected == "a date in the years 1990 to 2100"


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n"])
def test_an_empty_file_is_told_what_it_lacks(text: str) -> None:
    assert {"service", "clause"} <= {fault.key for fault in faults(text)}


def test_lists_too_deep_to_read_are_one_fault() -> None:
    (fault,) = faults(f"a = {'[' * 5000}{']' * 5000}")
    assert "too deep" in fault.found


def test_a_number_in_place_of_words_is_one_fault_and_has_no_length() -> None:
    start = SERVICE.index('says = "')
    end = SERVICE.index('"', start + len('says = "')) + 1
    (fault,) = faults(SERVICE[:start] + "says = 12" + SERVICE[end:])
    assert (fault.key, fault.found, fault.expected) == ("says", "12", "words")
