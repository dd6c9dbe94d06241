"""Letters and case sheets at their edges: what has become secret since, a look before the end, what goes to others."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from inconfidence.audit.acts import Act
from inconfidence.audit.models import Event
from inconfidence.cases import actions, queries
from inconfidence.cases.actions import ChildDetails, InvolvedDetails, NoteDetails
from inconfidence.cases.models import Item
from inconfidence.config import checks
from inconfidence.consent.actions import ConsentDetails, FormReturned, record_consent, record_form_returned
from inconfidence.disclosure import actions as sharing_actions
from inconfidence.disclosure.facts import Doing
from inconfidence.people.queries import SafeContact
from tests.cases.browser import send, text
from tests.cases.family import a_case, marta
from tests.cases.test_letters import FINE, LETTER, a_senco, cast, made, with_address
from tests.cases.test_meetings import a_meeting
from tests.cast import Cast, Person
from tests.conftest import Clock
from tests.disclosure.family import a_family
from tests.disclosure.test_sharing import answer_to, to_school
from tests.letters.reading import pages, words

__all__ = ["cast"]
SignIn = Callable[[Person], Client]
SECRET = SafeContact(ok_post="yes", address_confidential=True)
BATH = "bath-and-north-east-somerset-advice-service"


def becomes(who: Person, reference: str, **card: object) -> None:
    """The card of this case is changed to say this."""
    head = queries.case_head(who.actor, reference)
    assert isinstance(head, queries.CaseHead)
    now = replace(marta().card, **({"address": "14 Elm Street\nElmshire\nEL1 2AB"} | card))  # type: ignore[arg-type]
    actions.change_contact(who.actor, reference, now, version=head.card.version)


@pytest.mark.parametrize("size", ["", "?size=large"])
@pytest.mark.parametrize(
    ("card", "says"),
    [
        ({"safe": SECRET}, "The address is secret: it is never printed."),
        ({"safe": SafeContact(ok_post="no")}, "They said no to letters."),
        (
            {"safe": FINE, "address": "3 Oak Road\nElmshire\nEL9 9ZZ"},
            "Another address was given, and is not used for 72 hours",
        ),
    ],
)
def test_a_final_letter_is_asked_again_before_every_print(
    cast: Cast, sign_in: SignIn, card: dict[str, object], says: str, size: str
) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, way="post")
    path = f"/cases/{reference}/letters/{came.item_id}/print/{size}"
    client = sign_in(cast.tom)
    assert "14 Elm Street" in words(client.get(path).content)
    becomes(cast.tom, reference, **card)
    answer = client.get(path)
    assert answer["Content-Type"].startswith("text/html")
    assert says in text(answer)


def test_once_another_address_is_used_the_letter_is_to_be_written_again(
    cast: Cast, sign_in: SignIn, clock: Clock
) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, way="post")
    becomes(cast.tom, reference, safe=FINE, address="3 Oak Road\nElmshire\nEL9 9ZZ")
    clock.forward(hours=72)
    answer = sign_in(cast.tom).get(f"/cases/{reference}/letters/{came.item_id}/print/")
    assert "The address on record is another one by now" in text(answer)


def test_words_that_have_become_secret_are_not_printed(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference, text="Dear Marta\n\nI will come to 14 Elm Street.")
    becomes(cast.tom, reference, safe=SECRET)
    answer = sign_in(cast.tom).get(f"/cases/{reference}/letters/{came.item_id}/print/")
    assert "This names an address that must stay secret" in text(answer)


def test_a_look_at_the_print_is_marked_and_recorded(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    path = f"/cases/{reference}/letters/new/?letter=closing"
    long = {"text": "Dear Marta\n\n" + "\n\n".join(["All is well, and so on and so forth."] * 40)}
    client = sign_in(cast.tom)
    look = send(client, path, **(LETTER | long | {"press": "preview"})).content
    assert pages(look) > 1
    assert words(look).count("DRAFT – not to be sent") == pages(look)
    assert Event.objects.filter(act=Act.letter_looked_at).count() == 1
    final = made(cast.tom, reference).item_id
    assert "DRAFT" not in words(client.get(f"/cases/{reference}/letters/{final}/print/").content)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": "Come to 14 Elm Street."}, "This names an address that must stay secret"),
        ({"way": "post"}, "The address is secret: it is never printed."),
        ({"text": "By [a day in May]."}, "Fill in or take out what stands in square brackets"),
    ],
)
def test_a_look_passes_the_checks_of_a_final_letter(
    cast: Cast, sign_in: SignIn, fields: dict[str, str], says: str
) -> None:
    reference = with_address(cast.tom, SECRET)
    path = f"/cases/{reference}/letters/new/?letter=closing"
    answer = send(sign_in(cast.tom), path, **(LETTER | fields | {"press": "preview"}))
    assert answer["Content-Type"].startswith("text/html")
    assert says in text(answer)
    assert not Event.objects.filter(act=Act.letter_looked_at).exists()


def test_a_look_at_a_letter_to_others_carries_no_name_and_no_address(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    senco = a_senco(cast.tom, reference, reach="Brook Lane School, Elmshire EL2 3CD")
    path = f"/cases/{reference}/letters/new/?letter=arranging&person={senco}"
    found = words(send(sign_in(cast.tom), path, **(LETTER | {"way": "post", "press": "preview"})).content)
    assert "Not addressed: whether it may go is asked first" in found
    for word in ("Kit Vale", "EL2 3CD", "Brook Lane"):
        assert word not in found


def test_a_look_waits_with_the_letter_until_work_may_begin(
    gather: Callable[[str], Cast], sign_in: SignIn
) -> None:
    cast = gather("rotherham")
    reference = with_address(cast.tom)
    senco = a_senco(cast.tom, reference)
    path = f"/cases/{reference}/letters/new/?letter=arranging&person={senco}"
    answer = send(sign_in(cast.tom), path, **(LETTER | {"press": "preview"}))
    assert answer["Content-Type"].startswith("text/html")
    assert "data-outcome=" in text(answer)


def test_a_letter_shared_under_a_yes_is_printed_from_its_entry_and_went_by_letter(
    cast: Cast, sign_in: SignIn, clock: Clock
) -> None:
    reference, _, senco = a_family(cast.tom)
    letter = str(made(cast.tom, reference, letter="arranging", person=UUID(senco)).item_id)
    client = sign_in(cast.tom)
    path = f"/cases/{reference}/letters/{letter}/"
    assert client.get(path + "print/").status_code == 404
    clock.forward(minutes=1)
    shown = answer_to(cast.tom, reference, to_school(letter, senco))
    assert shown.usual_way == "letter"
    done = Doing(how="letter", on=cast.tom.actor.today(), words={})
    came = sharing_actions.share(cast.tom.actor, reference, shown.sharing, done, shown=shown.digest)
    assert isinstance(came, sharing_actions.Shared)
    book = text(client.get(f"/cases/{reference}/ledger/"))
    assert "by letter" in book
    assert f'href="{path}"' in book
    assert "print/" in text(client.get(path))
    made_out = words(client.get(path + "print/").content)
    assert "Kit Vale" in made_out
    assert "SENCO" in made_out
    assert "Elm Street" not in made_out
    assert client.get(f"/cases/{reference}/label/?item={letter}").status_code == 200


def test_a_wording_out_of_order_leaves_the_rest_in_place(cast: Cast, sign_in: SignIn) -> None:
    reference = with_address(cast.tom)
    came = made(cast.tom, reference)
    own = settings.DATA / "letters" / BATH
    own.mkdir(parents=True)
    (own / "wishes.toml").write_text('title = "A"\nto = "anybody"\nheading = "B"\ntext = "Dear {persn}"\n')
    client = sign_in(cast.tom)
    page = text(client.get("/sheets/"))
    assert "wishes.toml, line 4: {persn} is no gap we know" in page
    assert 'href="/sheets/privacy/"' in page
    assert client.get("/sheets/privacy/")["Content-Type"] == "application/pdf"
    assert client.get("/sheets/wishes/").status_code == 404
    again = client.get(f"/cases/{reference}/letters/{came.item_id}/print/?size=large")
    assert again["Content-Type"] == "application/pdf"
    assert "wishes.toml, line 4" in text(client.get(f"/cases/{reference}/letters/new/"))
    [warning] = checks.wordings_in_order(None)
    assert str(warning.msg).startswith(f"letters/{BATH}/wishes.toml, line 4")


HEAD = 'title = "A"\nto = "person"\nheading = "B"\ntext = "Dear {person}"\n'


@pytest.mark.parametrize(
    "wrong",
    [
        HEAD + 'order = "x"\n',
        HEAD.replace('"Dear {person}"', "5"),
        HEAD.replace('"person"', '"anybody"') + '[[block]]\nticks = ["a"]\nacross = "q"\n',
        HEAD + 'enclosed = "abc"\n',
        HEAD + 'with = ["nothere"]\n',
    ],
)
def test_a_value_of_the_wrong_kind_leaves_out_that_file_alone(
    cast: Cast, sign_in: SignIn, wrong: str
) -> None:
    reference = with_address(cast.tom)
    own = settings.DATA / "letters" / BATH
    own.mkdir(parents=True)
    (own / "ours.toml").write_text(wrong)
    client = sign_in(cast.tom)
    for path in ("/sheets/", f"/cases/{reference}/letters/new/"):
        assert "ours.toml, line " in text(client.get(path))
    assert client.get("/sheets/privacy/")["Content-Type"] == "application/pdf"
    assert client.get("/sheets/ours/").status_code == 404
    closing = f"/cases/{reference}/letters/new/?letter="
    assert 'id="id_text"' in text(client.get(closing + "closing"))
    assert 'id="id_text"' not in text(client.get(closing + "ours"))


def test_a_leaflet_with_a_sign_that_cannot_be_printed_says_so(cast: Cast, sign_in: SignIn) -> None:
    own = settings.DATA / "letters" / BATH
    own.mkdir(parents=True)
    (own / "ours.toml").write_text(HEAD.replace('"person"', '"anybody"').replace("Dear", "\U00013080"))
    client = sign_in(cast.tom)
    page = text(client.get("/sheets/ours/"))
    assert "ours.toml: One of the signs in this text is in no alphabet that we can print." in page
    assert 'href="/sheets/privacy/"' in page


def test_without_a_letterhead_the_worker_is_told_and_a_lead_can_set_it(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    path = f"/cases/{reference}/letters/new/?letter=closing"
    tom = sign_in(cast.tom)
    assert send(tom, path, **LETTER).cookies["said"].value.startswith("letter-made-bare:")
    assert tom.get("/letterhead/").status_code == 404
    lead = sign_in(cast.maryam)
    five = {"address": "1\n2\n3\n4\n5", "phone": "", "email": ""}
    assert "Shorten the address to four lines" in text(send(lead, "/letterhead/", **five))
    head = {"address": "Quay House\n1 Quay Row", "phone": "01632 960 100", "email": "us@example.org"}
    assert send(lead, "/letterhead/", **head).status_code == 302
    assert Event.objects.filter(act=Act.letterhead_set).count() == 1
    assert "Quay House 1 Quay Row 01632 960 100 us@example.org" in words(lead.get("/sheets/privacy/").content)
    assert send(tom, path, **LETTER).cookies["said"].value.startswith("letter-made:")


@pytest.mark.parametrize("size", ["", "large"])
def test_the_case_sheet_names_no_secret_and_no_surname(cast: Cast, sign_in: SignIn, size: str) -> None:
    safe = SafeContact(ok_post="yes", address_confidential=True, do_not_contact="Rufus Grimble")
    reference = with_address(cast.tom, safe)
    said = "Marta Oyelaran moved to 14 Elm Street; Rufus Grimble must not know."
    actions.add_note(cast.tom.actor, reference, NoteDetails(text=said))
    actions.add_note(
        cast.tom.actor, reference, NoteDetails(text="x", next_step="Ring Mrs Oyelaran about 14 Elm Street")
    )
    actions.add_involved(cast.tom.actor, reference, InvolvedDetails("relative", "Rufus Grimble", ""))
    meeting = a_meeting(cast.tom, reference, purpose="Tell Marta Oyelaran", prepare="The file")
    found = words(sign_in(cast.tom).get(f"/cases/{reference}/sheet/?meeting={meeting}&size={size}").content)
    for word in ("Oyelaran", "Elm Street", "EL1 2AB", "must not know", "moved to"):
        assert word not in found, word
    assert found.count("Grimble") <= 1
    assert size or "left out: it names what must stay secret" in found
    assert "Tell Marta" in found


def test_large_print_of_the_sheet_keeps_the_next_step_and_says_there_is_more(
    cast: Cast, sign_in: SignIn
) -> None:
    reference = with_address(cast.tom, SafeContact(ok_post="yes", ring_on="mobile only " * 12))
    for number in range(5):
        step = "Ring the school about the timetable. " * 4 if number == 4 else ""
        actions.add_note(cast.tom.actor, reference, NoteDetails(text=f"Note {number}.", next_step=step))
    meeting = a_meeting(cast.tom, reference, purpose="The review of the plan " * 9, prepare="Papers " * 30)
    answer = sign_in(cast.tom).get(f"/cases/{reference}/sheet/?meeting={meeting}&size=large").content
    assert pages(answer) == 1
    assert "Next step Ring the school about the timetable." in words(answer)
    assert "ore on file" in words(answer) or "More is on file." in words(answer)


def yes_to(who: Person, reference: str, recipient: str, *matters: str) -> None:
    """They say yes to this person or body hearing about these matters."""
    yes = ConsentDetails(
        kind="share",
        answer="given",
        words="Yes.",
        recipients=frozenset({recipient}),
        purposes=frozenset(matters),
    )
    assert isinstance(record_consent(who.actor, reference, yes), UUID)


FULL_SAFE = SafeContact(
    ok_to_ring="yes",
    ring_on="mobile only",
    times="between ten and two on weekdays",
    ok_voicemail="no",
    ok_text="yes",
    ok_message_with="nobody at home",
    hide_our_number=True,
    say_we_are="the library",
    safe_word="Bluebell",
    do_not_contact="the flat downstairs",
)


def the_fullest(who: Person) -> tuple[str, UUID]:
    """A case with all that a sheet may say, each at its longest, and a meeting about it."""
    reference = with_address(who, FULL_SAFE, access_needs=("large_print", "easy_read", "bsl_interpreter"))
    for role in ("senco", "headteacher", "gp", "social_worker", "slt", "camhs", "class_teacher"):
        actions.add_involved(who.actor, reference, InvolvedDetails(role, "Kit Vale", "Brook Lane School"))
    for recipient in ("senco", "headteacher", "gp", "social_worker", "slt", "camhs"):
        yes_to(who, reference, recipient, "annual_review", "plan_content", "transport", "placement")
    record_form_returned(who.actor, reference, FormReturned())
    for number in range(5):
        step = "Ring the school about the timetable. " * 7
        actions.add_note(who.actor, reference, NoteDetails(text=f"Note {number}.", next_step=step))
    long = {name: f"{name} and more of it " * 12 for name in ("purpose", "bring", "prepare")}
    return reference, a_meeting(who, reference, **long)


@pytest.mark.parametrize("size", ["", "large"])
def test_the_fullest_sheet_still_says_how_to_reach_them_and_who_we_may_talk_to(
    cast: Cast, sign_in: SignIn, size: str
) -> None:
    reference, meeting = the_fullest(cast.tom)
    made = sign_in(cast.tom).get(f"/cases/{reference}/sheet/?meeting={meeting}&size={size}").content
    assert pages(made) == 1
    found = words(made)
    assert "We may talk to Yes: " in found
    assert "No: everybody else" in found
    assert "Never contact the flat downstairs" in found
    assert "Thursday 26 November 2026, 10am to 11:30am, Brook Lane, Room 4" in found
    assert ("more answers on file" in found) is bool(size)
    assert size or found.index("We may talk to") < found.index("Ring the school about the timetable.")
    assert "More is on file." in found


def test_what_is_cut_short_ends_at_a_word_and_is_said_to_be_on_file(cast: Cast) -> None:
    reference = a_case(cast.tom)
    short, long = (a_meeting(cast.tom, reference, purpose="The draft plan " * many) for many in (1, 20))
    for meeting, cut in ((short, False), (long, True)):
        made = queries.case_sheet(cast.tom.actor, reference, meeting, large=False)
        assert isinstance(made, bytes)
        assert (" …" in words(made)) is cut
        assert ("More is on file." in words(made)) is cut


def test_the_sheet_says_the_year_and_never_that_nothing_is_known(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    found = words(sign_in(cast.tom).get(f"/cases/{reference}/sheet/").content)
    assert "Not known" not in found


def test_what_we_prepare_stands_in_no_letter_and_who_comes_from_us_does(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    meeting = a_meeting(cast.tom, reference, bring="Old reports", prepare="The awkward letter")
    page = text(
        sign_in(cast.tom).get(f"/cases/{reference}/letters/new/?letter=meeting_confirmed&meeting={meeting}")
    )
    written = page.split('id="id_text"')[1].split("</textarea>")[0]
    assert "Old reports" in written
    assert "awkward" not in written
    assert f"{cast.tom.actor.name}, for us" in page


@pytest.mark.parametrize("place", ["Okafor house", "the Smith Okafor flat", "At Smith’s", "smithokafor"])
def test_half_a_joined_name_is_a_name(cast: Cast, place: str) -> None:
    reference = a_case(cast.tom, "Ann Smith-Okafor")
    with pytest.raises(actions.NotAccepted) as wrong:
        a_meeting(cast.tom, reference, place=place)
    assert "name of the family" in wrong.value.says


def test_bank_holidays_are_no_choice_of_a_day(cast: Cast, sign_in: SignIn, clock: Clock) -> None:
    clock.forward(days=28)
    page = text(sign_in(cast.tom).get(f"/cases/{a_case(cast.tom)}/meetings/new/"))
    assert 'value="2026-12-24"' in page
    assert 'value="2026-12-25"' not in page
    assert 'value="2026-12-28"' not in page


def test_a_letter_of_ones_own_words(cast: Cast) -> None:
    reference = a_case(cast.tom)
    made(
        cast.tom,
        reference,
        letter="blank",
        heading="About Monday",
        text="Dear Marta\n\nHe wrote “I [sic] agree”.",
    )
    assert Item.objects.count() == 1


def test_a_letter_to_others_claims_no_agreement(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    senco = a_senco(cast.tom, reference)
    client = sign_in(cast.tom)
    for name in ("arranging", "asking_for_records"):
        page = text(client.get(f"/cases/{reference}/letters/new/?letter={name}&person={senco}"))
        assert "agrees that" not in page
        assert "they have agreed" not in page


def test_a_letter_and_a_meeting_are_no_observation_of_ours(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    made(cast.tom, reference)
    a_meeting(cast.tom, reference)
    page = text(sign_in(cast.tom).get(f"/cases/{reference}/"))
    assert "A letter of ours" in page
    assert "Our own observation" not in page


def test_a_young_persons_letter_stands_on_a_case_of_their_own(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.tom)
    parents = a_case(cast.tom)
    own = a_case(cast.tom, "Ife Oyelaran", child=ChildDetails(is_the_person=True), relationship="self")
    for reference, offered in ((parents, False), (own, True)):
        assert ("?letter=young_person" in text(client.get(f"/cases/{reference}/letters/new/"))) is offered
        page = text(client.get(f"/cases/{reference}/letters/new/?letter=young_person"))
        assert ("Dear Ife Oyelaran" in page) is offered
        draft = queries.Draft("young_person", "What we said", "Dear Ife")
        assert (actions.make_letter(cast.tom.actor, reference, draft) is not None) is offered


def test_somebody_else_on_the_case_gets_a_letter_of_ones_own_words(cast: Cast, sign_in: SignIn) -> None:
    reference = a_case(cast.tom)
    senco = a_senco(cast.tom, reference)
    page = text(
        sign_in(cast.tom).get(f"/cases/{reference}/letters/new/?letter=blank_to_others&person={senco}")
    )
    assert "Dear Kit Vale" in page
    assert "[what you want to say]" in page


def test_a_relative_at_the_secret_address_is_not_posted_to(cast: Cast) -> None:
    reference = with_address(cast.tom, SECRET)
    gran = actions.add_involved(
        cast.tom.actor, reference, InvolvedDetails("relative", "Abi", reach="14 Elm Street, EL1 2AB")
    )
    assert isinstance(gran, UUID)
    with pytest.raises(actions.NotAccepted) as wrong:
        made(cast.tom, reference, letter="blank_to_others", person=gran, way="post")
    assert wrong.value.says.startswith("The address is secret: it is never printed.")
