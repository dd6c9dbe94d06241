"""Tables drawn in Python: a list of fifty is the most looked-at page, and a template of cells is ten times slower."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from inconfidence.web import wording
from inconfidence.web.parts import Cell, Table

FRAME = """<div class="table-frame" tabindex="0" role="region" aria-label="{caption}">
<table class="govuk-table" role="table">
<caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{heads}</tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{rows}
</tbody>
</table>
</div>"""
EMPTY = '<h2 class="govuk-heading-m">{}</h2>\n<p class="govuk-body">{}</p>'


def draw(table: Table) -> SafeString:
    """The table as markup: the first cell of a row heads it; on a narrow screen rows become cards."""
    if not table.rows:
        return format_html(EMPTY, table.caption, table.empty)
    heads = [_escaped(head) for head in table.heads]
    rows = (_row(heads, row, table.numbers) for row in table.rows)
    return format_html(
        FRAME, caption=table.caption, heads=_safe(_heads(heads, table.numbers)), rows=_safe(rows, "\n")
    )


def _safe(parts: Iterable[str], between: str = "") -> SafeString:
    """Parts whose every value was escaped where it was put in."""
    return mark_safe(between.join(parts))  # noqa: S308 - see the docstring


def _heads(heads: Sequence[str], numbers: frozenset[int]) -> Iterable[str]:
    for at, head in enumerate(heads):
        right = " govuk-table__header--numeric" if at in numbers else ""
        yield f'<th scope="col" role="columnheader" class="govuk-table__header{right}">{head}</th>'


def _row(heads: Sequence[str], row: Sequence[Cell | object], numbers: frozenset[int]) -> str:
    cells = []
    for at, value in enumerate(row):
        cell = value if isinstance(value, Cell) else Cell(value)
        right = " govuk-table__cell--numeric" if cell.number or at in numbers else ""
        words = _words(cell)
        if at == 0:
            cells.append(f'<th scope="row" role="rowheader" class="govuk-table__header">{words}</th>')
        else:
            head = heads[at] if at < len(heads) else ""
            cells.append(f'<td role="cell" data-head="{head}" class="govuk-table__cell{right}">{words}</td>')
    return f'<tr class="govuk-table__row" role="row">{"".join(cells)}</tr>'


def _words(cell: Cell) -> str:
    words = _escaped(_said(cell.text))
    if cell.href:
        words = f'<a class="govuk-link" href="{_escaped(cell.href)}">{words}</a>'
    return f'{words}<br><span class="cell-small">{_escaped(cell.small)}</span>' if cell.small else words


def _escaped(value: str) -> str:
    """Text made safe as HTML; what is markup already stays as it is."""
    return value if isinstance(value, SafeString) else escape(value)


def _said(value: object) -> str:
    """Dates in plain words; everything else as it is."""
    if isinstance(value, datetime):
        return wording.plain_time(value)
    if isinstance(value, date):
        return wording.short_date(value)
    return value if isinstance(value, str) else str(value)
