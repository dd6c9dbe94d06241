"""Which screens ask which question of the policy: read from the addresses themselves, so that it cannot be wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import unwrap
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from inconfidence.policy.vocabulary import Question


@dataclass(frozen=True, slots=True)
class Screen:
    """One address, with what is done there in a sentence."""

    address: str
    does: str


def screens_asking(questions: Iterable[Question]) -> tuple[Screen, ...]:
    """The screens that ask one of these, in the order of their addresses."""
    found = (screen for question in questions for screen in _screens().get(question, ()))
    return tuple(dict.fromkeys(found))


@cache
def _screens() -> Mapping[Question, tuple[Screen, ...]]:
    found: dict[Question, list[Screen]] = {}
    for address, view in _views(get_resolver(), "/"):
        says = (unwrap(view).__doc__ or "").split("\n")[0].rstrip(".")
        for question in (getattr(view, "question", None), *getattr(view, "then", ())):
            if question is not None:
                found.setdefault(Question(question), []).append(Screen(address, says))
    return {question: tuple(screens) for question, screens in found.items()}


def _views(resolver: URLResolver, path: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for entry in resolver.url_patterns:
        here = path + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield here, entry.callback
        else:
            yield from _views(entry, here)
