"""An address that must stay secret is found however it is written, and what only sounds like it is not."""

from uuid import uuid4

import pytest

from inconfidence.cases.queries.documents_naming import ADDRESS, PERSON, names_secret
from inconfidence.people.queries import CardView, SafeContact

FOUND = [
    ("14 St Anne's Rd\nWath\nS63 7AB", "They live at 14 Saint Annes Road"),
    ("14 St Anne's Rd\nWath\nS63 7AB", "At St. Anne’s Road, Wath"),
    ("14 St Anne's Rd\nWath\nS63 7AB", "post to s637ab"),
    ("14, Wharf Lane, Kendal", "the house in Wharf Ln"),
    ("14\nWharf Lane\nKendal", "14, WHARF LANE"),
    ("12-14 Wharf Lane, Kendal", "12/14 Wharf Lane"),
    ("Flat 2, 14 Wharf Lane, Kendal, Cumbria LA9 4XY", "14 Wharf Lane"),
    ("Flat 2b\n14a Wharf Lane\nKendal", "Wharf Lane"),
    ("Rose Cottage, St Anne's Rd, Wath", "We meet at Rose Cottage"),
    ("Rose Cottage, St Anne's Rd, Wath", "We meet in St Anne's Road"),
    ("Rose Cottage St Anne's Road Wath", "St Annes Rd"),
    ("Rose Cottage St Anne's Road Wath", "Rose\nCottage"),
    ("Hillcrest\nKirk Brow\nBurneside\nKendal\nCumbria", "to Hillcrest, please"),
    ("Hillcrest\nKirk Brow\nBurneside\nKendal\nCumbria", "since the move to Burneside"),
    ("12 Highfield, Kendal", "12 Highfield"),
    ("7 Park Hill Road, Bath", "in Park Hill Rd."),
    ("3 High Street, Bath BA1 1AA", "3 High St"),
    ("The Old Barn Ings Kendal", "The Old Barn"),
    ("Nr 4 Lime Tree Ave., Barnsley, South Yorkshire", "Lime Tree Avenue"),
    ("c/o Women's Refuge, 9 Orchard Gardens, Bath", "9 orchard gdns"),
    ("4 Cefn Coed Crescent, Bath", "4 Cefn-Coed Cres"),
]
NOT_FOUND = [
    ("14 St Anne's Rd\nWath\nS63 7AB", "St Anne's Primary School in Wath"),
    ("12 Larch Close\nKendal LA9 4XY", "12 Larches Closed, LA9 4XZ, Kendal"),
    ("Rose Cottage, St Anne's Rd, Wath", "the rose in Wath, a cottage"),
    ("Hillcrest\nKirk Brow\nKendal\nCumbria", "Kendal, Cumbria"),
    ("12 Highfield, Kendal", "Highfield School, 14 pupils"),
    ("Flat 2, 14 Wharf Lane, Kendal", "flat 2 of 14"),
    ("", "14 Wharf Lane"),
]


def card(address: str, keep_away: str = "") -> CardView:
    """The card of somebody whose address is this, and secret."""
    safe = SafeContact(address_confidential=True, do_not_contact=keep_away)
    return CardView(
        uuid4(), 1, "Marta", "", (), "", address, safe, "", (), (), "", False, {"address": ()}, ()
    )


@pytest.mark.parametrize(("address", "words"), FOUND)
def test_an_address_is_found_however_it_is_written(address: str, words: str) -> None:
    assert names_secret(card(address), words) == (ADDRESS,)


@pytest.mark.parametrize(("address", "words"), NOT_FOUND)
def test_what_only_sounds_like_it_is_not(address: str, words: str) -> None:
    assert names_secret(card(address), words) == ()


@pytest.mark.parametrize(
    ("who", "words", "found"),
    [
        ("her brother Dean Hartley, 3 Mill Rd", "Mill Road", True),
        ("Anybody at 3 Mill Road LA9 4XY", "la94xy", True),
        ("Dean Hartley on 07700 900 555", "07700900555", True),
        ("my dad", "my dad came", False),
        ("never ring in week 3 of the month", "of the month", False),
    ],
)
def test_somebody_never_to_be_contacted_is_found(who: str, words: str, found: bool) -> None:
    assert (PERSON in names_secret(card("", who), words)) is found
