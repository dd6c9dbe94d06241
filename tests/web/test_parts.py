"""Identity bar, timeline, lists, tables, sheets: words in, words out, nothing of theirs taken as HTML."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import Client

from inconfidence.web.parts import IdentityBar, Table
from tests.web.pages import REFERENCE, EveryField


@pytest.fixture
def case_html(seated: Client) -> str:
    return seated.get(f"/cases/{REFERENCE}/").content.decode()


def test_the_bar_says_in_words_how_to_reach_them_whom_to_talk_to_and_what_is_due(case_html: str) -> None:
    assert "Ring mobile only, 10–2 on weekdays. No voicemail." in case_html
    assert "<strong>Yes:</strong> the school, about the review." in case_html
    assert "<strong>No:</strong> everybody else." in case_html
    assert "Ring back today." in case_html
    assert "Large print" in case_html


def test_the_bar_of_a_case_nobody_was_asked_about_says_so() -> None:
    html = render_to_string("web/identity_bar.html", {"identity": IdentityBar(REFERENCE, "Sam", "")})
    assert "Ask before you ring." in html
    assert "nobody outside the service" in html
    assert "Nothing is due." in html


def test_the_timeline_tells_when_who_what_and_when_it_was_written(case_html: str) -> None:
    assert "Friday 20 November 2026 at 9:05am" in case_html
    assert "written down Wednesday 18 November 2026" in case_html
    assert 'id="n1"' in case_html
    assert "&lt;b&gt;Second&lt;/b&gt;" in case_html
    assert "Can I share this?" in case_html


def test_an_empty_timeline_says_so() -> None:
    assert "Nothing is written here yet." in render_to_string("web/timeline.html", {"entries": []})


def test_a_summary_keeps_lines_apart_and_names_what_a_link_changes(case_html: str) -> None:
    assert "Alex<br>01632 960 001" in case_html
    assert 'Change<span class="govuk-visually-hidden"> (Mother)</span>' in case_html


def test_a_table_has_a_caption_row_heads_and_words_for_a_narrow_screen(case_html: str) -> None:
    assert "Today</caption>" in case_html
    assert 'data-head="What"' in case_html
    assert 'class="govuk-table__cell govuk-table__cell--numeric"' in case_html
    assert "Text first." in case_html


def test_an_empty_table_is_a_sentence() -> None:
    html = render_to_string("web/table.html", {"table": Table("This week", ("Case",), (), "Nothing is due.")})
    assert "Nothing is due." in html
    assert "<table" not in html


def test_a_tag_is_words_and_a_tone(case_html: str) -> None:
    assert 'tag--careful">New</strong>' in case_html


def test_duties_stand_as_boxes_inside_the_form() -> None:
    form = EveryField()
    html = render_to_string("web/duties.html", {"duty_fields": [form["told"]]})
    assert "What you must also do" in html
    assert 'type="checkbox" name="told"' in html


def test_a_sheet_holds_numbered_codes_and_a_slip_its_steps(stranger: Client) -> None:
    html = stranger.get("/sheet/").content.decode()
    assert '<span class="codes__number">1</span> <code class="codes__code">K7QM 4XH2</code>' in html
    assert "ABCD-EFGH" in html
    assert "until Friday 27 November 2026" in html


def test_a_slip_without_a_date_promises_none() -> None:
    html = render_to_string("web/slip.html", {"slip_code": "X", "slip_for": "Y", "slip_until": None})
    assert "until" not in html
    assert "until" in render_to_string("web/slip.html", {"slip_until": date(2026, 11, 27)})
