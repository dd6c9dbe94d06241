"""The one colour a service may choose. A choice too pale to read on our pages is refused."""

import re
from collections.abc import Mapping
from types import MappingProxyType

LEAST_CONTRAST = 4.5
PAGE = "f6f3ec"
DRESS = "pine"
ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "pine": "1f5a4c",
        "heather": "5a4682",
        "plum": "6d2c56",
        "brick": "8f3a22",
        "slate": "37474f",
        "moss": "4b5a1c",
        "harbour": "21566b",
        "bramble": "4a2545",
    }
)


def colour_of(accent: str) -> str | None:
    """Six hexadecimal digits for a word of the list or a colour as typed ("#5A4682"); else None."""
    typed = accent.strip().lower().removeprefix("#")
    if typed in ACCENTS:
        return ACCENTS[typed]
    return typed if re.fullmatch(r"[0-9a-f]{6}", typed) else None


def accent_of(accent: str) -> str | None:
    """The accent as it stands in an address, or None where it is unknown or too pale."""
    colour = colour_of(accent)
    if colour is None or min(contrast(colour, PAGE), contrast(colour, "ffffff")) < LEAST_CONTRAST:
        return None
    return accent.strip().lower().removeprefix("#")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of six hexadecimal digits (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def darker(colour: str, share: float) -> str:
    """The colour with this share of its light taken away."""
    return "".join(f"{round(int(colour[start : start + 2], 16) * (1 - share)):02x}" for start in (0, 2, 4))


def stylesheet(colour: str) -> str:
    """The few lines that give a page this accent."""
    dark, deep = darker(colour, 0.25), darker(colour, 0.5)
    values = {
        "--accent": colour,
        "--accent-dark": dark,
        "--accent-deep": deep,
        "--govuk-brand-colour": colour,
        "--govuk-link-colour": colour,
        "--govuk-link-visited-colour": colour,
        "--govuk-link-hover-colour": deep,
    }
    return f":root{{{';'.join(f'{name}:#{value}' for name, value in values.items())}}}\n"
