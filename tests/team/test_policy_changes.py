"""A change of the policy, in the pages: drafted by a lead, looked at, minuted, adopted from a day; nothing by half."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.editions import queries
from inconfidence.editions.models import Adoption, Draft
from inconfidence.policy.clocks.days import months_after
from inconfidence.policy.loading.clauses import PAGES
from inconfidence.team import urls
from tests.team.people import MORNING, a_colleague, a_service, signed_in

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
TOMORROW = TODAY + timedelta(days=1)


def once() -> str:
    return str(uuid4())


def boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def begun(client: Client) -> str:
    """The address of a new draft."""
    answer = client.post("/policy/changes/", {"once": once()})
    return str(answer.headers["Location"])


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


def filled(client: Client, address: str) -> dict[str, str]:
    """What a browser would send back of a form nobody touched."""
    page = text(client.get(address))
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    found = {name: value for name, value in fields.items() if name in ("version", "draft")}
    for tag in re.findall(r"<input[^>]*checked[^>]*>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        assert name
        assert value
        found[name.group(1)] = value.group(1)
    for tag in re.findall(r'<input[^>]*type="text"[^>]*>', page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        assert name
        found[name.group(1)] = value.group(1) if value else ""
    for name_, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', page):
        found[name_] = words.strip()
    return found | {"once": once()}


@time_machine.travel(MORNING, tick=False)
def test_a_value_is_changed_in_a_form_reviewed_minuted_and_adopted_from_a_day() -> None:
    lead = a_service("bath-and-north-east-somerset")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    assert "word for word" in text(client.get(draft))
    form = filled(client, f"{draft}statement/BN-5.4/")
    assert form["consent-review__overdue"] == "confirm_first"
    saved = client.post(f"{draft}statement/BN-5.4/", form | {"consent-review__overdue": "remind"})
    assert saved.headers["Location"] == draft
    page = text(client.get(draft))
    assert "5.4" in page
    assert "is new or changed" in page
    assert "would end in another way" in text(client.get(f"{draft}effect/"))
    assert "Not yet" in text(client.get(f"{draft}effect/"))
    answers = reverse("team:policy_answers", args=[draft.split("/")[-2], "may_disclose"])
    assert f'href="{answers}"' in text(client.get(f"{draft}effect/"))
    asking = client.get(answers)
    assert "every combination of facts" in text(asking)
    assert asking.headers["Refresh"] == "0; url=?answers"
    walked = text(client.get(f"{answers}?answers"))
    assert "ways the facts can stand" in walked
    assert "In force not yet" in walked
    assert "the facts stand, it is answered as now" in text(
        client.get(answers.replace("disclose", "publish") + "?answers")
    )
    assert client.get(answers.replace("may_disclose", "may_dance")).status_code == 404
    client.post(f"{draft}send/", {"once": once()})
    said = {"role": "head_of_service", "agreed": "yes", "once": once()} | boxes("on", TODAY)
    assert client.post(f"{draft}review/", said).headers["Location"] == draft
    assert "agrees" in text(client.get(draft))
    refused = client.post(f"{draft}adopt/", boxes("in_force_from", TOMORROW) | {"once": once()})
    assert "What would change it" in text(refused)
    assert Adoption.objects.count() == 1
    minute = {"minute_reference": "SG 7/26", "once": once()} | boxes("minute_on", TODAY)
    adopted = client.post(f"{draft}adopt/", boxes("in_force_from", TOMORROW) | minute)
    assert adopted.headers["Location"] == "/policy/versions/"
    service = lead.actor.service_id
    assert queries.in_force(service, TODAY).value("consent-review", "overdue") == "confirm_first"
    after = queries.in_force(service, TOMORROW)
    assert after.value("consent-review", "overdue") == "remind"
    assert after.label == TOMORROW.isoformat()
    versions = text(client.get("/policy/versions/"))
    assert "SG 7/26" in versions
    assert "not yet" in versions
    acts = {Act(each) for each in Event.objects.values_list("act", flat=True)}
    assert {Act.policy_drafted, Act.policy_draft_changed, Act.policy_draft_sent, Act.policy_draft_reviewed,
            Act.policy_not_adopted, Act.policy_adopted} <= acts  # fmt: skip


@time_machine.travel(MORNING, tick=False)
def test_nothing_is_saved_by_half_when_a_statement_is_dropped_that_a_rule_needs() -> None:
    client = signed_in(a_service("blackburn-with-darwen"), MORNING)
    draft = begun(client)
    needed = "BD-SHARE-02b"  # the only one that says who weighs a strong public interest
    form = filled(client, f"{draft}statement/{needed}/")
    refused = text(client.post(f"{draft}statement/{needed}/", form | {"leave-out": "yes"}))
    assert "nothing was saved" in refused
    assert "“Who weighs a strong public interest” is said by no statement any more" in refused
    assert "Say it in another statement first." in refused
    assert "public-interest.decided" not in refused
    assert Draft.objects.get().version == 1
    assert "word for word" in text(client.get(draft))


@time_machine.travel(MORNING, tick=False)
def test_a_statement_that_no_rule_needs_is_left_out_and_named_as_gone() -> None:
    client = signed_in(a_service("bath-and-north-east-somerset"), MORNING)
    draft = begun(client)
    form = filled(client, f"{draft}statement/BN-1.1a/")
    assert client.post(f"{draft}statement/BN-1.1a/", form | {"leave-out": "yes"}).status_code == 302
    assert "(BN-1.1a) is left out" in text(client.get(draft))


@pytest.mark.parametrize(
    ("address", "field", "typed", "says"),
    [
        ("statement/BN-5.4/", "consent-review__months", "0", "Enter a whole number, 1 to 120"),
        ("statement/BN-5.4/", "consent-review__months", "six", "Enter a whole number, 1 to 120"),
        ("statement/BN-5.4/", "consent-review__months", "121", "Enter a whole number, 1 to 120"),
        ("promise/", "id", "BN/1.2", "Enter letters, figures, dots and hyphens, like BN-1.2"),
        ("promise/", "id", "versions", "Enter another id: a page of the policy is called that"),
        ("statement/BN-5.4/", "consent-review__overdue", "never", "Choose one of the answers shown"),
        ("statement/BN-5.4/", "says", "", "Enter what it says"),
        ("head/", "title", "", "Enter title of the policy"),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays(
    address: str, field: str, typed: str, says: str
) -> None:
    client = signed_in(a_service("bath-and-north-east-somerset"), MORNING)
    draft = begun(client)
    form = filled(client, draft + address)
    page = text(client.post(draft + address, form | {field: typed}))
    assert says in page
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize(
    ("policy", "statement", "field", "left", "says"),
    [
        ("bath-and-north-east-somerset", "BN-7.3", "policy-review__by", [], "Choose at least one of: "),
        ("rotherham", "RO-HARM-03a", "route__child", [], "Choose Social Care"),
        ("rotherham", "RO-HARM-03a", "route__child", ["police"], "Choose Social Care"),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_a_list_that_names_somebody_is_not_emptied(
    policy: str, statement: str, field: str, left: list[str], says: str
) -> None:
    client = signed_in(a_service(policy), MORNING)
    draft = begun(client)
    form = filled(client, f"{draft}statement/{statement}/")
    assert form[field]
    page = text(client.post(f"{draft}statement/{statement}/", form | {field: left}))
    assert says in page
    assert Draft.objects.get().version == 1


@pytest.mark.parametrize(
    ("field", "day", "says"),
    [
        ("last_review", TODAY, ""),
        ("last_review", TOMORROW, f"The date must be {TODAY:%-d %B %Y} or earlier"),
        ("in_force_from", months_after(TODAY, 12), ""),
        ("in_force_from", months_after(TODAY, 12) + timedelta(days=1), "or earlier"),
    ],
)
@time_machine.travel(MORNING, tick=False)
def test_the_head_prints_days_that_can_be(field: str, day: date, says: str) -> None:
    """A review has been; a version begins within a year (D-32)."""
    client = signed_in(a_service("bath-and-north-east-somerset"), MORNING)
    draft = begun(client)
    never = boxes("next_review", date(2090, 1, 1))
    answer = client.post(f"{draft}head/", filled(client, f"{draft}head/") | never | boxes(field, day))
    assert (answer.status_code, Draft.objects.get().version) == ((200, 1) if says else (302, 2))
    assert says in text(answer)


def test_no_statement_is_called_what_a_page_of_the_policy_is() -> None:
    """An address with a number of a statement is never that of another page."""
    parts = [str(each.pattern).strip("/").split("/") for each in urls.urlpatterns]
    beside = {each[-1] for each in parts for other in parts
              if other[-1] == "<str:clause_id>" and each[:-1] == other[:-1]}  # fmt: skip
    words = {each for each in beside if re.fullmatch("[a-z]+", each)}
    assert words == set(PAGES)


@time_machine.travel(MORNING, tick=False)
def test_of_two_leads_at_one_draft_neither_overwrites_the_other() -> None:
    client = signed_in(a_service("bath-and-north-east-somerset"), MORNING)
    draft = begun(client)
    late = filled(client, f"{draft}statement/BN-5.5/")
    first = filled(client, f"{draft}statement/BN-5.4/") | {"says": "We ask again."}
    assert client.post(f"{draft}statement/BN-5.4/", first).status_code == 302
    page = text(client.post(f"{draft}statement/BN-5.5/", late | {"says": "Only what they need."}))
    assert "Somebody else changed this draft meanwhile" in page
    assert "Only what they need." in page
    again = late | {"says": "Only what they need.", "version": "2", "once": once()}
    assert client.post(f"{draft}statement/BN-5.5/", again).status_code == 302
    page = text(client.get(draft))
    assert "We ask again." in page
    assert "Only what they need." in page


@time_machine.travel(MORNING, tick=False)
def test_what_the_policy_is_silent_on_is_said_in_a_new_statement_or_in_one_that_is_there() -> None:
    lead = a_service("rotherham")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    address = f"{draft}silent/consent-review/"
    form = filled(client, address) | {
        "consent-review__overdue": "confirm_first",
        "consent-review__months": "3",
    }
    nowhere = text(client.post(address, form | {"where": "new"}))
    assert "Enter a number for the new statement" in nowhere
    assert "Choose the statement" in text(client.post(address, form | {"where": "there"}))
    taken = form | {"where": "new", "id": "RO-INTRO-01", "ref": "x", "kind": "workflow", "says": "x"}
    assert "is there already" in text(client.post(address, taken))
    new = {"where": "new", "id": "RO-NEW-1", "ref": "New, 1", "kind": "workflow", "says": "We ask again."}
    assert client.post(address, form | new | {"once": once()}).status_code == 302
    page = text(client.get(draft))
    assert "RO-NEW-1" in page
    there = filled(client, f"{draft}silent/safe-contact/") | {
        "where": "there",
        "statement": "RO-INTRO-02c", "safe-contact__free": ["letter"],
        "safe-contact__ask_first": ["home", "mobile", "work", "answerphone", "via_relative", "via_colleague"],
    }  # fmt: skip
    assert client.post(f"{draft}silent/safe-contact/", there).status_code == 302
    found = queries.drafts(lead.actor.service_id)[0].after
    assert found.setting("consent-review", "months").clauses == ("RO-NEW-1",)
    assert found.setting("safe-contact", "free").clauses == ("RO-INTRO-02c",)
    assert found.value("safe-contact", "free") == ("letter",)


@time_machine.travel(MORNING, tick=False)
def test_titles_and_words_are_changed_in_the_head() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)
    form = filled(client, f"{draft}head/")
    changed = form | {"titles__head_of_service": "Team Lead", "terms__volunteer": "Helper"}
    assert client.post(f"{draft}head/", changed).status_code == 302
    page = text(client.get(draft))
    assert "is called “Team Lead”" in page
    found = queries.drafts(lead.actor.service_id)[0].after
    assert (found.titles["head_of_service"], found.terms["volunteer"]) == ("Team Lead", "Helper")


@time_machine.travel(MORNING, tick=False)
def test_a_file_takes_the_place_of_the_draft_or_every_fault_of_it_is_said() -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client)

    def sent(content: bytes) -> str:
        file = SimpleUploadedFile("ours.toml", content)
        form = filled(client, f"{draft}file/")
        return text(client.post(f"{draft}file/", form | {"policy_file": file}))

    broken = policies.text("coventry").replace('decided_by = "head_of_service"', 'decided_by = "the_boss"', 1)
    assert "cannot be “the_boss”; it may be: the head of service" in sent(broken.encode())
    assert "cannot be read as a policy: something is wrong in line 1. Download" in sent(b"this is no policy")
    later = policies.text("coventry").replace("[service]\n", "[service]\nlast_review = 2090-01-01\n", 1)
    assert "found 2090-01-01; expected a day that has been, or today" in sent(later.encode())
    assert "UTF-8" in sent("Straße".encode("latin-1"))
    assert "smaller than 1 MB" in sent(b"# " + b"x" * 1024 * 1024)
    assert "nothing was saved" in sent(b"this is no policy")
    assert Draft.objects.get().version == 1
    another = sent(policies.text("cumbria").encode())
    assert "found cumbria; expected coventry: it is the policy of another service" in another
    assert Draft.objects.get().version == 1
    ours = policies.text("coventry").replace('title = "Confidentiality policy"', 'title = "Ours"', 1)
    assert sent(ours.encode()) == ""
    assert queries.drafts(lead.actor.service_id)[0].after.title == "Ours"


@time_machine.travel(MORNING, tick=False)
def test_a_draft_that_is_changed_is_reviewed_again() -> None:
    client = signed_in(a_service("coventry"), MORNING)
    draft = begun(client)
    statement = policies.edition("coventry").clauses[0].id
    client.post(
        f"{draft}statement/{statement}/", filled(client, f"{draft}statement/{statement}/") | {"says": "A."}
    )
    minute = {"minute_reference": "SG 7/26"} | boxes("minute_on", TODAY)
    early = {"role": "governing_group", "agreed": "yes", "once": once()} | boxes("on", TODAY) | minute
    client.post(f"{draft}review/", early)
    assert "Steering Group: agrees" not in text(client.get(draft))
    client.post(f"{draft}send/", {"once": once()})
    assert client.post(f"{draft}send/", {"once": once()}).headers["Location"] == "/policy/changes/"
    client.post(f"{draft}review/", early | {"once": once()})
    assert "Steering Group: agrees" in text(client.get(draft))
    client.post(
        f"{draft}statement/{statement}/", filled(client, f"{draft}statement/{statement}/") | {"says": "B."}
    )
    client.post(f"{draft}send/", {"once": once()})
    assert "Steering Group: nothing recorded yet" in text(client.get(draft))


@time_machine.travel(MORNING, tick=False)
def test_no_version_comes_into_force_on_a_day_that_is_over() -> None:
    client = signed_in(a_service("coventry"), MORNING)
    draft = begun(client)
    minute = {"minute_reference": "SG 7/26", "once": once()} | boxes("minute_on", TODAY)
    page = client.post(f"{draft}adopt/", boxes("in_force_from", TODAY - timedelta(days=1)) | minute)
    assert page.status_code == 200
    assert Adoption.objects.count() == 1


@time_machine.travel(MORNING, tick=False)
def test_a_draft_is_given_up_and_stays_on_record() -> None:
    client = signed_in(a_service("coventry"), MORNING)
    draft = begun(client)
    assert client.post(f"{draft}drop/", {"once": once()}).headers["Location"] == "/policy/changes/"
    assert client.get(draft).status_code == 404
    assert client.post(f"{draft}drop/", {"once": once()}).status_code == 302
    assert Draft.objects.get().state == "dropped"


ASKED_FOR = ["team:policy_draft", "team:policy_head", "team:policy_file", "team:policy_effect",
             "team:policy_review", "team:policy_adopt", "team:policy_promise"]  # fmt: skip
PRESSED = ["team:policy_send", "team:policy_compare", "team:policy_drop"]


@pytest.mark.parametrize("name", [*ASKED_FOR, *PRESSED])
@time_machine.travel(MORNING, tick=False)
def test_a_change_is_for_leads_and_of_their_own_service(name: str) -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    draft = begun(client).split("/")[-2]
    address = reverse(name, args=[draft])
    assert client.get(address).status_code == (405 if name in PRESSED else 200)
    others = signed_in(a_colleague(lead), MORNING), signed_in(a_service("cumbria"), MORNING)
    for other in others:
        if name in PRESSED:
            other.post(address, {"once": once()})
        else:
            assert other.get(address).status_code == 404
    assert Draft.objects.get().state == "writing"
    assert Client().get(address).status_code in (302, 405)


@pytest.mark.parametrize(
    ("name", "what"), [("team:policy_statement", "CV-INTRO-01"), ("team:policy_silent", "consent-review")]
)
@time_machine.travel(MORNING, tick=False)
def test_a_statement_is_changed_by_leads_of_the_service(name: str, what: str) -> None:
    lead = a_service("coventry")
    client = signed_in(lead, MORNING)
    address = reverse(name, args=[begun(client).split("/")[-2], what])
    assert client.get(address).status_code == 200
    assert signed_in(a_colleague(lead), MORNING).get(address).status_code == 404
    assert signed_in(a_service("cumbria"), MORNING).get(address).status_code == 404
    assert Client().get(address).status_code == 302


@time_machine.travel(MORNING, tick=False)
def test_what_there_is_not_is_not_found() -> None:
    client = signed_in(a_service("coventry"), MORNING)
    draft = begun(client)
    for page in ("statement/CV-NOTHING/", "silent/nothing/"):
        assert client.get(draft + page).status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_every_colleague_reads_every_version() -> None:
    lead = a_service("coventry")
    client = signed_in(a_colleague(lead), MORNING)
    page = text(client.get("/policy/versions/"))
    address = reverse("team:policy_version", args=[Adoption.objects.get().id])
    assert f'href="{address}"' in page
    assert "CV-INTRO-01" in text(client.get(address))
    assert signed_in(a_service("cumbria"), MORNING).get(address).status_code == 404


@time_machine.travel(MORNING, tick=False)
def test_a_review_is_recorded_by_those_whom_the_policy_names_and_moves_the_date() -> None:
    lead = a_service("rotherham")
    client = signed_in(lead, MORNING)
    assert "overdue since Sunday 31 August 2025" in text(client.get("/policy/"))
    alone = {"roles": ["head_of_service"], "once": once()} | boxes("on", TODAY)
    refused = text(client.post("/policy/reviewed/", alone))
    assert "the Monitoring Group" in refused
    assert "overdue since" in text(client.get("/policy/"))
    minute = {"minute_reference": "MG 7/26"} | boxes("minute_on", TODAY)
    named = {"roles": ["governing_group"], "once": once()} | boxes("on", TODAY) | minute
    assert client.post("/policy/reviewed/", named).headers["Location"] == "/policy/"
    assert client.post("/policy/reviewed/", named).status_code == 302
    assert "due by Tuesday 20 November 2029" in text(client.get("/policy/"))


@time_machine.travel(MORNING, tick=False)
def test_a_policy_without_a_date_says_that_nobody_knows_when_it_was_reviewed() -> None:
    assert "No review of our policy has been recorded" in text(
        signed_in(a_service("coventry"), MORNING).get("/policy/")
    )
