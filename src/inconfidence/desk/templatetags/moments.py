"""The timeline of a case. Drawn in one go: a case of years has hundreds of entries, and its page opens all day long."""

from collections.abc import Iterable
from html import escape

from django import template

from inconfidence.desk.queries import Moment

register = template.Library()


class Drawn:
    """Finished HTML: every value in it was escaped when it was put in."""

    __slots__ = ("html",)

    def __init__(self, html: str) -> None:
        self.html = html

    def __html__(self) -> str:
        """As templates ask for it."""
        return self.html


@register.simple_tag
def moments(found: Iterable[Moment]) -> Drawn:
    """Every entry of the timeline."""
    return Drawn("\n".join(_entry(moment) for moment in found))


def _entry(moment: Moment) -> str:
    title, when = escape(moment.title), escape(moment.when)
    href, body = escape(moment.href), escape(moment.body).replace("\n", "<br>")
    named = f'<a class="govuk-link" href="{href}">{title}</a>' if href and not moment.link else title
    share = _share(escape(moment.share), title, when) if moment.share else ""
    marks = f'<p class="timeline__marks">{escape(moment.marks)}</p>' if moment.marks else ""
    late = f' <span class="timeline__late">entered {escape(moment.entered)}</span>' if moment.entered else ""
    return (
        f'<article class="timeline__entry timeline__entry--{escape(moment.kind)}" id="{escape(moment.anchor)}">'
        f'<h3 class="timeline__title">{named}</h3>'
        f'<p class="timeline__by">{when} <span class="timeline__writer">{escape(moment.by)}</span>{late}</p>'
        f'<p class="timeline__body">{body}</p>{marks}{_link(moment, href)}{share}</article>'
    )


def _link(moment: Moment, href: str) -> str:
    """The way on from an entry whose title is no link."""
    if not moment.link:
        return ""
    said = f'<a class="govuk-link" href="{href}">{escape(moment.link)}</a>'
    return f'<p class="timeline__links">{said}</p>'


def _share(href: str, title: str, when: str) -> str:
    """The way to the question; its parts are escaped already."""
    return (
        f'<p class="timeline__links"><a class="govuk-link" href="{href}">Can I share this?'
        f'<span class="govuk-visually-hidden"> {title}, {when}</span></a></p>'
    )
