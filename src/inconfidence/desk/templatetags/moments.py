"""The timeline of a case. Drawn in one go: a case of years has hundreds of entries, and its page opens all day long."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from inconfidence.desk.queries import Moment

register = template.Library()

ENTRY = """<article class="timeline__entry timeline__entry--{}" id="{}">
<h3 class="timeline__title">{}</h3>
<p class="timeline__by">{} <span class="timeline__writer">{}</span></p>
<p class="timeline__body">{}</p>
{}</article>"""
SHARE = """<p class="timeline__links"><a class="govuk-link" href="{}">Can I share this?<span
class="govuk-visually-hidden"> {}, {}</span></a></p>
"""


@register.simple_tag
def moments(found: Iterable[Moment]) -> SafeString:
    """Every entry, each value escaped."""
    return format_html_join("\n", ENTRY, (_parts(moment) for moment in found))


def _parts(moment: Moment) -> tuple[str, ...]:
    return (
        moment.kind,
        moment.anchor,
        format_html('<a class="govuk-link" href="{}">{}</a>', moment.href, moment.title)
        if moment.href
        else moment.title,
        moment.when,
        moment.by,
        format_html_join("\n", "{}<br>", ((line,) for line in moment.body.splitlines())),
        format_html(SHARE, moment.share, moment.title, moment.when) if moment.share else "",
    )
