"""Reading pages as a browser does: their forms, and the fields somebody can type into."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

NOT_TYPED = frozenset({"hidden", "radio", "checkbox", "submit", "button", "reset", "image"})
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass
class Control:
    """One field of a form. `options` are a list's values, the chosen one in `value`."""

    name: str
    kind: str
    value: str = ""
    checked: bool = False
    options: list[str] = field(default_factory=list)

    @property
    def typed(self) -> bool:
        """Whether words can be put into it: every kind that is not known to be closed counts."""
        return self.kind not in NOT_TYPED and self.kind != "select"

    @property
    def plain_name(self) -> str:
        """Its name without the ids that a page puts into some."""
        return AN_ID.sub("<id>", self.name)


@dataclass
class Form:
    """A form of a page: where it is sent, how, and its fields in order."""

    action: str
    method: str
    controls: list[Control] = field(default_factory=list)

    @property
    def typed(self) -> list[Control]:
        """The fields that take words."""
        return [control for control in self.controls if control.typed and control.name]


class Reader(HTMLParser):
    """Collects the forms of a page. A field that belongs to no form is a form of its own, sent nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.area: Control | None = None
        self.list: Control | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        match tag:
            case "form":
                self.open = Form(has.get("action", ""), has.get("method", "get").lower())
                self.forms.append(self.open)
            case "input" | "button":
                usual = "text" if tag == "input" else "submit"
                kind = has.get("type", usual)
                self._add(Control(has.get("name", ""), kind, has.get("value", ""), "checked" in has))
            case "textarea":
                self.area = self._add(Control(has.get("name", ""), "textarea"))
            case "select":
                self.list = self._add(Control(has.get("name", ""), "select"))
            case "option" if self.list:
                self.list.options.append(has.get("value", ""))
                if "selected" in has:
                    self.list.value = has.get("value", "")
            case _ if has.get("contenteditable"):
                self._add(Control(has.get("id", "?"), "contenteditable"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "textarea" and self.area:
            self.area.value = self.area.value.removeprefix("\n").removeprefix("\r\n")
            self.area = None
        elif tag == "select":
            self.list = None

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area.value += data

    def _add(self, control: Control) -> Control:
        if self.open is None:
            self.forms.append(Form("", "none", [control]))
        else:
            self.open.controls.append(control)
        return control


def forms_of(html: str) -> list[Form]:
    """The forms of a page."""
    reader = Reader()
    reader.feed(html)
    return reader.forms
