"""How somebody may be reached safely, and the plain sentence that says so. Until asked, the careful answer."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class SafeContact:
    """What one person said about reaching them. Every default is the careful one for 'not asked yet'."""

    ok_to_ring: str = "not_asked"
    ring_on: str = ""
    times: str = ""
    ok_voicemail: str = "not_asked"
    ok_text: str = "not_asked"
    ok_email: str = "not_asked"
    ok_post: str = "not_asked"
    ok_message_with: str = ""
    ok_at_work: str = "not_asked"
    hide_our_number: bool = False
    say_we_are: str = ""
    safe_word: str = ""
    do_not_contact: str = ""
    address_confidential: bool = False
    post_came_back: bool = False
    number_of_another: bool = False
    review_on: date | None = None


Way = tuple[str, str, Callable[[SafeContact], str]]
# A way of the policy, our words for it, and what somebody said about it.
BY_PHONE: tuple[Way, ...] = (
    ("work", "work", lambda safe: safe.ok_at_work),
    ("answerphone", "voicemail", lambda safe: safe.ok_voicemail),
    ("via_relative", "a message with somebody else", lambda safe: safe.ok_message_with.strip()),
)
# A text or an e-mail waits where others may read it, as a message on an answerphone does.
BY_WRITING: tuple[Way, ...] = (
    ("answerphone", "text", lambda safe: safe.ok_text),
    ("answerphone", "e-mail", lambda safe: safe.ok_email),
)


def sentence(safe: SafeContact, ask_first: Collection[str] = ()) -> str:
    """How to reach this person, in words: "Ring mobile only, 10–2 on weekdays. No voicemail."

    Of the ways that the policy asks about first, what nobody has asked is said once, at the end.
    """
    return " ".join(part for part in (*_parts(safe, ask_first), not_asked(safe, ask_first)) if part)


def not_asked(safe: SafeContact, ask_first: Collection[str]) -> str:
    """The ways that the policy asks about first and nobody has asked this person about: each counts as no.

    Who is not to be rung is asked about no way of ringing.
    """
    ways = BY_WRITING if safe.ok_to_ring == "no" else (*BY_PHONE, *BY_WRITING)
    found = [words for way, words, said in ways if way in ask_first and said(safe) in ("", "not_asked")]
    return f"Not asked yet, so no: {', '.join(found)}." if found else ""


def _parts(safe: SafeContact, ask_first: Collection[str]) -> tuple[str, ...]:
    return (
        _ringing(safe),
        *(_leaving(safe, ask_first) if safe.ok_to_ring != "no" else ()),
        _written(safe),
        "Not at work." if safe.ok_at_work == "no" else "",
        "The number is somebody else's: never make sure by it who it is." if safe.number_of_another else "",
        "Hide our number." if safe.hide_our_number else "",
        f"Say '{_greeting(safe.say_we_are)}'." if safe.say_we_are.strip() else "",
        f"Safe word: {safe.safe_word}." if safe.safe_word else "",
        f"Never contact {safe.do_not_contact}." if safe.do_not_contact else "",
        "Keep the address secret." if safe.address_confidential else "",
        "Post has come back: ask for the address." if safe.post_came_back else "",
    )


def _ringing(safe: SafeContact) -> str:
    if safe.ok_to_ring == "no":
        return "Do not ring."
    where = ", ".join(part for part in (safe.ring_on, safe.times) if part)
    if where:
        return f"Ring {where}."
    if safe.ok_to_ring == "only_times":
        return "Ring only at agreed times: ask which."
    if safe.ok_to_ring == "yes":
        return "Ring at any time."
    return "Not asked yet how to get in touch safely."


def _leaving(safe: SafeContact, ask_first: Collection[str]) -> tuple[str, str]:
    """Of voicemail and of a message with others, unless it has yet to be asked."""
    asked = safe.ok_voicemail != "not_asked" or "answerphone" not in ask_first
    named = safe.ok_message_with.strip() or "via_relative" not in ask_first
    return _voicemail(safe) if asked else "", _message(safe) if named else ""


def _voicemail(safe: SafeContact) -> str:
    said = {"yes": "Voicemail is fine.", "vague_only": "Voicemail: only a first name and 'please ring back'."}
    return said.get(safe.ok_voicemail, "No voicemail.")


NOBODY = frozenset({"nobody", "no one", "no-one", "none", "no", "not anybody", "n/a"})


def _message(safe: SafeContact) -> str:
    who = safe.ok_message_with.strip()
    if who and who.rstrip(".").casefold() not in NOBODY:
        return f"A message may be left with {who}."
    return "" if safe.ok_voicemail == "no" and not who else "No message with others."


def _greeting(said: str) -> str:
    """What is said to whoever answers, however it was written down: "Jo" and "say it's Jo" are both "It's Jo"."""
    words = said.strip().strip("'\"‘’“”").rstrip(".").strip()
    if words[:4].casefold() == "say ":
        words = words[4:].strip("'\"‘’“” ")
    if words.casefold().startswith(BEGINNINGS):
        return words[:1].upper() + words[1:]
    return f"It's {words}"


BEGINNINGS = (
    "it's ",
    "it’s ",
    "it is ",
    "this is ",
    "i'm ",
    "i’m ",
    "i am ",
    "my name ",
    "we ",
    "we're ",
    "we’re ",
)


def _written(safe: SafeContact) -> str:
    answers = (("text", safe.ok_text), ("e-mail", safe.ok_email), ("post", safe.ok_post))
    yes = [word for word, answer in answers if answer == "yes"]
    no = [word for word, answer in answers if answer == "no"]
    fine = f"{_listed(yes).capitalize()} {'are' if len(yes) > 1 else 'is'} fine." if yes else ""
    barred = f"No {_listed(no, 'or')}." if no else ""
    return " ".join(part for part in (fine, barred) if part)


def _listed(words: list[str], joint: str = "and") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def written_down(safe: SafeContact) -> dict[str, object]:
    """The record form of `safe`, for sealing."""
    record = asdict(safe)
    record["review_on"] = safe.review_on.isoformat() if safe.review_on else None
    return record


def read_back(record: Mapping[str, object]) -> SafeContact:
    """The value of a sealed record; fields it does not have keep their careful default."""
    known = {field.name for field in fields(SafeContact)}
    values = {name: value for name, value in record.items() if name in known and value is not None}
    if "review_on" in values:
        values["review_on"] = date.fromisoformat(str(values["review_on"]))
    return SafeContact(**values)  # type: ignore[arg-type]
