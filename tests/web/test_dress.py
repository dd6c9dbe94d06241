"""The service's one colour: only what can be read."""

import pytest
from django.test import Client

from inconfidence.web.dress import ACCENTS, LEAST_CONTRAST, PAGE, accent_of, contrast


@pytest.mark.parametrize("accent", ACCENTS)
def test_every_colour_on_offer_reads_well_on_white_and_on_the_page(accent: str) -> None:
    assert accent_of(accent) == accent
    assert min(contrast(ACCENTS[accent], "ffffff"), contrast(ACCENTS[accent], PAGE)) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("accent", "stands"),
    [
        ("#1F5A4C", "1f5a4c"),
        ("767676", None),
        ("6f6f6f", "6f6f6f"),
        ("#ffffff", None),
        ("octarine", None),
        ("red;}", None),
        ("", None),
    ],
)
def test_a_colour_of_ones_own_is_refused_when_too_pale_or_no_colour(accent: str, stands: str | None) -> None:
    assert accent_of(accent) == stands


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("123456", "123456") == 1


def test_a_page_wears_the_service_s_colour_and_ours_where_it_has_none(seated: Client) -> None:
    assert 'href="/dress/heather.css"' in seated.get("/form/").content.decode()
    seated.cookies["accent"] = "ffff00"
    assert 'href="/dress/pine.css"' in seated.get("/form/").content.decode()


def test_the_stylesheet_of_a_colour(stranger: Client) -> None:
    response = stranger.get("/dress/heather.css")
    assert response["Content-Type"].startswith("text/css")
    assert "--accent:#5a4682" in response.content.decode()


@pytest.mark.parametrize("accent", ["ffff00", "octarine"])
def test_there_is_no_stylesheet_of_an_unreadable_colour(stranger: Client, accent: str) -> None:
    assert stranger.get(f"/dress/{accent}.css").status_code == 404
