"""The frame around every page."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from inconfidence.web.context import navigation, shell
from inconfidence.web.notices import go
from tests.web.pages import REFERENCE, Seat

PAGES = ["/form/", f"/cases/{REFERENCE}/", "/sheet/", "/missing/", "/breaks/"]


def body(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_a_script_or_style_that_the_content_policy_would_refuse(
    seated: Client, address: str
) -> None:
    html = body(seated, address)
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_leads_to_raising_a_concern(seated: Client, address: str) -> None:
    assert 'href="/concern/"' in body(seated, address)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_heading_one_main_and_a_title_with_the_service(
    seated: Client, address: str
) -> None:
    html = body(seated, address)
    title = re.findall(r"<title>(.*)</title>", html)
    assert len(title) == 1
    assert title[0].endswith("– Harbour SENDIASS")
    assert html.count("<h1") == html.count("<main") == 1


def test_titles_name_the_case_by_its_reference_and_nobody(seated: Client) -> None:
    html = body(seated, f"/cases/{REFERENCE}/")
    assert f"<title>Overview – case {REFERENCE} – Harbour SENDIASS</title>" in html
    assert "Sam and Alex" in html


def test_it_stands_without_anything_on_the_request() -> None:
    request = RequestFactory().get("/")
    html = render_to_string("web/base.html", {}, request)
    assert "In Confidence" in html
    assert "Sign out" not in html
    assert "data-idle-closed" not in html
    assert shell(request)["nav"] == []


def test_who_is_signed_in_stands_in_the_header_with_the_way_out(seated: Client) -> None:
    html = body(seated, "/form/")
    assert "Jo Okafor" in html
    assert 'action="/sign-out/"' in html
    assert 'data-idle-warned="780"' in html
    assert 'data-idle-closed="900"' in html


def test_a_stranger_sees_no_navigation_and_no_idle_clock(stranger: Client) -> None:
    html = body(stranger, "/form/")
    assert "<nav" not in html
    assert "data-idle-closed" not in html


def test_the_navigation_offers_only_pages_that_exist() -> None:
    assert [link.text for link in navigation("head_of_service", "/")] == [
        "My day",
        "Cases",
        "Concerns",
        "Team",
        "Policy",
    ]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("caseworker", ["My day", "Cases", "Policy"]),
        ("administrator", ["My day", "Policy"]),
        ("volunteer", ["My day", "Policy"]),
        ("unheard_of", []),
    ],
)
def test_the_navigation_offers_each_role_its_own(role: str, offered: list[str]) -> None:
    assert [link.text for link in navigation(role, "/")] == offered


@pytest.mark.parametrize(
    ("path", "marked"),
    [("/", ["My day"]), ("/cases/", ["Cases"]), (f"/cases/{REFERENCE}/", ["Cases"]), ("/form/", [])],
)
def test_the_section_of_the_page_is_marked(path: str, marked: list[str]) -> None:
    assert [link.text for link in navigation("caseworker", path) if link.current] == marked


def test_only_the_page_itself_is_called_the_current_page(seated: Client) -> None:
    html = body(seated, f"/cases/{REFERENCE}/")
    assert re.search(r'href="/cases/"\s+aria-current="true"', html)
    assert re.search(rf'href="/cases/{REFERENCE}/" aria-current="page"', html)


def test_a_case_shows_only_those_of_its_pages_that_exist(seated: Client) -> None:
    html = body(seated, f"/cases/{REFERENCE}/")
    assert f'href="/cases/{REFERENCE}/consent/"' in html
    assert f'href="/cases/{REFERENCE}/ledger/"' not in html


def test_the_pages_of_a_case_are_named_in_the_service_s_words(seated: Client) -> None:
    html = body(seated, f"/cases/{REFERENCE}/")
    assert ">Permission</a>" in html
    assert ">Consent</a>" not in html
    assert ">Can I share this?</a>" in html


def test_a_role_given_as_an_enum_word_counts_as_its_text() -> None:
    request = RequestFactory().get("/")
    vars(request)["actor"] = Seat("Jo", "caseworker", False)
    assert [link.href for link in shell(request)["nav"]] == ["/", "/cases/", "/policy/"]


def test_a_notice_is_said_only_when_its_word_is_known(seated: Client) -> None:
    assert 'class="notice' not in body(seated, "/form/?said=call-saved")
    for made_by_hand in ("call-saved", "call-saved:1vB7xq:0000", "<b>anything</b>"):
        seated.cookies["said"] = made_by_hand
        assert 'class="notice' not in body(seated, "/form/")
    carry(seated, "call-saved")
    assert "The call is saved." in body(seated, "/form/")


@pytest.mark.parametrize("seconds", [59, 61])
def test_a_notice_waits_a_minute_for_its_page(seated: Client, seconds: int) -> None:
    with time_machine.travel(datetime(2026, 11, 20, tzinfo=UTC), tick=False) as clock:
        carry(seated, "call-saved")
        clock.shift(seconds)
        assert ("The call is saved." in body(seated, "/form/")) == (seconds < 60)


def carry(client: Client, word: str) -> None:
    """What a redirect gave this browser."""
    client.cookies["said"] = go(word, "/form/").cookies["said"].value


def test_what_is_careful_is_announced_and_what_is_done_is_not_urgent(seated: Client) -> None:
    carry(seated, "saved")
    assert re.search(r'notice--done" role="status"', body(seated, "/form/"))
    carry(seated, "already-done")
    assert re.search(r'notice--careful" role="alert"', body(seated, "/form/"))


def test_healthz_says_one_thing_to_anybody(stranger: Client) -> None:
    response = stranger.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert stranger.post("/healthz").status_code == 405
