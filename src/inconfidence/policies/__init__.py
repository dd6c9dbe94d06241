"""The policies that come with the package: one TOML file per service, and the default where they are silent.

These are templates. Adopting one copies its text into `editions`, and the program reads adopted editions only.
"""

from functools import cache
from importlib.resources import files

from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load

DEFAULT = "default"


@cache
def slugs() -> tuple[str, ...]:
    """The names of the policies in the package, in alphabetical order, the default last."""
    names = sorted(each.name for each in files(__package__).iterdir() if each.name.endswith(".toml"))
    own = [name.removesuffix(".toml") for name in names if name != f"{DEFAULT}.toml"]
    return (*own, DEFAULT)


@cache
def text(slug: str) -> str:
    """The text of a policy in the package. Raises KeyError for a name that is none of `slugs()`."""
    if slug not in slugs():
        raise KeyError(slug)
    return files(__package__).joinpath(f"{slug}.toml").read_text(encoding="utf-8")


def default_text() -> str:
    """The text of the default policy: the law, the defaults, the readings."""
    return text(DEFAULT)


@cache
def edition(slug: str) -> Edition:
    """A policy of the package, checked. Raises KeyError for an unknown name and Faulty for a file with faults."""
    return load(text(slug), default_text(), f"{slug}.toml")
