"""A version is adopted after those named have looked at it, and stands until another does: who writes what, when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.editions import actions, queries, reading, writing
from inconfidence.editions.actions import InTheWay, Looked, Minute, Said, Writer
from inconfidence.editions.models import Adoption, Draft, Review
from inconfidence.policy.vocabulary import Role
from inconfidence.vault.ids import new_id

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
A_YEAR_AGO = TODAY.replace(year=TODAY.year - 1)
MINUTE = Minute("SG 7/26", TODAY)
HEAD, SENIOR = Writer(new_id(), Role.HEAD_OF_SERVICE), Writer(new_id(), Role.SENIOR_CASEWORKER)
LEAD, GROUP, HOST = Role.HEAD_OF_SERVICE, Role.GOVERNING_GROUP, Role.HOST_MANAGER
NAMED = {
    "bath-and-north-east-somerset": [LEAD],
    "blackburn-with-darwen": [LEAD],
    "coventry": [GROUP],
    "cumbria": [LEAD, GROUP],
    "rotherham": [GROUP],
}


def a_service(slug: str = "coventry") -> UUID:
    service = actions.create_service(slug, NOW)
    actions.adopt(service, HEAD.person_id, policies.text(slug), date(2022, 9, 1), Minute(), NOW - 90 * DAY)
    return service


def a_draft(service: UUID, title: str = "Our policy", *, now: datetime = NOW) -> UUID:
    """A draft that changes the title, before its reviewers."""
    draft = actions.begin_draft(service, HEAD.person_id, now)
    retitled(service, draft, title, now=now)
    return draft


def retitled(service: UUID, draft: UUID, title: str, *, now: datetime = NOW) -> None:
    version = Draft.objects.get(id=draft).version
    changed = actions.change_draft(
        draft, service, HEAD.person_id, version, lambda text: writing.with_header(text, {"title": title}), now
    )
    assert changed == version + 1
    assert actions.send_draft(draft, service, HEAD.person_id, now)


def reviewed(
    service: UUID, draft: UUID, roles: list[Role], *, agreed: bool = True, now: datetime = NOW
) -> None:
    for role in roles:
        said = Said(role, agreed, now.date(), Minute("SG 7/26", now.date()))
        assert actions.review_draft(draft, service, HEAD, said, now) is True


def adopted(
    service: UUID, draft: UUID, begin: date = TODAY, minute: Minute = MINUTE, now: datetime = NOW
) -> Any:
    return actions.adopt_draft(draft, service, HEAD.person_id, begin, minute, now)


def way(came: Any) -> tuple[str, str]:
    assert isinstance(came, InTheWay), came
    assert came.says
    return came.word, came.field


def words(service: UUID, about: UUID, act: Act) -> list[dict[str, str]]:
    return [dict(event.words) for event in events_about(service, about, [act])]


def test_a_draft_that_was_sent_to_nobody_is_not_adopted() -> None:
    service = a_service()
    draft = actions.begin_draft(service, HEAD.person_id, NOW)
    assert way(adopted(service, draft)) == ("not_sent", "")
    assert Adoption.objects.count() == 1
    assert words(service, draft, Act.policy_not_adopted) == [{"why": "not_sent"}]


def test_a_no_stands_until_the_same_role_says_otherwise() -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP], agreed=False)
    came = adopted(service, draft)
    assert way(came) == ("not_agreed", "")
    assert "by the Steering Group" in came.says
    reviewed(service, draft, [GROUP], now=NOW + timedelta(minutes=1))
    assert adopted(service, draft, now=NOW + timedelta(minutes=2)).permitted


def test_a_no_after_a_yes_is_a_no() -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    reviewed(service, draft, [GROUP], agreed=False, now=NOW + timedelta(minutes=1))
    assert way(adopted(service, draft))[0] == "not_agreed"


@pytest.mark.parametrize(
    ("on", "comes"),
    [(A_YEAR_AGO - DAY, "day"), (A_YEAR_AGO, ""), (TODAY, ""), (TODAY + DAY, "day")],
    ids=["over a year before", "a year before", "the day", "to come"],
)
def test_a_meeting_is_not_long_before_the_draft_nor_still_to_come(on: date, comes: str) -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    came = adopted(service, draft, minute=Minute("SG 7/26", on))
    assert (way(came) == ("day", "minute_on")) if comes else came.permitted


@pytest.mark.parametrize(
    ("begin", "may"),
    [
        (TODAY - DAY, False),
        (TODAY, True),
        (date(2027, 11, 20), True),
        (date(2027, 11, 21), False),
        (date(2199, 1, 1), False),
    ],
)
def test_a_version_comes_into_force_today_or_within_a_year(begin: date, may: bool) -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    came = adopted(service, draft, begin)
    assert came.permitted if may else way(came) == ("day", "in_force_from")


@pytest.mark.parametrize(
    ("on", "comes"),
    [(TODAY - DAY, "day"), (TODAY, ""), (TODAY + DAY, "day")],
    ids=["before", "the day", "to come"],
)
def test_nobody_of_ours_reviewed_a_draft_before_it_was_begun(on: date, comes: str) -> None:
    service = a_service("bath-and-north-east-somerset")
    draft = a_draft(service)
    came = actions.review_draft(draft, service, HEAD, Said(LEAD, True, on, Minute()), NOW)
    assert (way(came) == ("day", "on")) if comes else came is True


def test_a_group_may_have_agreed_on_paper_before_anybody_typed_the_draft() -> None:
    service = a_service()
    draft = a_draft(service)
    for on, done in ((A_YEAR_AGO - DAY, False), (A_YEAR_AGO, True)):
        said = Said(GROUP, True, on, Minute("SG 2/26", on))
        assert (actions.review_draft(draft, service, HEAD, said, NOW) is True) == done


@pytest.mark.parametrize(
    ("role", "by", "minute", "comes"),
    [
        (LEAD, HEAD, Minute(), None),
        (LEAD, SENIOR, MINUTE, ("post", "")),
        (GROUP, SENIOR, MINUTE, ("post", "")),
        (GROUP, HEAD, Minute(), ("minute", "minute_reference")),
        (GROUP, HEAD, Minute("SG 7/26"), ("minute", "minute_reference")),
        (GROUP, HEAD, Minute("", TODAY), ("minute", "minute_reference")),
        (GROUP, HEAD, MINUTE, None),
        (HOST, SENIOR, MINUTE, ("post", "")),
        (HOST, HEAD, Minute(), ("minute", "minute_reference")),
        (HOST, HEAD, MINUTE, None),
    ],
)
def test_a_post_speaks_for_itself_and_a_group_by_its_minute(
    role: Role, by: Writer, minute: Minute, comes: tuple[str, str] | None
) -> None:
    service = a_service("cumbria")
    draft = a_draft(service)
    came = actions.review_draft(draft, service, by, Said(role, True, TODAY, minute), NOW)
    if comes is None:
        assert came is True
        return
    assert way(came) == comes
    assert isinstance(came, InTheWay)
    assert "CU-6.3" in came.says
    assert Review.objects.count() == 0
    assert words(service, draft, Act.policy_review_refused) == [{"role": str(role), "why": comes[0]}]


def test_the_review_of_another_post_is_refused_with_the_clause() -> None:
    service = a_service("bath-and-north-east-somerset")
    came = actions.record_review(service, SENIOR, Looked(frozenset({LEAD}), TODAY, Minute()), NOW)
    assert isinstance(came, InTheWay)
    assert came.says == "Only the Manager records what the Manager said (BN-7.3)"
    assert Review.objects.count() == 0
    in_force = queries.adoption_in_force(service, TODAY)
    refused = {"head_of_service": "2026-11-20", "why": "post"}
    assert words(service, in_force, Act.policy_review_refused) == [refused]


def test_two_entries_complete_a_review_and_the_groups_has_the_day_of_its_meeting() -> None:
    service = a_service("cumbria")
    both = frozenset({LEAD, GROUP})
    alone = actions.record_review(service, HEAD, Looked(frozenset({LEAD}), TODAY, Minute()), NOW)
    assert not isinstance(alone, InTheWay)
    assert not alone.permitted
    assert way(actions.record_review(service, HEAD, Looked(both, TODAY, Minute()), NOW))[0] == "minute"
    met = Minute("SG 7/26", TODAY - 9 * DAY)
    came = actions.record_review(service, HEAD, Looked(both, TODAY, met), NOW)
    assert not isinstance(came, InTheWay)
    assert came.permitted
    entries = {row.role: row.on for row in Review.objects.all()}
    assert entries == {"head_of_service": TODAY, "governing_group": TODAY - 9 * DAY}
    in_force = queries.adoption_in_force(service, TODAY)
    said = {"governing_group": "2026-11-11", "head_of_service": "2026-11-20"}
    assert words(service, in_force, Act.policy_reviewed) == [said]
    assert {"head_of_service": "2026-11-20", "outcome": "refer"} in words(
        service, in_force, Act.policy_review_refused
    )


def test_a_review_of_the_whole_policy_is_not_still_to_come() -> None:
    service = a_service("bath-and-north-east-somerset")
    came = actions.record_review(service, HEAD, Looked(frozenset({LEAD}), TODAY + DAY, Minute()), NOW)
    assert way(came) == ("day", "on")


@pytest.mark.parametrize("slug", NAMED)
def test_an_adoption_that_all_of_them_looked_at_sets_the_next_review(slug: str) -> None:
    service = a_service(slug)
    draft = a_draft(service)
    reviewed(service, draft, NAMED[slug])
    assert adopted(service, draft, TODAY + DAY).permitted
    assert queries.reviewed_on(service, TODAY) == ()
    assert queries.reviewed_on(service, TODAY + DAY) == (TODAY,)
    due = queries.review_due(service, TODAY + DAY)
    assert (due.last, due.state) == (TODAY, "current")


def test_of_an_adoption_the_log_says_the_text_its_day_and_the_day_of_the_minute() -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    assert adopted(service, draft, TODAY + DAY).permitted
    row = Adoption.objects.get(draft=draft)
    said = {"sha256": row.sha256, "from": "2026-11-21", "minute": "2026-11-20"}
    assert words(service, row.id, Act.policy_adopted) == [said]
    assert queries.swapped_texts() == []


def test_a_version_to_come_is_withdrawn_before_its_day_and_its_draft_waits_again() -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    adopted(service, draft, TODAY + 5 * DAY)
    row = Adoption.objects.get(draft=draft)
    assert [each.may_withdraw for each in queries.versions(service, TODAY)] == [True, False]
    assert actions.withdraw(row.id, service, HEAD.person_id, NOW + 4 * DAY)
    assert queries.in_force(service, TODAY + 9 * DAY).title == "Confidentiality policy"
    assert words(service, row.id, Act.policy_withdrawn) == [{"sha256": row.sha256, "from": "2026-11-25"}]
    assert queries.swapped_texts() == []
    assert queries.versions(service, TODAY)[0].withdrawn_at is not None
    assert adopted(service, draft, TODAY + 5 * DAY, now=NOW + 5 * DAY).permitted
    assert queries.in_force(service, TODAY + 5 * DAY).title == "Our policy"


def test_what_has_begun_or_was_the_first_is_not_withdrawn() -> None:
    service = a_service()
    draft = a_draft(service)
    reviewed(service, draft, [GROUP])
    adopted(service, draft, TODAY + DAY)
    first, last = Adoption.objects.order_by("adopted_at")
    assert not actions.withdraw(first.id, service, HEAD.person_id, NOW)
    assert not actions.withdraw(last.id, service, HEAD.person_id, NOW + DAY)
    assert not actions.withdraw(last.id, a_service("cumbria"), HEAD.person_id, NOW)
    assert Adoption.objects.filter(withdrawn_at=None).count() == 3


def test_a_version_taken_out_of_force_behind_the_programs_back_is_noticed() -> None:
    service = a_service()
    Adoption.objects.filter(service_id=service).update(withdrawn_at=NOW)
    assert queries.swapped_texts() == ["coventry"]


def test_a_draft_begun_before_another_version_is_not_adopted_unseen() -> None:
    service = a_service()
    first, second = a_draft(service, "First"), a_draft(service)
    retitled(service, second, "Confidentiality policy")
    write = lambda text: writing.with_header(text, {"terms.volunteer": "Helper"})  # noqa: E731 - a name for a test
    actions.change_draft(second, service, HEAD.person_id, Draft.objects.get(id=second).version, write, NOW)
    actions.send_draft(second, service, HEAD.person_id, NOW)
    for draft in (first, second):
        reviewed(service, draft, [GROUP])
    assert adopted(service, first).permitted
    assert way(adopted(service, second)) == ("overtaken", "")
    page = change_page(service, second)
    assert page.overtaken
    assert page.puts_back == ("The policy is called “Confidentiality policy”, not “First”.",)
    assert page.last == "version 2026-11-20"
    assert actions.compare_draft(second, service, HEAD.person_id, NOW)
    assert not actions.compare_draft(second, service, HEAD.person_id, NOW)
    assert way(adopted(service, second))[0] == "not_sent"
    assert actions.send_draft(second, service, HEAD.person_id, NOW + timedelta(minutes=1))
    assert not any(each.holds for each in queries.draft(service, second).reviews)  # type: ignore[union-attr]
    reviewed(service, second, [GROUP], now=NOW + timedelta(minutes=2))
    assert adopted(service, second, now=NOW + timedelta(minutes=3)).permitted


def test_a_statement_that_the_last_version_changed_is_named_where_it_would_go_back() -> None:
    service = a_service()
    clause = policies.edition("coventry").clauses[0]
    old = a_draft(service)
    new = actions.begin_draft(service, HEAD.person_id, NOW)
    restatement = writing.Statement(clause.id, clause.ref, "", "Other.")
    write = lambda text: writing.restated(text, restatement, {})  # noqa: E731 - as above
    actions.change_draft(new, service, HEAD.person_id, 1, write, NOW)
    actions.send_draft(new, service, HEAD.person_id, NOW)
    reviewed(service, new, [GROUP])
    assert adopted(service, new).permitted
    assert change_page(service, old).puts_back == (
        f"{clause.ref} ({clause.id}) would not be as version 2026-11-20 has it.",
    )
    assert clause.id in change_page(service, old).touched


def test_a_version_does_not_come_before_one_that_was_adopted_already() -> None:
    service = a_service()
    first = a_draft(service, "First")
    reviewed(service, first, [GROUP])
    adopted(service, first, TODAY + 5 * DAY)
    second = a_draft(service, "Second")
    reviewed(service, second, [GROUP])
    assert way(adopted(service, second, TODAY + 4 * DAY)) == ("day", "in_force_from")
    assert adopted(service, second, TODAY + 5 * DAY).permitted


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"name": "Other"}, "The service is called “Other”, not “Coventry SENDIASS”."),
        (
            {"last_review": date(2026, 11, 1)},
            "It was last reviewed on “Sunday 1 November 2026”, not “not said”.",
        ),
        (
            {"next_review": date(2027, 11, 1)},
            "Its next review is on “Monday 1 November 2027”, not “not said”.",
        ),
        ({"reviewed_by": ["head_of_service"]}, "It is reviewed by “Service Manager”, not “Steering Group”."),
    ],
)
def test_a_line_of_the_head_is_a_change(line: dict[str, Any], says: str) -> None:
    service = a_service()
    draft = actions.begin_draft(service, HEAD.person_id, NOW)
    assert change_page(service, draft).changes_nothing
    actions.change_draft(draft, service, HEAD.person_id, 1, lambda text: writing.with_header(text, line), NOW)
    page = change_page(service, draft)
    assert page.head == (says,)
    assert not page.changes_nothing


def test_a_remark_in_the_file_is_no_word_for_word() -> None:
    service = a_service()
    draft = actions.begin_draft(service, HEAD.person_id, NOW)
    actions.change_draft(draft, service, HEAD.person_id, 1, lambda text: text + "# ours\n", NOW)
    page = change_page(service, draft)
    assert not page.changes_nothing
    assert "Only remarks in the file" in page.head[0]


def change_page(service: UUID, draft: UUID) -> reading.ChangePage:
    found = queries.draft(service, draft)
    assert found is not None
    return reading.change(found, reading.reviewers(queries.in_force(service, TODAY)))
