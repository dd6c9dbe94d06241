"""One file of the demonstration, from its first call to its closing, and sometimes beyond."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from inconfidence.demonstration.content import Course, CourseNote
from inconfidence.demonstration.step import Answer, Household, Step, moment, weekday

# How often each answer to "may we talk to others?" is met, out of twenty.
ANSWERS: tuple[Answer, ...] = (
    ("limited",) * 7 + ("given",) * 4 + ("refused",) * 3 + ("asked",) * 2 + ("withdrawn",) * 2 + ("none",) * 2
)
# How often a note carries which marks; most carry none.
MARKS: tuple[dict[str, str], ...] = (
    *({},) * 12,
    {"standing": "fact"},
    {"standing": "opinion"},
    {"sensitivity": "sensitive"},
    {"in_confidence": "yes"},
)
SELDOM_CLOSED = 0.15
RECENT = 240
SELDOM_NOT_BACK = 0.08
# A yes that was signed came back with the form; whoever says no, or thinks about it, says so on the phone.
SIGNED = frozenset({"given", "limited", "withdrawn"})
OFTEN_SIGNED = 0.4
TAKEN_BACK_AFTER = 8
ASKED_AFTER = 4
OFTEN_SHARED = 0.6
MEETS_WITHIN = 45
SOMETIMES_MEETS = 0.5
PLACES = (
    ("The school's small meeting room", "How the plan is going"),
    ("Town library, room two", "Going through the papers"),
    ("Children's centre, ground floor", "Getting ready for the review"),
    ("By video", "What the letter means"),
)
SOMETIMES_BACK = 0.06


@dataclass(frozen=True, slots=True)
class Start:
    """Where a file begins: its name in the plan, the family, the course of the work, who does it, and when."""

    file: str
    home: Household
    course: Course
    worker: str
    begun: date
    today: date
    own_file: bool = False
    again: str = ""

    @property
    def who(self) -> str:
        """The person the file is for."""
        return self.home.child if self.own_file else self.home.adult

    def words(self, text: str) -> str:
        """A sentence of the course with this family's names."""
        home = self.home
        return text.format(
            adult=self.who, child=home.child, school=home.school, senco=home.senco, place=home.place
        )

    def days_after(self, days: int, chance: Random) -> datetime:
        """Some time on the day so many days after the first call."""
        return moment(self.begun + timedelta(days=days), chance)


def one_file(start: Start, chance: Random) -> Iterator[Step]:
    """Opened, the school named, asked about sharing, the form back, the work, what comes next, and its end."""
    answer = chance.choice(ANSWERS)
    signed = answer in SIGNED and chance.random() < OFTEN_SIGNED
    yield from _opening(start, answer, chance, signed=signed)
    if not signed and chance.random() < SELDOM_NOT_BACK:
        yield from _lost_touch(start, chance)
        return
    if not signed:
        yield Step(start.days_after(3, chance), start.worker, start.file, "form")
    if answer in {"none", "asked"}:
        yield _said(start, start.days_after(ASKED_AFTER, chance), "limited")
    closed = _days_until_closed(start, chance)
    yield from _work(start, chance)
    if closed is None or start.begun + timedelta(days=closed) >= start.today:
        yield from _coming(start, chance)
    if answer in {"limited", "given"} and chance.random() < OFTEN_SHARED:
        text = start.words("Asked {senco} for the date of the next meeting.")
        yield Step(start.days_after(9, chance), start.worker, start.file, "share", text, household=start.home)
    if closed is not None:
        yield from _end(start, closed, chance)


def form_out(start: Start, chance: Random) -> Iterator[Step]:
    """The first call alone: what they said to sharing is still to be asked, and the form is not back."""
    yield from _opening(start, "none", chance, signed=False)


def _opening(start: Start, answer: Answer, chance: Random, *, signed: bool) -> Iterator[Step]:
    """The first call. An answer that is signed stands on the very form that comes back with it."""
    home, file, worker = start.home, start.file, start.worker
    opened = moment(start.begun, chance)

    def after(minutes: int) -> datetime:
        return opened + timedelta(minutes=minutes)

    yield Step(
        opened,
        worker,
        file,
        "open",
        issue=start.course.issue,
        own_file=start.own_file,
        again=start.again,
        household=home,
    )
    yield Step(after(5), worker, file, "involve", household=home)
    opening = start.words(start.course.opening)
    yield Step(after(9), worker, file, "note", opening, chance.choice((10, 20, 30)), issue=start.course.issue)
    if answer != "none":
        first: Answer = "given" if answer == "withdrawn" else answer
        yield Step(after(12), worker, file, "consent", answer=first, by_phone=not signed, household=home)
    if signed:
        yield Step(after(13), worker, file, "form", by_phone=False)
    if answer == "withdrawn":
        yield _said(start, start.days_after(TAKEN_BACK_AFTER, chance), "withdrawn")


def _said(start: Start, when: datetime, answer: Answer) -> Step:
    """What the family said to sharing, by phone."""
    return Step(when, start.worker, start.file, "consent", answer=answer, household=start.home)


def _lost_touch(start: Start, chance: Random) -> Iterator[Step]:
    """The form never comes back: rung about it twice, and closed."""
    for days, text in (
        (8, "Rang about the form; no answer."),
        (20, "Rang again about the form, and sent another."),
    ):
        yield Step(start.days_after(days, chance), start.worker, start.file, "note", text, 5)
    yield Step(start.days_after(60, chance), start.worker, start.file, "close", issue=start.course.issue)


def _work(start: Start, chance: Random) -> Iterator[Step]:
    """The notes of the course. The last one before today says what is next, and when it comes up."""
    past = [note for note in start.course.notes if _day(start, note) < start.today]
    for note in start.course.notes:
        last = bool(past) and note is past[-1] and note is not start.course.notes[-1]
        yield Step(
            start.days_after(note.days + 1, chance),
            start.worker,
            start.file,
            "note",
            start.words(note.text),
            note.minutes,
            method=note.method,
            next_step=start.words(start.course.next) if last else "",
            on=start.today + timedelta(days=chance.randrange(-3, 15)) if last else None,
            marks=chance.choice(MARKS),
        )


def _coming(start: Start, chance: Random) -> Iterator[Step]:
    """Some of the work of these weeks has a meeting fixed."""
    if (start.today - start.begun).days < MEETS_WITHIN and chance.random() < SOMETIMES_MEETS:
        when = moment(start.today - timedelta(days=chance.randrange(2, 9)), chance)
        if when.date() > start.begun + timedelta(days=4):
            day = weekday(start.today + timedelta(days=chance.randrange(15)))
            place, purpose = chance.choice(PLACES)
            yield Step(when, start.worker, start.file, "meet", place, next_step=purpose, on=day)


def _day(start: Start, note: CourseNote) -> date:
    """The day of a note, weekends counted on: it lies on the Monday then."""
    return start.begun + timedelta(days=note.days + 3)


def _days_until_closed(start: Start, chance: Random) -> int | None:
    """Most files are closed some weeks after their last note; of those of these months, some stay open."""
    closed = start.course.notes[-1].days + chance.randrange(10, 50)
    stays = (start.today - start.begun).days < RECENT and chance.random() < SELDOM_CLOSED
    return None if stays else closed


def _end(start: Start, closed: int, chance: Random) -> Iterator[Step]:
    """Closed so many days after the first call; a few families come back."""
    course = start.course
    yield Step(
        start.days_after(closed, chance),
        start.worker,
        start.file,
        "close",
        issue=course.issue,
        outcomes=course.outcomes,
        level=course.level,
    )
    if chance.random() < SOMETIMES_BACK:
        again = start.days_after(closed + chance.randrange(60, 300), chance)
        yield Step(again, start.worker, start.file, "reopen")
        text = start.words(
            "{adult} is back: it has begun again at {school}, and this time we know where to look."
        )
        yield Step(again + timedelta(minutes=10), start.worker, start.file, "note", text, 20)
