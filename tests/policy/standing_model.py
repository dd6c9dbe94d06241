"""Standing, said a second time and plainly: what dated entries come to, read off a table.

The core folds entries with conditions; here each entry is one of seven things that can happen to a consent, and a table
says what becomes of it. The tests compare the two on drawn histories, `script/prove standing` on very many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Literal
from zoneinfo import ZoneInfo

from inconfidence.policy.standing.beginning import BeginStanding, begin_standing
from inconfidence.policy.standing.consent import ConsentEntry, ConsentStanding, consent_standing
from inconfidence.policy.standing.obtaining import ObtainStanding, obtain_standing
from inconfidence.policy.standing.risk import RiskEntry, RiskStanding, risk_standing

NO = ("refused", "withdrawn")


@dataclass(frozen=True)
class Act:
    """Who would be told, for what, which items, and when."""

    recipient: str
    body: str
    purpose: str
    items: frozenset[str]
    moment: datetime
    today: date


def happens(entry: ConsentEntry, act: Act) -> str:
    """What an entry is to this act: a yes to it, to less or to something else; a no, a question or a hint about it."""
    meant = act.purpose in entry.purposes
    named = (
        entry.reach == "everyone"
        or act.recipient in entry.recipients
        or (act.body or None) in entry.recipients
    )
    if entry.kind == "share" and entry.answer == "given":
        if named and meant:
            return "yes to all" if entry.reach == "everyone" else "yes to this"
        return "yes to less" if entry.reach == "limited" and meant else "yes elsewhere"
    touched = (named or not entry.recipients) and (meant or not entry.purposes)
    if not touched:
        return "nothing"
    return (
        "hint"
        if entry.kind == "wish"
        else {"refused": "no", "withdrawn": "no"}.get(entry.answer, entry.answer)
    )


# What stands, and what can happen to it: whether the entry is from now on what counts.
COUNTS: dict[str, tuple[str, ...]] = {
    "": ("yes to all", "yes to this", "yes to less", "yes elsewhere", "no", "asked", "implied", "hint"),
    "hint": ("yes to all", "yes to this", "yes to less", "yes elsewhere", "no", "asked"),
    "implied": ("yes to all", "yes to this", "yes to less", "yes elsewhere", "no", "asked"),
    "asked": ("yes to all", "yes to this", "yes to less", "yes elsewhere", "no"),
    "no": ("yes to all", "yes to this", "no"),
    "yes to all": ("yes to all", "yes to this", "yes to less", "no"),
    "yes to this": ("yes to all", "yes to this", "no"),
    "yes to less": (
        "yes to all",
        "yes to this",
        "yes to less",
        "yes elsewhere",
        "no",
        "asked",
        "implied",
        "hint",
    ),
    "yes elsewhere": (
        "yes to all",
        "yes to this",
        "yes to less",
        "yes elsewhere",
        "no",
        "asked",
        "implied",
        "hint",
    ),
}


def counting(entries: Iterable[ConsentEntry], act: Act) -> ConsentEntry | None:
    """The entry that counts once all have happened."""
    stands, counts = "", None
    for entry in entries:
        what = happens(entry, act)
        if entry.kind in ("share", "wish") and what in COUNTS[stands]:
            stands, counts = what, entry
    return counts


def in_order(entries: Iterable[ConsentEntry]) -> list[ConsentEntry]:
    """As they were said, then as they were written down; a no after a yes of the same moment."""
    return sorted(entries, key=lambda each: (each.since, each.recorded, each.answer in NO))


def consent_model(entries: Sequence[ConsentEntry], act: Act) -> ConsentStanding:
    """How consent stands for this act."""
    history = in_order(entries)
    form: Any = "yes" if any(_is_form(each, act.moment) for each in history) else "no"
    own = [each for each in history if each.giver == "subject"]
    others = [each for each in history if each.giver == "someone_else"]
    found, in_time = _first(own, act)
    if found is None:
        # Of what somebody else said only a yes is shown, as theirs.
        yeses = counting([each for each in others if each.since < act.moment], act)
        shown = yeses is not None and (yeses.kind, yeses.answer) == ("share", "given")
        found, in_time = (yeses, True) if shown else (_late(others, act), False)
    if found is None:
        return ConsentStanding(form_back=form)
    state: Any = "implied" if found.kind == "wish" else found.answer
    if state != "given":
        return ConsentStanding(consent=state, form_back=form)
    return replace(_details(found, act), consent_before="yes" if in_time else "no", form_back=form)


def _first(entries: Sequence[ConsentEntry], act: Act) -> tuple[ConsentEntry | None, bool]:
    """What was decided before the act; else a yes that came too late for it."""
    before = counting([each for each in entries if each.since < act.moment], act)
    if before is not None:
        return before, True
    return _late(entries, act), False


def _late(entries: Sequence[ConsentEntry], act: Act) -> ConsentEntry | None:
    late = [
        each
        for each in entries
        if each.since >= act.moment and (each.kind, each.answer) == ("share", "given")
    ]
    return counting(late, act)


def _is_form(entry: ConsentEntry, moment: datetime) -> bool:
    theirs = (entry.kind, entry.answer, entry.giver) == ("permission_form", "returned", "subject")
    return theirs and entry.since <= moment


def _details(entry: ConsentEntry, act: Act) -> ConsentStanding:
    what = happens(entry, act)
    named = what in ("yes to all", "yes to this") or entry.reach == "everyone" or _named(entry, act)
    covered = entry.items == "everything" or (bool(act.items) and act.items <= set(entry.items))
    return ConsentStanding(
        consent="given",
        consent_from=entry.giver,
        consent_recipient="yes" if named else "no",
        consent_purpose="yes" if act.purpose in entry.purposes else "no",
        consent_items="yes" if covered else "no",
        consent_record=_record(entry, act.moment),
        consent_review=_review(entry, act.today),
    )


def _named(entry: ConsentEntry, act: Act) -> bool:
    return any(who in entry.recipients for who in (act.recipient, act.body) if who)


def _record(entry: ConsentEntry, moment: datetime) -> Any:
    if entry.since < moment < entry.recorded:
        return "not_recorded"
    by_telephone = {
        (True, True): "telephone_note",
        (True, False): "note_no_worker",
        (False, True): "note_no_date",
        (False, False): "note_no_date",
    }
    if entry.method in ("telephone", "text"):
        return by_telephone[entry.date_known, entry.worker_known]
    if entry.method in ("letter", "email"):
        return "letter"
    if entry.signed and entry.date_known:
        return "form" if entry.recipients_named_or_reason else "form_no_recipients"
    return "form_unsigned"


def _review(entry: ConsentEntry, today: date) -> Literal["current", "overdue", "reopened"]:
    if entry.recorded_before_reopening:
        return "reopened"
    return "overdue" if entry.review_by and entry.review_by < today else "current"


def begin_model(entries: Sequence[ConsentEntry], moment: datetime) -> BeginStanding:
    """Whether the form is back, whether they said yes or no, and whether no yes is left after their last no."""
    own = [each for each in in_order(entries) if each.giver == "subject" and each.since <= moment]
    said = [each for each in own if each.kind == "share" and each.answer in ("given", *NO)]
    left = [yes for at, yes in enumerate(said) if yes.answer == "given" and not _ended(yes, said[at + 1 :])]
    return BeginStanding(
        form_back=any(_is_form(each, moment) for each in own),
        answered=bool(said),
        refused=bool(said) and said[-1].answer in NO and not left,
    )


def _ended(yes: ConsentEntry, later: Sequence[ConsentEntry]) -> bool:
    """Whether a no to everybody followed, or one to all whom the yes named."""
    return any(
        no.answer in NO and (not no.recipients or (yes.recipients and yes.recipients <= no.recipients))
        for no in later
    )


def obtain_model(entries: Sequence[ConsentEntry], act: Act) -> ObtainStanding:
    """How consent stands for asking this holder: read as a yes to telling, of its own kind."""
    asking = consent_model(_as_telling(entries, "obtain"), replace(act, items=frozenset()))
    telling = consent_model(_as_telling(entries, "share"), replace(act, items=frozenset()))
    if asking.consent == "refused" or asking.consent == "withdrawn":
        return ObtainStanding(consent=asking.consent, form_back=asking.form_back)
    whole = (asking.consent_recipient, asking.consent_purpose, asking.consent_items) == ("yes", "yes", "yes")
    if asking.consent == "given" and whole and asking.consent_review != "reopened":
        form = asking.consent_record == "form_no_recipients"
        record: Any = "form" if form else asking.consent_record
        return ObtainStanding(
            consent="given",
            consent_from=asking.consent_from,
            consent_before=asking.consent_before,
            consent_record=record,
            form_back=asking.form_back,
        )
    only = telling.consent == "given" and telling.consent_recipient == "yes"
    return ObtainStanding(consent="share_only" if only else "none", form_back=asking.form_back)


def _as_telling(entries: Sequence[ConsentEntry], kind: str) -> list[ConsentEntry]:
    kept = [each for each in entries if each.kind in (kind, "permission_form")]
    return [replace(each, kind="share") if each.kind == kind else each for each in kept]


def risk_model(entries: Sequence[RiskEntry]) -> RiskStanding:
    """The last word on each part, since the concern began that is open, or was closed last."""
    history = sorted(entries, key=lambda each: each.recorded)
    beliefs = [(at, _belief(each)) for at, each in enumerate(history) if each.belief]
    begun = [
        at
        for (_, before), (at, now) in pairwise(beliefs)
        if before == "no_intention" and now != "no_intention"
    ]
    open_now = history[begun[-1] :] if begun else history
    belief: Any = next((_belief(each) for each in reversed(open_now) if each.belief), "none")
    spoken: Any = next((_spoken(each) for each in reversed(open_now) if each.spoken_to), "no")
    consulted = any(each.lead_consulted for each in open_now)
    return RiskStanding(belief=belief, spoken_to=spoken, lead_consulted="yes" if consulted else "no")


def _belief(entry: RiskEntry) -> str | None:
    return "wondering" if entry.belief == "believed" and not entry.reasons else entry.belief


def _spoken(entry: RiskEntry) -> str | None:
    return "no" if entry.spoken_to == "unsafe" and not entry.why_unsafe else entry.spoken_to


# ── Drawn histories ───────────────────────────────────────────────────────────────────────

LONDON = ZoneInfo("Europe/London")
FIRST = datetime(2026, 3, 27, 12, tzinfo=LONDON)
RECIPIENTS = ("teacher", "head", "body:setting", "body:council", "officer")
BODIES = ("body:setting", "body:council", "")
PURPOSES = ("review", "appeal")
ITEMS = ("diagnosis", "attendance")


def some(draw: Random, words: Sequence[str]) -> frozenset[str]:
    """A set of words, often none or one."""
    return frozenset(draw.sample(words, draw.choice((0, 1, 1, 2))))


def moment(draw: Random) -> datetime:
    """One of few moments, so that some coincide; they lie across the change of the clocks."""
    return FIRST + timedelta(hours=12 * draw.randint(0, 7))


def an_act(draw: Random) -> Act:
    """Something that may be done on a consent."""
    when = moment(draw)
    return Act(
        draw.choice(RECIPIENTS),
        draw.choice(BODIES),
        draw.choice(PURPOSES),
        some(draw, ITEMS),
        when,
        when.date(),
    )


def consents(draw: Random) -> list[ConsentEntry]:
    """A history of consents, in no order."""
    return [_consent(draw) for _ in range(draw.randint(0, 7))]


def _consent(draw: Random) -> ConsentEntry:
    kind: Any = draw.choice(
        ("share", "share", "share", "share", "obtain", "obtain", "wish", "permission_form")
    )
    answers = {"wish": ("given", "implied"), "permission_form": ("returned", "asked")}
    answer: Any = draw.choice(
        answers.get(kind, ("given", "given", "given", "refused", "withdrawn", "asked", "implied"))
    )
    happened, recorded = moment(draw), moment(draw)
    method: Any = draw.choice(("telephone", "in_person", "letter", "email", "online", "text"))
    return ConsentEntry(
        happened=draw.choice((happened, happened, None)),
        recorded=recorded,
        kind=kind,
        answer=answer,
        giver=draw.choice(("subject", "subject", "subject", "someone_else")),
        reach=draw.choice(("limited", "limited", "everyone")),
        recipients=some(draw, RECIPIENTS),
        purposes=some(draw, PURPOSES),
        items=draw.choice(("everything", some(draw, ITEMS))),
        method=method,
        date_known=draw.random() < 0.7,
        worker_known=draw.random() < 0.7,
        signed=draw.random() < 0.7,
        recipients_named_or_reason=draw.random() < 0.7,
        review_by=draw.choice((None, FIRST.date() + timedelta(days=draw.randint(0, 4)))),
        recorded_before_reopening=draw.random() < 0.15,
    )


def risks(draw: Random) -> list[RiskEntry]:
    """A history of one danger; no two entries at one moment."""
    days = draw.sample(range(12), draw.randint(0, 7))
    return [
        RiskEntry(
            recorded=FIRST + timedelta(days=day),
            belief=draw.choice((None, None, "wondering", "no_intention", "believed")),
            reasons=draw.random() < 0.6,
            spoken_to=draw.choice((None, None, "yes", "no", "unsafe")),
            why_unsafe=draw.random() < 0.5,
            lead_consulted=draw.random() < 0.25,
        )
        for day in days
    ]


def differences(draw: Random) -> list[str]:
    """Where the core and the model say different things of one drawn history; names of the four, and what it was."""
    history, act, dangers = consents(draw), an_act(draw), risks(draw)
    whom: dict[str, Any] = {
        "body": act.body,
        "purpose": act.purpose,
        "moment": act.moment,
        "today": act.today,
    }
    said = {
        "consent": (
            consent_standing(history, recipient=act.recipient, items=act.items, **whom),
            consent_model(history, act),
        ),
        "obtain": (obtain_standing(history, holder=act.recipient, **whom), obtain_model(history, act)),
        "begin": (begin_standing(history, act.moment), begin_model(history, act.moment)),
        "risk": (risk_standing(dangers), risk_model(dangers)),
    }
    return [
        f"{name}: {core} and {model}: {history} {act}"
        for name, (core, model) in said.items()
        if core != model
    ]
