"""A decision is asked again under the version of its day, whatever the policy has become since (D-32)."""

import re
from datetime import date

import pytest

from inconfidence import policies
from inconfidence.audit.acts import Act
from inconfidence.audit.queries import events_about
from inconfidence.cases.queries import OpenCase, open_case_for
from inconfidence.disclosure.models import Disclosure
from inconfidence.disclosure.queries import places
from inconfidence.editions import actions as editions
from inconfidence.editions import queries
from inconfidence.editions.models import Adoption, Defaults
from tests.cast import Cast
from tests.conftest import Clock
from tests.disclosure.family import Family, a_family
from tests.disclosure.pages import SignIn, asked, page_of, press, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast, clock: Clock) -> Family:
    found = a_family(cast.tom)
    clock.forward(minutes=1)
    return found


def another_policy(cast: Cast, slug: str) -> None:
    """From today the service goes by the text of another one."""
    lead = cast.maryam.actor
    minute = editions.Minute("SG 3/26", date(2026, 11, 19))
    editions.adopt(lead.service_id, lead.person_id, policies.text(slug), lead.today(), minute, lead.now())


def replayed(client: object, family: Family, found: str) -> str:
    return words(page_of(client, f"/cases/{family.reference}/decisions/{found}/"))  # type: ignore[arg-type]


def test_what_was_shared_is_asked_again_before_and_after_the_policy_changed(
    cast: Cast, family: Family, sign_in: SignIn, clock: Clock
) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    shared = str(Disclosure.objects.get().id)
    ledger = words(page_of(tom, f"/cases/{family.reference}/ledger/"))
    assert f"/cases/{family.reference}/decisions/{shared}/" in ledger
    before = replayed(tom, family, shared)
    assert "the version of that day answers as it did" in before
    assert "Today’s version answers the same." in before
    clock.forward(minutes=1)
    another_policy(cast, "rotherham")
    after = replayed(tom, family, shared)
    assert "the version of that day answers as it did" in after
    assert "Cumbria" in after
    today = re.search(r"Under today’s version</h2>\s*<p[^>]*><strong>([^<]+)</strong>", after)
    assert today
    assert today.group(1) == "Yes."
    assert "Rotherham" in after


def test_its_clauses_are_read_as_the_version_of_its_day_has_them(
    cast: Cast, family: Family, sign_in: SignIn, clock: Clock
) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    clock.forward(minutes=1)
    another_policy(cast, "rotherham")
    after = replayed(tom, family, str(Disclosure.objects.get().id))
    links = re.findall(r'href="(/policy/versions/[0-9a-f-]{36}/(CU-[^/]+)/)"', after)
    assert links
    for address, clause in links:
        assert f"Clause {clause}" in words(page_of(tom, address))
        assert tom.get(f"/policy/{clause}/").status_code == 404
    assert tom.get(links[0][0].replace("CU-", "XX-")).status_code == 404
    assert tom.get(f"/policy/versions/{family.item}/L-01/").status_code == 404


def test_the_law_and_the_defaults_are_those_of_its_day(
    cast: Cast, family: Family, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release with another default answers anew what is asked anew, and nothing that was asked before."""
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    shared = str(Disclosure.objects.get().id)
    kept = policies.default_text()
    assert Defaults.objects.get().text == kept
    monkeypatch.setattr(policies, "default_text", lambda: kept.replace("Data Protection Act", "Act on data"))
    assert policies.default_text() != kept
    page = replayed(tom, family, shared)
    assert "answers as it did" in page
    press(tom, "share", asked(tom, family), family)
    assert Defaults.objects.count() == 2


def test_defaults_that_were_swapped_answer_nothing(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    row = Defaults.objects.get()
    Defaults.objects.update(text=f"{row.text}\n# added later")
    adoption = Adoption.objects.get(service_id=cast.service_id)
    with pytest.raises(queries.SwappedText):
        queries.version(cast.service_id, adoption.id, row.sha256)
    assert len(queries.swapped_texts()) == 1


def test_a_question_that_was_refused_is_asked_again(cast: Cast, family: Family, sign_in: SignIn) -> None:
    maryam = sign_in(cast.maryam)
    maryam.post(f"/cases/{family.reference}/reason/", {"words": "Supervision", "once": family.item})
    answer = words(asked(maryam, family, who="other", kind="la_send_officer", name="Ros Marsh"))
    assert "Ros Marsh" in answer
    ledger = words(page_of(maryam, f"/cases/{family.reference}/ledger/"))
    found = re.search(r'data-not-shared="([0-9a-f-]{36})"', ledger)
    assert found
    assert "answers as it did" in replayed(maryam, family, found.group(1))


def test_a_decision_made_before_facts_were_kept_says_so(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    door = open_case_for(cast.tom.actor, family.reference, look=None)
    assert isinstance(door, OpenCase)
    row = Disclosure.objects.get()
    said = dict(door.key.open(places.disclosure(row.id), row.record))
    del said["asked"]
    Disclosure.objects.update(record=door.key.seal(places.disclosure(row.id), said))
    assert "cannot be asked again" in replayed(tom, family, str(row.id))


def test_asking_again_is_a_look_at_the_case(cast: Cast, family: Family, sign_in: SignIn) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    replayed(tom, family, str(Disclosure.objects.get().id))
    door = open_case_for(cast.tom.actor, family.reference, look=None)
    assert isinstance(door, OpenCase)
    assert events_about(cast.service_id, door.case_id)[0].act == Act.decision_replayed


@pytest.mark.parametrize("who", ["ewa", "joan", "vik"])
def test_it_is_not_there_for_who_is_not_on_the_case(
    cast: Cast, family: Family, sign_in: SignIn, who: str
) -> None:
    tom = sign_in(cast.tom)
    press(tom, "share", asked(tom, family), family)
    address = f"/cases/{family.reference}/decisions/{Disclosure.objects.get().id}/"
    assert sign_in(getattr(cast, who)).get(address).status_code == 404
    other = f"/cases/{family.reference}/decisions/{family.item}/"
    assert tom.get(other).status_code == 404
