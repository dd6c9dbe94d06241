"""Every letter, leaflet, label and case sheet of one invented case; kept to be looked at where a folder is named."""

import os
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
from inconfidence.letters.wording import fill, templates
from inconfidence.policies import slugs
from tests.cases.test_letters import a_senco, with_address
from tests.cast import Cast, Person
from tests.letters.reading import pages, words
from tests.letters.test_typeset import edition

FOLDER = "INCONFIDENCE_LETTERS"
HEAD = ("Quay House\n1 Quay Row\nElmshire", "01632 960 100", "advice@example.org")


def kept(name: str, made: bytes) -> bytes:
    """The print, put into the folder that is named, if one is."""
    if folder := os.environ.get(FOLDER):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{name}.pdf").write_bytes(made)
    return made


def letters(slug: str, large: bool) -> Iterator[tuple[str, bytes]]:
    """Every letter of this service with its gaps filled from nothing, as it stands before anybody writes in it."""
    own, head = edition(slug), Letterhead("Elmshire SENDIASS", "1d5b4e", (*HEAD[0].splitlines(), *HEAD[1:]))
    for name, one in templates().items():
        if one.to != "anybody":
            shown = leaflets.sheet(one, leaflets.terms(own), own)
            text = fill(one.text, leaflets.terms(own) | {"person": "Marta Oyelaran", "child": "Sam"}).strip()
            paper = Written(
                ("Marta Oyelaran", "14 Elm Street", "Elmshire", "EL1 2AB"),
                ("20 November 2026", "Our reference: 7KQM-4XH2"),
                shown.heading,
                text,
                ("Tom Aldridge", "Adviser", "Elmshire SENDIASS"),
            )
            more = leaflets.letter(
                one, paper, head, own, wordings=templates(), reference="7KQM-4XH2", large=large
            )
            yield name, typeset.pdf(more)


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
            assert made is not None
            assert "01632 960 100" in words(kept(name.format(f"sheet-{line.name}"), made))
    label = queries.label(cast.tom.actor, reference, None, 3)
    assert isinstance(label, bytes)
    kept(f"{slug}-label", label)
    _looked_at(cast.tom, reference, slug)


def _a_case(who: Person) -> str:
    reference = with_address(who)
    a_senco(who, reference, reach="Brook Lane School, Elmshire EL2 3CD")
    for text, step in (("We talked about the plan.", "Ring the school"), ("She sent papers.", "")):
        actions.add_note(who.actor, reference, actions.NoteDetails(text=text, next_step=step))
    return reference


def _looked_at(who: Person, reference: str, slug: str) -> None:
    """A letter before it is final, with its mark."""
    desk = queries.letter_desk(who.actor, reference, "not_heard", person=None, meeting=None)
    assert isinstance(desk, LetterDesk)
    draft = queries.Draft(
        "not_heard", desk.heading, desk.text.replace("[a day in three or four weeks]", "Friday")
    )
    look = actions.look_at_letter(who.actor, reference, replace(draft, way="post"))
    assert isinstance(look, bytes)
    assert "DRAFT" in words(kept(f"{slug}-not-final", look))


def test_a_letter_with_forms_counts_the_pages_of_each_part() -> None:
    made = dict(letters("rotherham", large=True))["form_to_sign"]
    found = words(made)
    assert found.count("Page 1 of") >= 2
    assert f"of {pages(made)}" not in found
