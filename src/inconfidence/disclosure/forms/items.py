"""Notes and documents, chosen one by one, each with why it is needed."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from inconfidence.disclosure.facts import Chosen


class ItemsWidget(forms.Widget):
    """A box for each note or document, and beside it the line that says why it is needed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, Any]]:
        """What was ticked, each with its line; then lines typed beside a box that is not ticked: none is lost."""
        picked: Sequence[str] = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        typed = [key.removeprefix("need_") for key in data if key.startswith("need_") and data.get(key)]
        others = [item for item in typed if item not in picked]
        return [
            {"item": item, "need": data.get(f"need_{item}", ""), "chosen": item in picked}
            for item in (*picked, *others)
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """A box that is not ticked sends nothing, and is not missing."""
        return False


class ItemLine(NamedTuple):
    """One note or document to choose: whether it is chosen, and why it is needed."""

    item: Any
    chosen: bool
    need: str


class ItemsBound(BoundField):
    """The field on its page."""

    def lines(self) -> list[ItemLine]:
        """Every note and document of the case, the chosen ones first."""
        given = {one["item"]: one for one in self.value() or ()}
        needs = {item: one["need"] for item, one in given.items()}
        chosen = {item for item, one in given.items() if one.get("chosen", True)}
        own: Sequence[Any] = self.field.items  # type: ignore[attr-defined]
        found = [ItemLine(item, str(item.id) in chosen, needs.get(str(item.id), "")) for item in own]
        return sorted(found, key=lambda line: not line.chosen)

    def picked(self) -> list[ItemLine]:
        """Those that are chosen already."""
        return [line for line in self.lines() if line.chosen]

    def others(self) -> list[ItemLine]:
        """Those that could be chosen too."""
        return [line for line in self.lines() if not line.chosen]


class ItemsField(forms.Field):
    """Notes and documents chosen one by one, each with its reason; only the case's own can be chosen."""

    widget = ItemsWidget

    def __init__(self, items: Iterable[Any] = (), **options: Any) -> None:
        super().__init__(template_name="disclosure/items.html", **options)
        self.items = tuple(items)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> ItemsBound:
        """The field with its lines."""
        return ItemsBound(form, self, field_name)

    def clean(self, value: Any) -> tuple[Chosen, ...]:
        """The chosen ones that are of this case, with their reasons."""
        own = {str(item.id) for item in self.items}
        return tuple(
            Chosen(one["item"], one["need"].strip()[:500])
            for one in value or ()
            if one.get("chosen", True) and one["item"] in own
        )
