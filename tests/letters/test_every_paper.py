"""Every letter, leaflet, label and case sheet of one invented case; kept to be looked at where a folder is named."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from inconfidence.cases import actions, queries
from inconfidence.cases.queries import LetterDesk
from inconfidence.editions.actions import set_letterhead
from inconfidence.letters import leaflets, typeset
from inconfidence.letters.leaflets import Written
from inconfidence.letters.paper import Letterhead
from inconfidence.letters.translations import translations
from inconfidence.letters.wording import blanks, fill, templates
from inconfidence.policies import slugs
from tests.cases.test_letters import a_senco, with_address
from tests.cases.test_meetings import a_meeting
from tests.cast import Cast, Person
from tests.letters.reading import pages, words
from tests.letters.test_typeset import edition

FOLDER = "INCONFIDENCE_LETTERS"
SHOW_AGAIN = "INCONFIDENCE_SHOW_LETTERS"
SHOWN = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "letters"
HEAD = ("Quay House\n1 Quay Row\nElmshire", "01632 960 100", "advice@example.org")
SERVICE = Letterhead("Elmshire SENDIASS", "1d5b4e", (*HEAD[0].splitlines(), *HEAD[1:]))
MARTA = ("Marta Oyelaran", "14 Elm Street", "Elmshire", "EL1 2AB")
YOUNG = ("Ife Oyelaran", *MARTA[1:])
SENCO = ("Kit Vale", "SENCO", "Brook Lane School", "Elmshire", "EL2 3CD")
PEOPLE = {"person": "Marta Oyelaran", "child": "Sam", "professional": "Kit Vale", "worker": "Tom Aldridge"}
MEETING = {
    "meeting_day": "Thursday 26 November 2026",
    "meeting_time": "10am to 11:30am",
    "meeting_place": "Quay House, Room 2",
    "meeting_people": "Marta Oyelaran; SENCO – Kit Vale, Brook Lane School; Tom Aldridge, for us",
    "meeting_purpose": "The review of Sam’s plan",
    "meeting_bring": "Sam’s last school report",
}
WRITTEN_IN = {
    "[a day in three or four weeks]": "Friday 18 December 2026",
    "[a day]": "Friday 4 December 2026",
    "[what this letter is about]": "Papers for Thursday",
    "[what you want to say]": "Here are the papers we spoke of. Ring me if one of them is missing.",
    "[what they wanted help with, in a sentence or two]": "You want Sam’s plan to say how much help he gets.",
    "[the first thing we advised]": "Ask the school for the notes of the review.",
    "[the second thing we advised]": "Write down what Sam says about his days.",
    "[what they will do, and by when]": "Ring the school, by Tuesday.",
    "[what we will do, and by when]": "Come with you to the review on 26 November.",
    "[the first thing]": "We went to the review together.",
    "[the second thing]": "The plan now says how much help Sam gets.",
    "[where to turn, or what to watch for]": "Ask for the plan to be looked at again if the help stops.",
    "[What Marta Oyelaran has agreed to, and when.]": "She agreed on 18 November 2026 that we ask you.",
    "[which record, from when to when]": "The notes of Sam’s reviews, from September 2025 until today",
    "[the matter]": "the review of his plan",
    "[what matters to them, in their own words]": "You like your lessons best when it is quiet.",
    "[the first thing they can do]": "Show your teacher the card we made.",
}


def kept(name: str, made: bytes) -> bytes:
    """The print, put into the folder that is named, if one is."""
    if folder := os.environ.get(FOLDER):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{name}.pdf").write_bytes(made)
    return made


def written(slug: str, name: str) -> Written:
    """A letter of this service as its writer leaves it: every gap filled, nothing left in brackets."""
    one, own = templates()[name], edition(slug)
    values = leaflets.terms(own) | MEETING | PEOPLE | {"service": SERVICE.service}
    heading, text = (fill(part, values).strip() for part in (one.heading, one.text))
    for blank in blanks(f"{heading}\n{text}"):
        heading, text = heading.replace(blank, WRITTEN_IN[blank]), text.replace(blank, WRITTEN_IN[blank])
    beside = ("Friday 20 November 2026", "Our reference: 7KQM-4XH2")
    to = SENCO if one.to == "professional" else MARTA
    if one.needs == "their_own":
        to, text = YOUNG, text.replace(MARTA[0], YOUNG[0])
    return Written(to, beside, heading, text, ("Tom Aldridge", "Adviser", SERVICE.service))


def letters(slug: str, large: bool) -> Iterator[tuple[str, bytes]]:
    """Every letter of this service, as it goes out."""
    own = edition(slug)
    for name, one in templates().items():
        if one.to in ("person", "professional"):
            stands = leaflets.around(one, SERVICE, own, templates())
            made = leaflets.letter(stands, written(slug, name), reference="7KQM-4XH2", large=large)
            yield name, typeset.pdf(made)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("slug", [slug for slug in slugs() if slug != "default"])
def test_every_letter_keeps_its_end_together(slug: str, large: bool) -> None:
    size = "large" if large else "normal"
    for name, made in letters(slug, large):
        assert "Yours sincerely Tom Aldridge" in words(kept(f"{slug}-letter-{name}-{size}", made))
        assert not _ends_alone(made), name


def _ends_alone(made: bytes) -> bool:
    """Whether a page begins with the close of the letter, and with nothing of what it says."""
    found = [page.get_textpage().get_text_bounded().strip() for page in pypdfium2.PdfDocument(made)]
    return any(page.startswith("Yours sincerely") for page in found[1:])


@pytest.mark.parametrize("slug", ["rotherham", "cumbria"])
def test_every_paper_of_a_case(gather: Callable[[str], Cast], slug: str) -> None:
    cast = gather(slug)
    lead = cast.maryam.actor
    set_letterhead(lead.service_id, lead.person_id, HEAD, lead.now())
    reference = _a_case(cast.tom)
    for size in (False, True):
        name = f"{slug}-{{}}-{'large' if size else 'normal'}"
        sheet = queries.case_sheet(cast.tom.actor, reference, None, large=size)
        assert isinstance(sheet, bytes)
        assert pages(kept(name.format("case-sheet"), sheet)) == 1
        for line in queries.leaflet_lines(cast.tom.actor):
            made = queries.leaflet(cast.tom.actor, line.name, large=size)
            assert isinstance(made, bytes)
            assert "01632 960 100" in words(kept(name.format(f"sheet-{line.name}"), made))
    label = queries.label(cast.tom.actor, reference, None, 3)
    assert isinstance(label, bytes)
    kept(f"{slug}-label", label)
    kept(f"{slug}-not-final", _looked_at(cast.tom, reference))


def _a_case(who: Person) -> str:
    reference = with_address(who)
    a_senco(who, reference, reach="Brook Lane School, Elmshire EL2 3CD")
    for text, step in (("We talked about the plan.", "Ring the school"), ("She sent papers.", "")):
        actions.add_note(who.actor, reference, actions.NoteDetails(text=text, next_step=step))
    return reference


def _looked_at(who: Person, reference: str) -> bytes:
    """A letter before it is final, with its mark."""
    desk = queries.letter_desk(who.actor, reference, "not_heard", person=None, meeting=None)
    assert isinstance(desk, LetterDesk)
    draft = queries.Draft(
        "not_heard", desk.heading, desk.text.replace("[a day in three or four weeks]", "Friday")
    )
    look = actions.look_at_letter(who.actor, reference, replace(draft, way="post"))
    assert isinstance(look, bytes)
    assert "DRAFT" in words(look)
    return look


def test_a_letter_with_forms_counts_the_pages_of_each_part() -> None:
    made = dict(letters("rotherham", large=True))["form_to_sign"]
    found = words(made)
    assert found.count("Page 1 of") >= 2
    assert f"of {pages(made)}" not in found


def shown(cast: Cast) -> Iterator[tuple[str, bytes]]:
    """What is shown of our papers: each letter, of one service after another, the leaflet of each, one of each kind."""
    policies = [slug for slug in slugs() if slug != "default"]
    every = [name for name, one in templates().items() if one.to in ("person", "professional")]
    for at, name in enumerate(every):
        yield f"letter-{name}", dict(letters(policies[at % len(policies)], large=False))[name]
    for name in ("meeting_confirmed", "form_to_sign"):
        yield f"letter-{name}-large", dict(letters(policies[0], large=True))[name]
    for slug in policies:
        yield f"leaflet-{slug}", _leaflet("privacy", slug)
    yield "leaflet-large", _leaflet("privacy", policies[0], large=True)
    for slug in policies:
        yield f"form-permission-{slug}", _leaflet("permission", slug)
    yield "form-permission-large", _leaflet("permission", policies[0], large=True)
    yield "form-permission-easy", _leaflet("permission_easy", policies[0], large=True)
    for (name, language), one in translations().items():
        made = leaflets.translated(one, SERVICE, edition(policies[0]), large=False)
        yield f"form-{name}-{language}", typeset.pdf(made)
    yield "form-wishes", _leaflet("wishes", policies[0])
    yield "form-wishes-large", _leaflet("wishes", policies[0], large=True)
    yield from _of_a_case(cast)


def _leaflet(name: str, slug: str, *, large: bool = False) -> bytes:
    return typeset.pdf(leaflets.leaflet(templates()[name], SERVICE, edition(slug), large=large))


def _of_a_case(cast: Cast) -> Iterator[tuple[str, bytes]]:
    lead, who = cast.maryam.actor, cast.tom
    set_letterhead(lead.service_id, lead.person_id, HEAD, lead.now())
    reference = _a_case(who)
    meeting = a_meeting(who, reference, bring="Sam’s last school report")
    for size in (False, True):
        sheet = queries.case_sheet(who.actor, reference, meeting, large=size)
        assert isinstance(sheet, bytes)
        yield f"case-sheet{'-large' if size else ''}", sheet
    label = queries.label(who.actor, reference, None, 3)
    assert isinstance(label, bytes)
    yield "label", label
    yield "letter-not-final", _looked_at(who, reference)


def test_the_papers_that_are_shown_are_those_made_today(gather: Callable[[str], Cast]) -> None:
    """`docs/pictures/letters`; INCONFIDENCE_SHOW_LETTERS=1 makes them again, to be looked at before they are kept."""
    made = dict(shown(gather("bath-and-north-east-somerset")))
    if os.environ.get(SHOW_AGAIN):
        SHOWN.mkdir(parents=True, exist_ok=True)
        for old in SHOWN.glob("*.pdf"):
            old.unlink()
        for name, pdf in made.items():
            (SHOWN / f"{name}.pdf").write_bytes(pdf)
    assert {path.stem for path in SHOWN.glob("*.pdf")} == set(made)
    for name, pdf in made.items():
        assert _said(pdf) == _said((SHOWN / f"{name}.pdf").read_bytes()), (
            f"{name}: {SHOW_AGAIN}=1 makes it again"
        )


def _said(pdf: bytes) -> tuple[int, str]:
    """Pages and words, but for a case's reference, which is another one each time."""
    return pages(pdf), re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "REFERENCE", words(pdf))
