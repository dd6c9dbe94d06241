"""The shape of the source: floors, rooms, and what each file of a room may do."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, SOURCE, imported, modules, packages, parsed

AREAS = frozenset(
    {
        "team",
        "duties",
        "people",
        "cases",
        "consent",
        "disclosure",
        "safeguarding",
        "portal",
        "retention",
        "desk",
        "editions",
    }
)
AREA_FILES = frozenset(
    {
        "__init__",
        "urls",
        "views",
        "forms",
        "actions",
        "queries",
        "facts",
        "models",
        "apps",
        "templates",
        "migrations",
    }
)
# What a room holds beyond the common files, each with its reason.
MORE_FILES = {
    ("cases", "sending"): "from a form's outcome to the next page, the same way for every form of the room",
    ("desk", "templatetags"): "the timeline drawn in one go: the longest list there is",
    ("duties", "words"): "the closed words of a duty, and the sentence people read",
    ("editions", "reading"): "from an adopted text to a checked edition",
    ("editions", "writing"): "from one text of a policy to the next, piece by piece",
    ("retention", "words"): "the closed words about paper, and the sentence people read",
    ("team", "access"): "the marks that every view carries",
    ("team", "actor"): "who acts: person, role, keyring, clock",
    ("team", "cookies"): "the halves that a browser holds",
    ("team", "drafts"): "what is typed and not saved yet, from the page to the spool and back",
    ("team", "drawing"): "the square code that a phone reads",
    ("team", "keeping"): "a form sent after time-out, kept for its person",
    ("team", "middleware"): "the outermost steps of a request: key cookie, sitting",
    ("team", "request"): "what the middleware puts on a request, with types",
    ("team", "screens"): "which addresses ask which question, for the page of a clause and for a command",
    ("team", "totp"): "the second factor's arithmetic",
    ("people", "words"): "the closed words of how somebody on the line was known",
    ("safeguarding", "words"): "the closed words of a concern, and how people read them",
    ("team", "words"): "the closed words of the team's own tables",
}
VAGUE = frozenset({"utils", "common", "core", "helpers", "services", "manager"})
CLOCKS = {
    ("timezone", "now"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}
# The places that hand the time to everything else.
MAY_READ_THE_CLOCK = frozenset({"team/actor.py", "team/middleware.py", "vault/alarms.py", "vault/host.py"})


def area_of(path: Path) -> str:
    """First folder of a module below the package, or empty."""
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def file_of(path: Path) -> str:
    """Name of a module's file or, where it grew to a folder, of that folder."""
    return Path(path.relative_to(SOURCE).parts[1]).stem


def test_every_package_has_its_floor() -> None:
    listed = re.findall(r"^    \(?(\w+)\)?$", (ROOT / ".importlinter").read_text(), re.MULTILINE)
    assert not set(packages()) - set(listed)


def test_no_floor_is_listed_for_a_package_that_is_not_there() -> None:
    floors = (ROOT / ".importlinter").read_text().split("layers =")[1].split("[importlinter")[0].split()
    assert sorted(floors) == packages()


def test_the_core_imports_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"inconfidence"}
    for path in (path for path in modules() if area_of(path) == "policy"):
        names = imported(path)
        assert {name.split(".")[0] for name in names} <= allowed, path
        own = {name for name in names if name.startswith("inconfidence.")}
        assert all(name.startswith("inconfidence.policy") for name in own), path


@pytest.mark.parametrize("word", ["random", "secrets", "time", "os", "pathlib", "socket", "subprocess"])
def test_the_core_has_no_files_clock_or_chance(word: str) -> None:
    for path in (path for path in modules() if area_of(path) == "policy"):
        assert word not in imported(path), path


def test_tables_are_imported_by_their_own_room_only() -> None:
    for path in modules():
        for name in imported(path):
            parts = name.split(".")
            if parts[:1] == ["inconfidence"] and parts[2:3] == ["models"]:
                assert parts[1] == area_of(path), f"{path} imports {name}"


def test_a_room_holds_the_files_every_room_holds() -> None:
    found = {(area_of(path), file_of(path)) for path in modules() if area_of(path) in AREAS}
    found = {(area, name) for area, name in found if name not in AREA_FILES}
    assert not found - set(MORE_FILES), "a file that no other room has needs its reason here"


def test_exemptions_of_rooms_are_still_needed() -> None:
    found = {(area_of(path), file_of(path)) for path in modules() if area_of(path)}
    assert not set(MORE_FILES) - found


def test_names_say_what_things_are() -> None:
    assert not [path for path in modules() if VAGUE & {part.removesuffix(".py") for part in path.parts[-3:]}]


def test_views_touch_no_tables() -> None:
    for path in (path for path in modules() if area_of(path) in AREAS and file_of(path) == "views"):
        names = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
        assert not names & {"objects", "atomic", "save", "delete"}, path


def clock_reads(path: Path) -> list[int]:
    """Lines of a module that call the wall clock."""
    calls = (node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))
    return [
        call.lineno
        for call in calls
        if isinstance(call, ast.Attribute)
        and (getattr(call.value, "attr", getattr(call.value, "id", "")), call.attr) in CLOCKS
    ]


def test_nobody_reads_the_wall_clock_but_its_keepers() -> None:
    readers = {str(path.relative_to(SOURCE)) for path in modules() if clock_reads(path)}
    assert not {
        name for name in readers if name not in MAY_READ_THE_CLOCK and not name.startswith("commands/")
    }


def test_keepers_of_the_clock_still_keep_it() -> None:
    readers = {
        str(path.relative_to(SOURCE))
        for path in modules()
        if "timezone" in path.read_text() or clock_reads(path)
    }
    assert readers >= MAY_READ_THE_CLOCK


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """Functions at the top of a module whose name is for others."""
    return [
        node
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def test_rules_questions_actions_and_queries_say_what_they_do() -> None:
    for path in modules():
        inside = area_of(path) in AREAS and file_of(path) in {"actions", "queries"}
        reasoning = area_of(path) == "policy" and file_of(path) in {"rules", "questions"}
        if inside or reasoning:
            silent = [node.name for node in public_functions(path) if not ast.get_docstring(node)]
            assert not silent, path
        if reasoning and path.name != "__init__.py":
            assert ast.get_docstring(parsed(path)), path
