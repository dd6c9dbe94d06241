"""Forms: errors that lead to their field, answers that open others, and nothing typed lost."""

import re
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.utils.datastructures import MultiValueDict

from inconfidence.web.forms import ServiceForm, Text, take
from inconfidence.web.forms.service_form import as_sent
from inconfidence.web.notices import go
from inconfidence.web.templatetags.shell import kind_of_field
from tests.web.pages import EveryField

FULL = {"note": "She rang.", "named": "no"}


def sent(**fields: str | list[str]) -> EveryField:
    """The form as it arrives with these fields and a good token."""
    data = QueryDict(mutable=True)
    for name, value in {"once": str(uuid4()), **fields}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return EveryField(data, MultiValueDict())


def test_a_full_form_is_in_order_and_carries_its_token() -> None:
    token = uuid4()
    form = sent(**FULL, once=str(token))
    assert form.is_valid()
    assert form.once == token


@pytest.mark.parametrize("token", ["", "not a token"])
def test_without_a_good_token_nothing_is_taken_and_the_summary_says_what_to_do(token: str) -> None:
    form = sent(**FULL, once=token)
    assert not form.is_valid()
    assert [line.message for line in form.wrong()] == [
        "This page was out of date. Check what you typed, and send it again"
    ]


def test_the_cursor_stands_where_a_fresh_page_starts_and_not_on_one_that_comes_back() -> None:
    class Starting(EveryField):
        starts_in = "note"

    def started(form: ServiceForm) -> list[str]:
        return [field.name for field in form if "autofocus" in str(field)]

    assert started(Starting()) == ["note"]
    assert started(Starting(as_sent(FULL), given_back=True)) == []
    assert started(Starting(as_sent(FULL))) == []
    assert started(EveryField()) == []


def test_every_drawing_has_a_new_token(seated: Client) -> None:
    found = {
        UUID(re.findall(r'name="once" value="([^"]+)"', seated.get("/form/").content.decode())[0])
        for _ in range(3)
    }
    assert len(found) == 3


def test_a_form_shown_again_does_not_repeat_the_token_it_came_with(seated: Client) -> None:
    token = str(uuid4())
    html = seated.post("/form/", {"once": token}).content.decode()
    assert 'name="once"' in html
    assert token not in html


def test_the_summary_leads_to_the_first_control_of_each_wrong_field(seated: Client) -> None:
    html = seated.post("/form/", {"happened_on_day": "31", "once": str(uuid4())}).content.decode()
    summary = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', html)
    assert summary == [
        ("id_note", "Enter what the call was about"),
        ("id_named_0", "Answer “Did they give a name?”"),
        ("id_happened_on_0", "The date must include a month and a year"),
    ]
    for anchor, message in summary:
        assert f'id="{anchor}"' in html
        assert html.count(message) == 2
    assert "<title>Error: New call" in html


def test_an_error_is_tied_to_its_field_for_those_who_listen(seated: Client) -> None:
    html = seated.post("/form/", {}).content.decode()
    assert re.search(r'<textarea[^>]*aria-describedby="id_note_error"', html)
    assert 'id="id_note_error" class="govuk-error-message"' in html


def test_what_an_answer_opens_must_be_filled_only_when_it_is_chosen() -> None:
    assert sent(**FULL).is_valid()
    opened = sent(note="x", named="yes")
    assert not opened.is_valid()
    assert opened.errors["name"] == ["Enter the name they gave"]


def test_what_an_answer_did_not_open_comes_out_empty_whatever_was_sent() -> None:
    form = sent(**FULL, name="Left over", phone="1")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == form.cleaned_data["phone"] == ""


def test_opened_fields_stand_inside_their_answer_and_only_there(seated: Client) -> None:
    html = seated.get("/form/").content.decode()
    assert re.search(r"govuk-radios__conditional opened.*?id_name.*?id_phone", html, re.DOTALL)
    assert html.count('id="id_name"') == 1


@pytest.mark.parametrize("typed", ["x" * 2001, "é" * 1_100_000])
def test_text_that_is_too_long_is_refused_and_comes_back_whole(seated: Client, typed: str) -> None:
    response = seated.post("/form/", {**FULL, "note": typed, "once": str(uuid4())})
    html = response.content.decode()
    assert response.status_code == 200
    assert f"Shorten what did they say to 2,000 characters: it has {len(typed)}" in html
    assert typed in html


def test_text_comes_back_as_typed_and_never_as_html(seated: Client) -> None:
    html = seated.post("/form/", {"note": "<script>x</script> & 'y'", "name": "Z" * 5}).content.decode()
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &#x27;y&#x27;" in html
    assert 'value="ZZZZZ"' in html


def test_a_password_does_not_come_back(seated: Client) -> None:
    assert "hunter2hunter2" not in seated.post("/form/", {"password": "hunter2hunter2"}).content.decode()


def test_a_chosen_file_has_to_be_chosen_again_and_the_page_says_so(seated: Client) -> None:
    assert "choose it again" in seated.post("/form/", {}).content.decode()
    assert "choose it again" not in seated.get("/form/").content.decode()


def test_what_was_typed_before_a_time_out_is_back_and_called_unsaved(seated: Client) -> None:
    html = seated.get("/form/?kept=1").content.decode()
    assert "Half a sen</textarea>" in html
    assert "What you were typing is back" in html
    assert "govuk-error-summary" not in html
    assert re.search(r'value="yes"\s+checked', html)


def test_a_form_given_back_counts_as_not_sent() -> None:
    request = RequestFactory().get("/")
    vars(request)["kept"] = {**FULL, "once": str(uuid4())}
    form = take(request, EveryField)
    assert form.given_back
    assert not form.is_valid()
    assert form.wrong() == []


def test_only_what_the_form_knows_is_taken_from_what_was_kept() -> None:
    request = RequestFactory().get("/")
    vars(request)["kept"] = {"note": "x", "park_path": "/", "csrfmiddlewaretoken": "y"}
    assert "park_path" not in str(take(request, EveryField))


@pytest.mark.parametrize(
    "number", ["01632 960001", "+44 (0)1632 960 001", "mobile 07700-900-982 after 4", "999"]
)
def test_a_phone_number_may_be_typed_in_any_form(number: str) -> None:
    form = sent(note="x", named="yes", name="A", phone=number)
    assert form.is_valid()
    assert form.cleaned_data["phone"] == number


def test_words_without_a_number_are_not_a_phone_number() -> None:
    form = sent(note="x", named="yes", name="A", phone="after school")
    assert form.errors["phone"] == ["Enter a phone number, like 01632 960 001 or 07700 900 982"]


@pytest.mark.parametrize("address", ["12 Larch Close, BB2 1AA", "Flat 100, 12 Larch Road"])
def test_an_address_is_not_taken_for_a_phone_number(address: str) -> None:
    form = sent(note="x", named="yes", name="A", phone=address)
    assert form.errors["phone"] == ["This reads like an address. Enter a phone number, like 01632 960 001"]
    assert form["phone"].value() == address


@pytest.mark.parametrize(
    ("address", "fits"), [("jo@example.com", True), ("jo", False), ("jo@here", False), ("a b@c.d", False)]
)
def test_an_email_address_has_an_at_sign_and_a_dot(address: str, fits: bool) -> None:
    assert ("email" not in sent(**FULL, email=address).errors) is fits


def test_a_code_may_be_typed_in_groups() -> None:
    form = sent(**FULL, code=" k7qm-4xh2 ")
    assert form.is_valid()
    assert form.cleaned_data["code"] == "K7QM4XH2"


def test_an_answer_that_was_not_offered_is_refused() -> None:
    form = sent(note="x", named="perhaps", about=["moon"], setting="zzz")
    assert form.errors["named"] == ["Choose one of the answers shown"]
    assert form.errors["about"] == ["Choose from the answers shown"]
    assert form.errors["setting"] == ["Choose one of the answers shown"]


def test_messages_are_made_from_labels_where_a_form_gives_none() -> None:
    class Small(ServiceForm):
        town = Text(label="Town or city")
        ehc = Text(label="EHC plan number")

    assert Small(QueryDict()).errors["town"] == ["Enter town or city"]
    assert Small(QueryDict()).errors["ehc"] == ["Enter EHC plan number"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("named", "radios"),
        ("about", "checkboxes"),
        ("told", "tick"),
        ("happened_on", "date"),
        ("setting", "select"),
        ("letter", "file"),
        ("password", "password"),
        ("note", "text-area"),
        ("phone", "text"),
    ],
)
def test_each_question_is_drawn_as_its_kind(name: str, kind: str) -> None:
    assert kind_of_field(EveryField()[name]) == kind


def test_answers_that_may_be_several_are_boxes_and_one_of_several_is_a_circle() -> None:
    assert 'class="govuk-checkboxes__input"' in EveryField()["about"].as_field_group()
    assert 'class="govuk-radios__input"' in EveryField()["named"].as_field_group()


def test_a_redirect_carries_a_word_of_the_list_and_nothing_else() -> None:
    assert go("saved", "/form/?a=1#end").url == "/form/?a=1#end"
    mark = go("saved", "/form/").cookies["said"]
    assert (mark.value.split(":")[0], mark["httponly"], mark["max-age"]) == ("saved", True, 60)
    with pytest.raises(KeyError):
        go("anything at all", "/form/")


def test_a_good_form_is_answered_by_a_redirect_with_its_notice(seated: Client) -> None:
    response = seated.post("/form/", {**FULL, "once": str(uuid4())})
    assert response.status_code == 302
    assert response["Location"] == "/form/"
    assert "The call is saved." in seated.get("/form/").content.decode()


@pytest.mark.parametrize("name", ["note", "name"])
def test_a_sign_that_cannot_be_stored_is_named_in_plain_words(name: str) -> None:
    form = EveryField(
        as_sent({**FULL, "named": "yes", "name": "Jo", "once": str(uuid4()), name: "before\0after"})
    )
    assert "cannot be stored" in form.errors[name][0]
    assert "Null characters" not in str(form.errors)
