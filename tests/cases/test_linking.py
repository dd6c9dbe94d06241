"""A child and a parent, or two parents, have files of their own; that they belong together only leads see (D-03)."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.audit.record import AlreadyDone
from inconfidence.audit.verify import verify
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import ChildDetails, NotAccepted
from inconfidence.cases.models import Case, Link
from inconfidence.cases.queries import places
from inconfidence.vault import groups, subjects
from inconfidence.vault.groups import Group
from inconfidence.vault.sealed import CannotOpen
from tests.cases.browser import send, text
from tests.cases.family import a_case
from tests.cast import Cast, Person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]
OWN = ChildDetails(name="Sam", year_of_birth=2012, is_the_person=True)


@pytest.fixture
def mothers(cast: Cast) -> str:
    """The mother's file, with Tom."""
    return a_case(cast.tom)


@pytest.fixture
def childs(cast: Cast) -> str:
    """Her fourteen-year-old's own, with Ewa."""
    return a_case(cast.ewa, "Sam Oyelaran", child=OWN, relationship="self")


def linked(who: Person, reference: str) -> list[str]:
    """The numbers this lead sees beside a case."""
    page = queries.linked_page(who.actor, reference)
    assert page is not None
    return [link.reference for link in page.links]


def test_two_people_have_two_cards_two_keys_and_random_numbers(cast: Cast, mothers: str, childs: str) -> None:
    one, two = Case.objects.get(reference=mothers), Case.objects.get(reference=childs)
    assert one.card_id != two.card_id
    assert subjects.open_keys(cast.tom.actor.keyring, subjects.Kind.case, [one.id, two.id]).keys() == {one.id}
    assert subjects.open_keys(cast.ewa.actor.keyring, subjects.Kind.case, [one.id, two.id]).keys() == {two.id}
    assert queries.case_page(cast.tom.actor, childs) is None
    assert queries.case_page(cast.ewa.actor, mothers) is None


def test_a_lead_links_two_files_and_reads_it_at_both(cast: Cast, mothers: str, childs: str) -> None:
    assert actions.link_files(cast.maryam.actor, mothers, childs.lower()) is True
    assert linked(cast.maryam, mothers) == [childs]
    assert linked(cast.maryam, childs) == [mothers]
    assert Event.objects.filter(act=Act.files_linked, actor_id=cast.maryam.id).count() == 1


def test_nobody_else_links_reads_or_takes_away(cast: Cast, mothers: str, childs: str) -> None:
    actions.link_files(cast.maryam.actor, mothers, childs)
    row = Link.objects.get()
    for who in (cast.tom, cast.ewa, cast.joan, cast.vik):
        assert actions.link_files(who.actor, mothers, childs) is None
        assert queries.linked_page(who.actor, mothers) is None
        assert actions.unlink_files(who.actor, mothers, row.id) is None
        with pytest.raises(CannotOpen):
            groups.open_from_group(
                who.actor.keyring, row.service_id, Group.leads, places.link(row.id), row.record
            )
    assert Link.objects.count() == 1


def test_the_list_of_who_looked_does_not_tell(cast: Cast, mothers: str, childs: str) -> None:
    before = queries.who_looked(cast.tom.actor, mothers)
    actions.link_files(cast.maryam.actor, mothers, childs)
    assert linked(cast.maryam, mothers) == [childs]
    actions.unlink_files(cast.maryam.actor, mothers, Link.objects.get().id)
    after = queries.who_looked(cast.tom.actor, mothers)
    assert isinstance(before, list)
    assert isinstance(after, list)
    assert [look.wording for look in after] == [look.wording for look in before]


def test_a_wrong_link_is_taken_away_and_that_is_recorded(cast: Cast, mothers: str, childs: str) -> None:
    actions.link_files(cast.maryam.actor, mothers, childs)
    link_id = Link.objects.get().id
    assert actions.unlink_files(cast.maryam.actor, a_case(cast.tom, "Ife"), link_id) is None
    assert actions.unlink_files(cast.maryam.actor, childs, link_id) is True
    assert linked(cast.maryam, mothers) == []
    assert actions.unlink_files(cast.maryam.actor, childs, link_id) is None
    assert Event.objects.filter(act=Act.files_unlinked).count() == 1
    assert verify().ok


def test_two_files_of_three_do_not_show_the_third(cast: Cast, mothers: str, childs: str) -> None:
    fathers = a_case(cast.ewa, "Ade Oyelaran", relationship="father")
    actions.link_files(cast.maryam.actor, mothers, childs)
    actions.link_files(cast.maryam.actor, mothers, fathers)
    assert linked(cast.maryam, mothers) == sorted([childs, fathers])
    assert linked(cast.maryam, fathers) == [mothers]


@pytest.mark.parametrize("other", ["2222-2222", "", "a number that is none"])
def test_a_number_of_no_case_is_said_to_be_none(cast: Cast, mothers: str, other: str) -> None:
    with pytest.raises(NotAccepted, match="other"):
        actions.link_files(cast.maryam.actor, mothers, other)
    assert not Link.objects.exists()


def test_a_file_is_not_linked_with_itself_nor_twice(cast: Cast, mothers: str, childs: str) -> None:
    with pytest.raises(NotAccepted):
        actions.link_files(cast.maryam.actor, mothers, mothers)
    actions.link_files(cast.maryam.actor, mothers, childs)
    for one, two in ((mothers, childs), (childs, mothers)):
        with pytest.raises(NotAccepted):
            actions.link_files(cast.maryam.actor, one, two)
    assert Link.objects.count() == 1


def test_a_form_sent_twice_links_once(cast: Cast, mothers: str, childs: str) -> None:
    once = uuid4()
    actions.link_files(cast.maryam.actor, mothers, childs, once=once)
    fathers = a_case(cast.ewa, "Ade Oyelaran", relationship="father")
    with pytest.raises(AlreadyDone):
        actions.link_files(cast.maryam.actor, mothers, fathers, once=once)
    assert Link.objects.count() == 1


def test_another_services_case_is_no_case(gather: Callable[[str], Cast], cast: Cast, mothers: str) -> None:
    theirs = a_case(gather("coventry").tom)
    with pytest.raises(NotAccepted):
        actions.link_files(cast.maryam.actor, mothers, theirs)


def test_the_page_links_unlinks_and_says_who_works_on_both(
    cast: Cast, sign_in: SignIn, mothers: str, childs: str
) -> None:
    lead, path = sign_in(cast.maryam), f"/cases/{mothers}/linked/"
    assert "No other file is linked" in text(lead.get(path))
    assert "No case here has this number" in text(send(lead, path, other="2222-2222"))
    assert send(lead, path, other=childs).status_code == 302
    page = text(lead.get(path))
    assert childs in page
    assert "works on both" not in page
    actions.allocate(cast.maryam.actor, childs, cast.tom.id)
    assert "Tom Aldridge works on both" in text(lead.get(path))
    end = f"/cases/{mothers}/linked/{Link.objects.get().id}/end/"
    assert lead.get(end).status_code == 405
    assert lead.post(end, {"once": ""}).headers["Location"] == path
    assert send(lead, end).status_code == 302
    assert childs not in text(lead.get(path))


def test_the_page_is_for_leads_and_their_own_service(cast: Cast, sign_in: SignIn, mothers: str) -> None:
    for who in (cast.tom, cast.ewa, cast.joan, cast.vik):
        assert sign_in(who).get(f"/cases/{mothers}/linked/").status_code == 404
    assert sign_in(cast.maryam).get("/cases/2222-2222/linked/").status_code == 404


def test_the_way_there_stands_on_a_leads_pages_only(cast: Cast, sign_in: SignIn, mothers: str) -> None:
    actions.allocate(cast.maryam.actor, mothers, cast.maryam.id)
    assert "Other files of the family" in text(sign_in(cast.maryam).get(f"/cases/{mothers}/"))
    assert "Other files of the family" not in text(sign_in(cast.tom).get(f"/cases/{mothers}/"))
