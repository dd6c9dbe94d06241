"""The demonstration's people, services and courses of work, read from the files beside this one."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works for a demonstration service: sign-in name, name, post, role word."""

    username: str
    name: str
    title: str
    role: str


@dataclass(frozen=True, slots=True)
class DemonstrationService:
    """One service: the policy it adopts, its name and accent, the head of its letters, its schools, places, staff."""

    policy: str
    name: str
    accent: str
    address: tuple[str, ...]
    phone: str
    email: str
    primary_schools: tuple[str, ...]
    secondary_schools: tuple[str, ...]
    places: tuple[str, ...]
    staff: tuple[StaffMember, ...]

    @property
    def lead(self) -> StaffMember:
        """The head of this service."""
        return next(member for member in self.staff if member.role == "head_of_service")


FAMILY = ("surnames", "mothers", "fathers", "children")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A family whose form is out, and the language that its adult speaks."""

    adult: str
    child: str
    language: str


@dataclass(frozen=True, slots=True)
class Family:
    """Names that go together."""

    surnames: tuple[str, ...]
    mothers: tuple[str, ...]
    fathers: tuple[str, ...]
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CourseNote:
    """A note in a course of work: days after the first call, minutes spent, words with places to fill, and how."""

    days: int
    minutes: int
    text: str
    method: str = "phone"


@dataclass(frozen=True, slots=True)
class Course:
    """How work about one issue usually goes: for children of which ages, on which level, and what comes of it.

    `level` and `outcomes` are codes; `ages` are the youngest and the oldest.
    """

    issue: str
    ages: tuple[int, int]
    level: int
    outcomes: tuple[str, ...]
    opening: str
    next: str
    notes: tuple[CourseNote, ...]


@dataclass(frozen=True, slots=True)
class AnonymousCall:
    """A call from somebody who gave no name."""

    issue: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """All of it."""

    services: tuple[DemonstrationService, ...]
    families: tuple[Family, ...]
    newcomers: tuple[Newcomer, ...]
    professionals: tuple[str, ...]
    courses: tuple[Course, ...]
    own_courses: tuple[Course, ...]
    calls: tuple[AnonymousCall, ...]
    concerns: tuple[str, ...]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def _service(entry: dict[str, Any]) -> DemonstrationService:
    staff = tuple(StaffMember(**member) for member in entry["staff"])
    lists = {
        name: tuple(entry[name]) for name in ("address", "primary_schools", "secondary_schools", "places")
    }
    single: dict[str, Any] = {name: entry[name] for name in ("policy", "name", "accent", "phone", "email")}
    return DemonstrationService(staff=staff, **(single | lists))


def _course(entry: dict[str, Any]) -> Course:
    notes = tuple(CourseNote(**note) for note in entry["notes"])
    youngest, oldest = entry.get("ages", (5, 15))
    return Course(
        entry["issue"],
        (youngest, oldest),
        entry["level"],
        tuple(entry["outcomes"]),
        entry["opening"],
        entry["next"],
        notes,
    )


@cache
def content() -> Content:
    """Everything the demonstration is made from."""
    people, work = _read("people"), _read("work")
    return Content(
        services=tuple(_service(entry) for entry in _read("services")["service"]),
        families=tuple(Family(*(tuple(entry[name]) for name in FAMILY)) for entry in people["family"]),
        newcomers=tuple(Newcomer(**entry) for entry in people["newcomer"]),
        professionals=tuple(people["professionals"]["names"]),
        courses=tuple(_course(entry) for entry in work["course"]),
        own_courses=tuple(_course(entry) for entry in work["own"]),
        calls=tuple(AnonymousCall(**entry) for entry in work["anonymous"]),
        concerns=tuple(entry["text"] for entry in work["concern"]),
    )
