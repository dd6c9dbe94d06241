"""Paper for the day the system is down, put together from the rooms below. No family is looked at for it."""

from inconfidence.editions import queries as editions
from inconfidence.letters import stationery, typeset
from inconfidence.letters.bad_day import Goes, Number, bad_day
from inconfidence.safeguarding.facts import listed_in
from inconfidence.safeguarding.queries import numbers, where_concerns_go
from inconfidence.team.actor import Actor
from inconfidence.web.wording import plain_date


def bad_day_paper(actor: Actor, *, large: bool) -> bytes:
    """What to say, whom to ring, and empty sheets, as this service's policy is today. CannotPrint as for a leaflet."""
    today = actor.today()
    service = editions.service(actor.service_id, today)
    roads = (
        Goes(
            road.about, *(listed_in(road.answer, name) for name in ("hearers_said", "may_said", "never_said"))
        )
        for road in where_concerns_go(actor)
    )
    return typeset.pdf(
        bad_day(
            stationery.letterhead(service),
            editions.in_force(actor.service_id, today),
            stationery.wordings(service),
            roads,
            [Number(each.name, each.number) for each in numbers(actor)],
            plain_date(today),
            large=large,
        )
    )
