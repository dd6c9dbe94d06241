"""Canaries: strings that stand nowhere but where a test has typed them, each one its own."""

import secrets
import string
from dataclasses import dataclass, field


def stem() -> str:
    """Fourteen random letters: no two tests, and nothing else in the world, share them."""
    return "q" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(13))


@dataclass
class Canaries:
    """Every canary of one journey, and where it was typed.

    All begin with one of two stems, so that a search for two words finds any of them. What is plain by design
    (a worker's name, a service's) begins with the second, which may be found.
    """

    secret: str = field(default_factory=stem)
    plain: str = field(default_factory=stem)
    minted: dict[str, str] = field(default_factory=dict)

    def mint(self, where: str, *, plain: bool = False) -> str:
        """A new one for this place: small letters, then four figures."""
        value = f"{self.plain if plain else self.secret}{len(self.minted):04d}"
        self.minted[value] = where
        return value

    def where(self, found: str) -> str:
        """Where the canaries were typed whose beginning stands in this text."""
        told = [place for value, place in self.minted.items() if value in found.casefold()]
        return "; ".join(told) or "a canary that was cut"
