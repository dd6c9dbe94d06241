"""What a page says after something was done: a closed list, and each is said once.

The word travels in a cookie that only the server can sign, for one page and a minute, and goes when it has been
shown: no address makes a page say that something was done, and a page read again does not repeat it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url

COOKIE = "said"
SECONDS = 60


class Notice(NamedTuple):
    """A banner: its tone, and its sentence."""

    tone: Literal["done", "careful"]
    sentence: str


def _done(sentence: str) -> Notice:
    return Notice("done", sentence)


def _careful(sentence: str) -> Notice:
    return Notice("careful", sentence)


NOTICES: Mapping[str, Notice] = MappingProxyType(
    {
        "saved": _done("Saved."),
        "caller-known": _done("Recorded. You know who it is."),
        "caller-not-known": _careful(
            "Recorded. Tell them nothing; those who work with the family will see it."
        ),
        "message-left": _done("The message is left. Those who work with them have it on their day."),
        "message-filed": _done("The message is on the case, and nowhere else."),
        "message-not-filed": _careful(
            "It may not be kept in these words: write a note of what bears on the case."
        ),
        "change-checked": _done("Recorded how it was checked. It is used from now on."),
        "call-saved": _done("The call is saved."),
        "picked-up": _done("On record, with the time and your name."),
        "calls-joined": _done("Joined, with the day of each call."),
        "referral-saved": _done("The referral is saved. Below stands whether we may get in touch."),
        "referral-declined": _done(
            "The referral is closed as declined, and how to reach the family is taken out."
        ),
        "enquiry-given": _done("Given. It stands on their day."),
        "case-opened": _done("The case is open."),
        "deciding-recorded": _done("Recorded, for this decision and no other."),
        "birth-saved": _done("Saved. What follows from it is worked out anew."),
        "first-contact-saved": _done("Saved, with its date and your name."),
        "level-waits": _careful(
            "Saved. How far our help goes stays as it was until the steps below are done."
        ),
        "records-asked": _done("Recorded that we asked, and a reminder to chase it."),
        "case-closed": _done("The case is closed."),
        "case-reopened": _done("The case is open again. What was agreed before has to be asked again."),
        "meeting-added": _done("The meeting is on the timeline."),
        "meeting-changed": _done("The meeting is changed. What it said before is kept."),
        "meeting-past": _careful("The meeting is saved. Its time has passed already: check the day."),
        "letter-made": _done("The letter is final, and filed on the timeline."),
        "letter-made-bare": _careful(
            "The letter is final, and filed. It does not say how to reach us: ask your lead to set that."
        ),
        "draft-saved": _done("The draft is saved. Nothing is decided by it until it is adopted."),
        "draft-sent": _done("The draft lies before its reviewers. What they say is recorded here."),
        "draft-compared": _done(
            "The draft goes on from the last version. Put it before its reviewers again."
        ),
        "policy-withdrawn": _done("The version is withdrawn. Its draft lies before its reviewers again."),
        "draft-dropped": _done("The draft is given up. It stays on record."),
        "draft-not-sent": _careful("The draft was changed meanwhile: send it again before it is reviewed."),
        "review-recorded": _done("What they said is recorded."),
        "policy-reviewed": _done("The review is recorded, and the next one has its day."),
        "policy-adopted": _done("The version is adopted. Earlier decisions keep the version of their day."),
        "letterhead-set": _done("Saved. It stands on everything printed from now on."),
        "numbers-set": _done("Saved. Print the paper for a bad day again: the old one does not know these."),
        "letter-filed": _careful("The letter is filed. Before it goes to somebody else, ask here."),
        "note-added": _done("The note is on the timeline."),
        "dates-kept": _done(
            "The dates are on your day, and the notes on the timeline say how they were worked out."
        ),
        "note-changed": _done("The note is changed. What it said before is kept."),
        "document-added": _done("The document is on the timeline."),
        "documents-added": _done("All of it is on the timeline."),
        "document-held": _careful("Kept, and held unopened. The document's page says why, and what to do."),
        "document-secret": _careful(
            "Kept. It names what must stay secret, so it is never chosen for sharing by itself. With a secret address"
            " in it, it cannot go out as it is."
        ),
        "document-unread": _careful(
            "Kept. Not all of it could be searched for what must stay secret, because words in a picture, a scan or"
            " another file inside it cannot be read here. Look through it yourself before it goes to anybody."
        ),
        "document-opened": _done("The document was looked through, and can be read now."),
        "mail-filed": _done("The message is on the timeline."),
        "mail-filed-whole": _done("The message is on the timeline, with what was sent along."),
        "mail-filed-before": _careful("This message is on the case already. Nothing was kept twice."),
        "person-added": _done("The person is on the case."),
        "consent-asked": _done("Recorded that they were asked. Until they answer, nothing is agreed."),
        "consent-recorded": _done("What the family said is recorded, and counts from now."),
        "form-returned": _done("The signed form is recorded."),
        "form-aloud": _done("Every answer is recorded. Confirmed, it counts as the form’s coming back."),
        "form-gone-through": _careful(
            "What was said is recorded. It counts as come back once everything is told, answered and confirmed."
        ),
        "form-reminded": _done("The reminder is recorded. The form comes back to your day in a week."),
        "shared": _done("Shared. The record of it is in the ledger."),
        "not-shared": _done("Nothing was shared. The question and its answer are recorded."),
        "answer-changed": _careful("The answer has changed since you saw it. Read it again before sharing."),
        "lead-asked": _done("The question is with the lead. You will see the answer on your day."),
        "lead-decided": _done("Your decision is recorded, and the worker will see it."),
        "concern-raised": _done("Your concern is with the leads. If somebody is in danger now, ring 999."),
        "concern-noted": _done("Written down. What is still owed stands on the day of whoever owes it."),
        "concern-closed": _done("The concern is closed. Everything written down about it is kept."),
        "reason-given": _done("Your reason is recorded."),
        "linked": _done("The two files are linked, for leads only."),
        "unlinked": _done("The link is taken away."),
        "allocated": _done("The case is allocated."),
        "allocation-ended": _done("The allocation has ended."),
        "invited": _done("The invitation is ready to print."),
        "duty-done": _done("Done, and off the list."),
        "duties-moved": _done("Moved to the day you chose."),
        "register-entered": _done("The line is in the register."),
        "acknowledged": _done("Written down with today's date and your name."),
        "inspection-entered": _done("The inspection is entered."),
        "password-changed": _done("Your password is changed. You were signed out everywhere else."),
        "sheet-printed": _done("The new sheet of codes counts. Destroy the old one."),
        "activated": _done("Your password is set. Sign in with it now."),
        "phone-set": _done("From now on we ask for the code on this phone or computer."),
        "person-confirmed": _done("Confirmed. They can start work now."),
        "form-discarded": _done("The unfinished form is thrown away. For a day, Unfinished takes it back."),
        "taken-back": _done("The form is unfinished again. Nothing of it is lost."),
        "form-gone": _careful("It was thrown away more than a day ago, and is gone."),
        "put-aside": _done("Put aside. It waits here, sealed, until you go on with it."),
        "saved-before": _careful(
            "That form was saved before, once. You had changed it since: the changed text waits in Unfinished."
        ),
        "signed-out": _done("You are signed out."),
        "out-of-date": _careful("That page was out of date, and nothing was done. Try again."),
        "already-done": _careful("That was already saved, once. Nothing was written twice."),
        "timed-out": _careful("You were away for a while, so the page closed. Type your password to go on."),
    }
)


def go(notice: str, to: str, *arguments: object, **named: object) -> HttpResponseRedirect:
    """Redirect to a view or address, where the banner for this word will be shown once."""
    if notice not in NOTICES:
        raise KeyError(f"no notice is called {notice}; web/notices.py lists them")
    response = HttpResponseRedirect(resolve_url(to, *arguments, **named))
    response.set_cookie(
        COOKIE,
        _signer(urlsplit(response.url).path).sign(notice),
        max_age=SECONDS,
        secure=settings.SECURE_COOKIES,
        httponly=True,
        samesite="Lax",
    )
    return response


def notice_of(request: HttpRequest) -> Notice | None:
    """The banner of this page: what the view put on the request, else what was done a moment ago."""
    word = str(getattr(request, "notice", None) or "") or _word_carried(request)
    return NOTICES.get(word)


def forget_shown(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Take the word back from the browser once a page has said it."""
    if getattr(request, "notice_shown", False) and COOKIE not in response.cookies:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def said_by(response: HttpResponseBase) -> str:
    """The word that a redirect carries to its page; empty when it carries none."""
    return response.cookies[COOKIE].value.partition(":")[0] if COOKIE in response.cookies else ""


def is_done(word: str) -> bool:
    """Whether this word says that something was done."""
    return word in NOTICES and NOTICES[word].tone == "done"


def _word_carried(request: HttpRequest) -> str:
    carried = request.COOKIES.get(COOKIE, "")
    if not carried:
        return ""
    try:
        word = _signer(request.path).unsign(carried, max_age=SECONDS)
    except BadSignature:
        return ""
    request.notice_shown = True  # type: ignore[attr-defined]
    return word


def _signer(path: str) -> TimestampSigner:
    return TimestampSigner(salt=f"web.notices {path}")
