"""A service on a Monday morning, in a fresh data folder: `python -m tests.journey.monday SLUG`.

Tom has forty open cases, some with something due today, some this week, some on which nothing was written for weeks.
"""

import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, islice, product
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from inconfidence.team.actor import Actor

GIVEN = ("Marta", "Adeel", "Sinéad", "Gosia", "Priya", "Tunde", "Carol", "Bronagh", "Yusuf", "Ilinca")
SURNAMES = ("Oyelaran", "Fairbrass", "Ó Dubhghaill", "Sandhar")
CHILDREN = ("Sam", "Inaya", "Fionn", "Zuzanna", "Kofi", "Ruby", "Haris")
MATTERS = ("annual_review", "sen_support", "ehcna_request", "transport", "ebsa")
CASES = 40
DUE = {0: 9, 1: 3, 2: 3, 4: 3, -1: 2}
"""How many next steps come up in so many days from today; yesterday's are late."""
QUIET = 6
WITHOUT_FORM = 2


def nine_on_monday() -> datetime:
    """Nine in the morning of the next Monday."""
    ahead = 7 - date.today().weekday()  # noqa: DTZ011 - which Monday it is does not matter
    return datetime.combine(date.today() + timedelta(days=ahead), time(9), tzinfo=UTC)  # noqa: DTZ011


def begin(slug: str) -> None:
    """The service under this policy, with Tom's forty cases and what is next on them."""
    from inconfidence.consent.actions import FormReturned, record_form_returned
    from tests import cast
    from tests.conftest import Clock

    now = nine_on_monday()
    clock = Clock(now - timedelta(days=60))
    lead = cast.begin_service(slug, clock)
    tom = cast.invite(lead, slug, "tom").actor
    cast.invite(lead, slug, "joan")
    people = list(islice(product(SURNAMES, GIVEN), CASES))
    children = cycle(CHILDREN)
    references = [
        _case(tom, f"{given} {surname}", next(children), MATTERS[number % len(MATTERS)], number)
        for number, (surname, given) in enumerate(people)
    ]
    clock.set(now - timedelta(days=40))
    for reference in references[: CASES - WITHOUT_FORM]:
        record_form_returned(tom, reference, FormReturned(tom.today(), frozenset({"advise", "keep"})))
    _agreed(tom, references[0])
    clock.set(now - timedelta(days=3))
    due = [days for days, many in DUE.items() for _ in range(many)]
    for reference, days in zip(references, due, strict=False):
        _next_step(tom, reference, now.date() + timedelta(days=days))
    for reference in references[len(due) : CASES - QUIET]:
        _next_step(tom, reference, None)


def _case(actor: "Actor", name: str, child: str, matter: str, number: int) -> str:
    from inconfidence.cases.actions import CaseDetails, ChildDetails, InvolvedDetails, add_involved, open_case
    from inconfidence.people.actions import CardDetails
    from inconfidence.people.queries import SafeContact

    safe = SafeContact(
        ok_to_ring="only_times" if number % 3 else "yes",
        ring_on="mobile",
        times="10–2 on weekdays" if number % 3 else "",
        ok_voicemail="no",
        say_we_are="Jo" if number % 4 == 0 else "",
        ok_post="yes",
    )
    card = CardDetails(
        name, phones=(f"07700 900{number:03}",), safe=safe, address=f"{number + 3} Wharf Lane\nWath\nS63 0AA"
    )
    today = actor.today()
    opened = open_case(
        actor,
        CaseDetails(
            card=card,
            child=ChildDetails(child, actor.today().year - 9, school="Brook Lane School"),
            relationship="mother",
            responsibility="yes",
            issues=(matter,),
            statement_given_on=today,
            notice_given_on=today,
            form_given_on=today,
        ),
    )
    assert isinstance(opened, str), opened
    add_involved(actor, opened, InvolvedDetails("senco", "Kit Vale", "Brook Lane School"))
    return opened


def _agreed(actor: "Actor", reference: str) -> None:
    """The school may be told about everything."""
    from inconfidence.consent.actions import ConsentDetails, record_consent

    answered = ConsentDetails(
        kind="share",
        answer="limited",
        method="telephone",
        happened_on=actor.today(),
        happened_at=(actor.now() - timedelta(minutes=5)).time(),
        words="Yes, talk to the school. Nobody else.",
        recipients=frozenset({"body:setting"}),
        purposes=frozenset({"all_matters"}),
    )
    record_consent(actor, reference, answered)


def _next_step(actor: "Actor", reference: str, day: date | None) -> None:
    from inconfidence.cases.actions import NoteDetails, add_note

    text = "Went through the letter together and agreed who asks for what."
    step = "Ring about the answer from school" if day else ""
    assert add_note(actor, reference, NoteDetails(text, minutes=15, next_step=step, remind_on=day))


if __name__ == "__main__":
    django.setup()
    begin(sys.argv[1])
