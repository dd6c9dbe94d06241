"""`policy list | show | diff | new | check | pages`: the policies that come with the package."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from inconfidence import policies
from inconfidence.commands import difference_pages
from inconfidence.commands.arguments import command
from inconfidence.commands.checking import check, check_files, silences
from inconfidence.commands.differing import compared_json, compared_text
from inconfidence.commands.pages import FOLDER, pages
from inconfidence.commands.printing import BadInput, as_json, nearest, table, wrapped
from inconfidence.commands.showing import clause_json, clause_text, policy_json, policy_text
from inconfidence.commands.starting import write
from inconfidence.policy.differences import compare
from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import Faulty, load

if TYPE_CHECKING:
    from inconfidence.commands.arguments import Commands


NAMED = "a policy, as `policy list` names it, or a policy file"


def add(commands: "Commands") -> None:
    """Add the commands about policies."""
    group = command(commands, "policy", "the policies that come with the package").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    command(group, "list", "every policy with its version and dates", _list)
    show = command(group, "show", "a policy with all its clauses, or one clause", _show)
    show.add_argument("slug", metavar="POLICY", help=NAMED)
    show.add_argument("--clause", metavar="ID", help="one clause, with its rules, stories and pages")
    apart = command(group, "diff", "where two policies differ: answers, values, words", _diff)
    for name in ("first", "second"):
        apart.add_argument(name, metavar="POLICY", help=NAMED)
    new = command(group, "new", "write a policy file to be filled in", _new)
    new.add_argument("slug", metavar="SLUG", help="the name of the new policy, like elmshire")
    new.add_argument(
        "--from", dest="source", metavar="SLUG", default=policies.DEFAULT, help="what it starts from"
    )
    new.add_argument("--to", metavar="FOLDER", default=".", help="where to (this folder)")
    checked = command(group, "check", "every fault of policy files, or of the package's own", _check)
    checked.add_argument("files", metavar="FILE", nargs="*", help="a policy file")
    written = command(group, "pages", "write the policy pages of the documentation", _pages)
    written.add_argument("--to", metavar="FOLDER", default=str(FOLDER), help="where to (docs/policy)")
    written.add_argument(
        "--differences", action="store_true", help="the pages of two policies, which take minutes"
    )


def edition(named: str) -> Edition:
    """A policy of the package by its name, or of a file. Raises BadInput where it is neither, or has faults."""
    try:
        if named in policies.slugs():
            return policies.edition(named)
        if Path(named).is_file():
            return load(Path(named).read_text(encoding="utf-8"), policies.default_text(), named)
    except Faulty as faulty:
        raise BadInput(str(faulty)) from None
    except (OSError, ValueError):
        raise BadInput(f"{named} cannot be read: expected a policy file in UTF-8.") from None
    known = policies.slugs()
    raise BadInput(
        f"No policy is called {named}{nearest(named, known)}: expected one of {', '.join(known)}, or a policy file."
    )


def _list(asked: Namespace) -> int:
    rows = [_row(edition(slug)) for slug in policies.slugs()]
    if asked.json:
        as_json(rows)
    else:
        head = ("slug", "kind", "service", "edition", "in_force_from", "next_review", "clauses")
        print(table(head, [[str(row[key] or "–") for key in head] for row in rows]))
    return 0


def _row(policy: Edition) -> dict[str, object]:
    return {
        "slug": policy.slug,
        "kind": policy.kind,
        "service": policy.service,
        "title": policy.title,
        "edition": policy.label,
        "in_force_from": policy.in_force_from and policy.in_force_from.isoformat(),
        "next_review": policy.next_review and policy.next_review.isoformat(),
        "clauses": len(policy.clauses),
    }


def _show(asked: Namespace) -> int:
    policy = edition(asked.slug)
    if asked.clause is None:
        as_json(_row(policy) | policy_json(policy)) if asked.json else print(policy_text(policy))
        return 0
    known = tuple(policy.every_clause) + tuple(policy.readings)
    if asked.clause not in known:
        raise BadInput(
            f"{policy.short} has no clause {asked.clause}{nearest(asked.clause, known)}: "
            f"expected one of the ids that `policy show {policy.slug}` prints."
        )
    as_json(clause_json(policy, asked.clause)) if asked.json else print(clause_text(policy, asked.clause))
    return 0


def _diff(asked: Namespace) -> int:
    first, second = edition(asked.first), edition(asked.second)
    called = ("in the first", "in the second") if first.short == second.short else None
    found = compare(first, second, called)
    if asked.json:
        as_json(compared_json(first, second, found))
    else:
        print(compared_text(found, (first.service, second.service)))
    return 0


def _new(asked: Namespace) -> int:
    file = write(asked.slug, edition(asked.source), Path(asked.to))
    if asked.json:
        as_json({"file": str(file), "slug": asked.slug, "from": asked.source})
    else:
        print(f"Wrote {file}. Fill it in, then ask: inconfidence policy check {file}")
    return 0


def _check(asked: Namespace) -> int:
    faults, files = check_files([Path(file) for file in asked.files]) if asked.files else check()
    if asked.json:
        as_json(
            [
                {"file": f.file, "clause": f.clause, "key": f.key, "found": f.found, "expected": f.expected}
                for f in faults
            ]
        )
    else:
        print("\n".join(map(str, faults)) or f"No faults in {', '.join(files)}.")
    if not asked.json and not faults:
        for file in asked.files:
            print("".join(f"{wrapped(each, '    ', '  · ')}\n" for each in silences(Path(file))), end="")
    return 2 if faults else 0


def _pages(asked: Namespace) -> int:
    folder = Path(asked.to)
    if asked.differences:
        names = []
        for name in difference_pages.pages(folder / difference_pages.TO.name):
            print(f"Wrote {name}.", file=sys.stderr, flush=True)
            names.append(name)
    else:
        written = pages()
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            folder.joinpath(name).write_text(text, encoding="utf-8")
        names = list(written)
    as_json(names) if asked.json else print(f"Wrote {', '.join(names)} to {folder}.")
    return 0
