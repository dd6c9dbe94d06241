"""The journey: a service from its first hour to the end of a day, through its pages only."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import quote

from django.core.files.uploadedfile import SimpleUploadedFile

from inconfidence.team import totp
from tests.canary.browsers import Answer, Browser
from tests.canary.pages import forms_of
from tests.canary.typist import Notes, Typist, said
from tests.quarantine import papers

SECRET = re.compile(r"type this: <code>([A-Z2-7 ]+)</code>")
SLIP = re.compile(r'class="slip__code">([^<]+)<')
LINE = re.compile(r'codes__number">(\d+)</span>\s*<code class="codes__code">([^<]+)</code>')
ASKED = re.compile(r"Type code (\d+)")
REFERENCE = re.compile(r"/cases/([0-9A-Z]{4}-[0-9A-Z]{4})/")
# Coventry works in depth with whoever has parental responsibility.
MOTHER = {"relationship": "mother", "responsibility": "yes"}
AN_ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"


def done(answer: Answer) -> Answer:
    """A form that was taken: answered by going elsewhere, or by a page of its own."""
    assert answer.status in {302, 303}, f"{answer.status} at {answer.address}: {said(answer)}"
    return answer


def shown(answer: Answer) -> Answer:
    """A page that is there."""
    assert answer.status == 200, f"{answer.status} at {answer.address}: {said(answer)}"
    return answer


def one_of(pattern: str | re.Pattern[str], text: str) -> str:
    """The one thing that a page shows in this shape."""
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in {text[-1500:]}"
    return found.group(1)


@dataclass
class Journey:
    """Who takes part, and what they made.

    `browser` makes a new one; `now` is the program's own clock, and `later` lets so many minutes pass there;
    `look` is called at moments of which nothing is left afterwards.
    """

    browser: Callable[[], Browser]
    now: Callable[[], datetime]
    later: Callable[[float], object]
    set_up_code: str
    look: Callable[[str], None] = lambda when: None
    notes: Notes = field(default_factory=Notes)
    reference: str = ""
    enquiry: str = ""
    referral: str = ""
    picked_up: str = ""
    item: str = ""
    person: str = ""
    concern: str = ""
    question: str = ""
    document: str = ""
    meeting: str = ""
    letter: str = ""
    note: str = ""
    marked: str = ""
    colleague: str = ""
    card: str = ""
    said: str = ""
    kept: str = ""

    def begin(self) -> None:
        """The first hour: set up, sign in, invite, confirm."""
        self.visitor = Typist(self.browser(), self.notes)
        self.lead = self._first_lead()
        self.worker = self._colleague("caseworker", phone=True)
        self.desk = self._colleague("administrator", phone=False)

    def _first_lead(self) -> Typist:
        lead = Typist(self.browser(), self.notes)
        shown(lead.fill("/set-up/", {"policy": "upload"}, has="code", good=False))
        given = {"code": self.set_up_code, "policy": "coventry"} | self._new_password(lead)
        day = {"in_force_from_day": "1", "in_force_from_month": "9", "in_force_from_year": "2022"}
        shown(lead.fill("/set-up/", given | day, has="code"))
        lead.username = self.notes.typed[("set-up/", "username")]
        self._sign_in(lead)
        self._enrol_phone(lead)
        return lead

    def _new_password(self, who: Typist) -> dict[str, str]:
        who.password = f"{self.notes.canary('any page', 'a password in use')} walks home"
        return {"new_password": who.password, "again": who.password}

    def _sign_in(self, who: Typist) -> None:
        shown(who.fill("/sign-in/?next=/team/", has="password", good=False))
        sent = {"username": who.username, "password": who.password}
        address = quote(f"/account/?about={self.notes.canaries.mint('an address to come back to')}")
        done(who.fill(f"/sign-in/?next={address}", sent, has="password"))
        self.look("between password and second step")

    def _enrol_phone(self, who: Typist) -> None:
        page = shown(who.open("/second-step/"))
        assert "An app on your phone" in page.text
        page = shown(who.fill("/second-step/phone/", has="code", good=False))
        text = one_of(SECRET, page.text).replace(" ", "")
        secret = base64.b32decode(text + "=" * (-len(text) % 8))
        self.notes.secrets[f"phone of {who.username}"] = secret
        self.notes.secrets[f"phone of {who.username}, as text"] = text.encode()
        shown(who.open("/second-step/phone/square.svg"))
        code = totp.code(secret, totp.step_at(self.now()))
        done(who.again(page, {"code": code}, has="code"))

    def _enrol_sheet(self, who: Typist) -> None:
        page = shown(who.open("/second-step/choose/"))
        sheet = shown(who.send(page, who.form(page, "csrfmiddlewaretoken"), {}))
        codes = dict(LINE.findall(sheet.text))
        self.notes.secrets |= {
            f"code {number} of the sheet": code.replace(" ", "").encode() for number, code in codes.items()
        }
        page = shown(who.fill("/second-step/", has="code", good=False))
        done(who.again(page, {"code": codes[one_of(ASKED, page.text)]}, has="code"))

    def _colleague(self, role: str, *, phone: bool) -> Typist:
        who = Typist(self.browser(), self.notes)
        slip = shown(self.lead.fill("/team/invite/", {"role": role, "front_desk": "on"}))
        who.username = self.notes.typed[("team/invite/", "username")]
        code = one_of(SLIP, slip.text)
        self.notes.secrets[f"slip of the {role}"] = code.replace("-", "").replace(" ", "").encode()
        shown(who.fill("/activate/", has="code", good=False))
        given = {"username": who.username, "code": code} | self._new_password(who)
        done(who.fill("/activate/", given, has="code"))
        self._sign_in(who)
        (self._enrol_phone if phone else self._enrol_sheet)(who)
        assert "Nearly there" in who.open("/").text
        link = one_of(f"/team/{AN_ID}/confirm/", shown(self.lead.open("/team/")).text)
        done(self.lead.fill(f"/team/{link}/confirm/", {"same": "on"}))
        shown(who.open("/"))
        return who

    def work(self) -> None:
        """A day's work: a call, a case, everything a case can hold, a question, a share, a concern."""
        self.start()
        self._papers()
        self._letters()
        self._agree()
        self.later(1)
        self._share()
        self._danger()
        self._ask_the_lead()
        self._concerns()
        self._accounts()
        self._ending()

    def start(self) -> None:
        """Calls, and a case with what it holds."""
        self._calls()
        self._referrals()
        self._answerphone()
        self._waiting()
        self._case()

    def _calls(self) -> None:
        done(self.desk.fill("/calls/new/", {"caller_kind": "anonymous"}))
        self.enquiry = one_of(AN_ID, done(self.worker.fill("/calls/new/", {"caller_kind": "named"})).location)

    def _referrals(self) -> None:
        """One that lets us ring, one that is declined, one that waits for more to be shown."""
        unsaid = {"form": "", "agreed_by": ""}
        there, absent = (unsaid | {"origin": f"professional_{how}"} for how in ("present", "absent"))
        done(self.worker.fill("/enquiries/referral/", there))
        declined = one_of(AN_ID, done(self.desk.fill("/enquiries/referral/", absent)).location)
        done(self.desk.fill(f"/enquiries/{declined}/decline/"))
        self.referral = one_of(AN_ID, done(self.worker.fill("/enquiries/referral/", absent)).location)
        done(self.worker.fill(f"/enquiries/{self.referral}/referral/", unsaid, has="version"))

    def _answerphone(self) -> None:
        """Three messages: one becomes a call, one stands elsewhere, one waits. Then two calls are joined."""
        done(self.desk.fill("/enquiries/voicemail/", {"messages": "3"}))
        page = shown(self.desk.open("/enquiries/voicemail/"))
        self.picked_up = one_of(rf"voicemail/{AN_ID}/", page.text)
        done(self.desk.fill(f"/enquiries/voicemail/{self.picked_up}/"))
        nameless = {"caller_kind": "anonymous"}
        taken = done(self.worker.fill(f"/calls/new/?message={self.picked_up}", nameless)).location
        number = one_of(r'class="reference">([0-9A-Z]{4}-[0-9A-Z]{4})<', shown(self.worker.open(taken)).text)
        shown(self.worker.fill(f"/enquiries/{self.enquiry}/join/", {"asked": "on"}))
        shown(self.worker.fill(f"/enquiries/{self.enquiry}/join/", {"reference": number}))
        done(self.worker.fill(f"/enquiries/{self.enquiry}/join/", {"reference": number, "asked": "on"}))

    def _waiting(self) -> None:
        """An enquiry that a lead gives to somebody to take up."""
        waits = one_of(AN_ID, done(self.desk.fill("/calls/new/", {"caller_kind": "named"})).location)
        page = shown(self.lead.open("/enquiries/give/"))
        person = one_of(rf'value="{AN_ID}"', page.text.split('name="person"')[1])
        done(self.lead.again(page, {"enquiry": waits, "person": person}, has="person"))

    def _case(self) -> None:
        began = done(self.worker.fill(f"/cases/new/?enquiry={self.enquiry}", MOTHER | {"take_myself": "yes"}))
        self.reference = one_of(REFERENCE, began.location)
        self.case = f"/cases/{self.reference}/"
        done(self.worker.fill(f"{self.case}born/", {"year_of_birth": "2016"}))
        self._notes()
        done(self.worker.fill(f"{self.case}people/new/", {"role": "senco"}))
        self._documents()
        done(self.worker.fill(f"{self.case}contact/"))
        done(self.worker.fill(f"{self.case}contact/checked/", {"how": "in_person"}))
        page = shown(self.worker.open(self.case))
        self.item = one_of(rf"share/\?item={AN_ID}", page.text)
        self.document = one_of(rf"documents/{AN_ID}/", page.text)
        self.person = one_of(rf"share/\?person={AN_ID}", shown(self.worker.open(f"{self.case}people/")).text)
        told = done(self.worker.fill(f"{self.case}deciding/new/", {"how": "cannot"})).location
        helped = {"how": "with_help", "helper": self.person}
        shown(self.worker.fill(told, helped, good=False))
        done(self.worker.fill(told, helped))
        shown(self.worker.open(f"{self.case}deciding/"))
        self._on_the_line(page)
        self._dates()

    def _on_the_line(self, page: Answer) -> None:
        """Somebody rings about the case: their card is looked for, and they are known."""
        self.card = one_of(rf"on-the-line/{AN_ID}/", page.text)
        shown(self.desk.fill("/on-the-line/"))
        done(self.desk.fill(f"/on-the-line/{self.card}/", {"how": "not_known"}, has="how"))
        done(self.worker.fill(f"/on-the-line/{self.card}/", {"how": "word_agreed"}, has="how"))
        done(self.desk.fill(f"/on-the-line/{self.card}/", has="words"))
        self.said = one_of(rf"messages/{AN_ID}/", shown(self.worker.open("/")).text)

    def _dates(self) -> None:
        """A date worked out for nobody; then one that is kept on the case."""
        came = {"came": "letter", "press": "see"} | self._today()
        assert "Two months after" in shown(self.desk.fill("/dates/", came)).text
        page = shown(self.worker.fill(f"{self.case}dates/", came))
        done(self.worker.again(page, came | {"press": "keep"}))

    def _documents(self) -> None:
        """A file; an e-mail with one sent along; pasted words, put right and filed."""
        done(self.worker.fill(f"{self.case}documents/new/", {"pasted": ""}))
        mint = self.notes.canaries.mint
        told = mint("an e-mail that was saved")
        inner = {f"{mint('what was sent along')}.pdf": papers.pdf(told)}
        data = papers.eml(
            told, sender=f"{mint('a sender')} <{told}@example.org>", subject=told, attached=inner
        )
        saved = SimpleUploadedFile(f"{told}.eml", data, "message/rfc822")
        done(self.worker.fill(f"{self.case}documents/new/", {"pasted": "", "file": [saved]}))
        done(self.worker.again(shown(self.worker.fill(f"{self.case}documents/new/", {"file": []}))))

    def _papers(self) -> None:
        """What was agreed, the form, first contact; then the school is asked for records."""
        given = {"answer": "limited", "recipients": "senco", "purposes": "annual_review"}
        done(self.worker.fill(f"{self.case}consent/new/?next={self.case}", given))
        known = MOTHER | {"statement": "on", "notice": "on"}
        done(self.worker.fill(f"{self.case}begin/", known | {"form": "on"}))
        shown(self.worker.fill(f"{self.case}form/remind/", {"method": "in_person"}, good=False))
        done(self.worker.fill(f"{self.case}form/remind/", {"method": "in_person"}))
        shown(self.worker.open("/forms/"))
        aloud = {"method": "telephone", "interpreter": "professional", "statement": "on"}
        shown(self.worker.fill(f"{self.case}form/aloud/", aloud, good=False))
        done(self.worker.fill(f"{self.case}form/aloud/", aloud))
        done(self.worker.fill(f"{self.case}form/new/", {"signed": "on"}))
        records = {"kind": "obtain", "answer": "given", "purposes": "annual_review"}
        done(self.worker.fill(f"{self.case}consent/new/", records))
        self.later(1)
        wanted = {"source": "school", "purpose": "annual_review", "press": "ask"}
        page = shown(self.worker.fill(f"{self.case}records/new/", wanted, has="source"))
        assert 'data-outcome="permit"' in page.text, said(page)
        done(self.worker.fill(f"{self.case}records/new/", wanted | {"press": "asked"}, has="source"))

    def _notes(self) -> None:
        """A note that is changed and brings a reminder that is moved; a marked one that opens to its own need."""
        done(self.worker.fill(f"{self.case}notes/new/", {"sensitivity": "criminal_record"}))
        page = shown(self.worker.open(self.case))
        self.marked = one_of(f"items/{AN_ID}/need/", page.text)
        done(self.worker.fill(f"{self.case}items/{self.marked}/need/"))
        done(self.worker.fill(f"{self.case}notes/new/", {"remind": "tomorrow"}))
        self.note = next(
            one
            for one in re.findall(f"notes/{AN_ID}/", shown(self.worker.open(self.case)).text)
            if one != self.marked
        )
        done(self.worker.fill(f"{self.case}notes/{self.note}/change/", has="version"))
        shown(self.worker.open(f"{self.case}notes/{self.note}/"))
        day = shown(self.worker.open("/"))
        duty = one_of(rf'name="duty" id="duty-{AN_ID}"', day.text)
        move = self.worker.form(day, "to")
        shown(self.worker.send(day, move, {"duty": duty, "to": "day"}, good=False))
        done(self.worker.send(day, move, {"duty": duty, "to": "week"}))

    def _letters(self) -> None:
        """A meeting, moved, and what came of it; a letter looked at and made final."""
        day = {"start": "10:00", "end": "11:00"}
        added = done(self.worker.fill(f"{self.case}meetings/new/", day | {"with_whom": "person"}))
        self.meeting = one_of(f"meetings/{AN_ID}/", added.location)
        done(self.worker.fill(f"{self.case}meetings/{self.meeting}/change/", day | {"start": "09:00"}))
        done(self.worker.fill(f"{self.case}meetings/{self.meeting}/", has="outcome"))
        page = shown(self.worker.open(f"{self.case}letters/new/?letter=closing"))
        shown(self.worker.again(page, {"press": "preview", "way": "by_hand"}))
        made = done(self.worker.again(page, {"press": "final", "way": "by_hand"}))
        self.letter = one_of(f"letters/{AN_ID}/", made.location)
        for place in ("", "print/", "print/?size=large"):
            shown(self.worker.open(f"{self.case}letters/{self.letter}/{place}"))
        shown(self.worker.open(f"{self.case}sheet/?meeting={self.meeting}"))

    def _agree(self) -> None:
        shown(self.lead.open(f"{self.case}reason/?next={self.case}looks/"))
        done(self.lead.fill(f"{self.case}reason/"))
        page = shown(self.lead.open(f"{self.case}allocate/"))
        ending = one_of(rf"allocate/{AN_ID}/end/", page.text)
        other = one_of(rf'value="{AN_ID}"', self._others(page, ending))
        done(self.lead.fill(f"{self.case}allocate/", {"person": other}, has="person"))
        page = shown(self.lead.open(f"{self.case}allocate/"))
        form = next(form for form in forms_of(page.text) if form.action.endswith(f"{other}/end/"))
        done(self.lead.send(page, form, {}))

    def _others(self, page: Answer, holder: str) -> str:
        people = page.text.split('name="person"')
        return " ".join(part for part in people[1:] if holder not in part[:200])

    def _share(self) -> None:
        asked = {
            "press": "ask", "who": f"person:{self.person}", "what": "chosen", "items": self.item,
            "purpose": "annual_review", "identifies": "named", "danger": "no", "behind": "no",
        }  # fmt: skip
        page = shown(self.worker.open(done(self.worker.fill(f"{self.case}share/", asked)).location))
        assert 'data-outcome="permit"' in page.text, said(page)
        sharing = asked | {"press": "share", "looked": "on"} | self._today()
        ledger = done(self.worker.again(page, sharing, keep=True)).location
        assert "/ledger/" in ledger, ledger
        shown(self.worker.open(ledger))

    def _today(self) -> dict[str, str]:
        day = self.now()
        return {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year)}

    def _danger(self) -> None:
        asked = {
            "press": "ask", "who": "other", "kind": "social_worker", "what": "chosen", "danger": "yes",
            "risk_to": "child", "belief": "believed", "spoken_to": "yes", "lead_consulted": "on", "behind": "yes",
            "law": "asserted",
        }  # fmt: skip
        page = shown(self.worker.open(done(self.worker.fill(f"{self.case}share/", asked)).location))
        if 'data-outcome="permit"' in page.text:
            done(self.worker.again(page, asked | {"press": "share"} | self._today(), keep=True))

    def _ask_the_lead(self) -> None:
        asked = {
            "press": "ask", "who": "other", "kind": "police", "what": "chosen", "danger": "yes",
            "risk_to": "public", "belief": "believed", "spoken_to": "yes", "lead_consulted": "on", "behind": "no",
        }  # fmt: skip
        page = shown(self.worker.open(done(self.worker.fill(f"{self.case}share/", asked)).location))
        put = done(self.worker.again(page, asked | {"press": "ask_lead"}, keep=True))
        self.question = one_of(f"asked={AN_ID}", put.location)
        done(self.lead.fill(f"{self.case}questions/{self.question}/", {"decision": "yes"}))

    def _concerns(self) -> None:
        done(self.desk.fill("/concern/"))
        raised = done(self.worker.fill(f"/concern/?case={self.reference}"))
        self.concern = one_of(f"/concerns/{AN_ID}/", raised.location)
        shown(self.lead.open("/concerns/"))
        done(self.lead.fill(f"/concerns/{self.concern}/"))
        since = {"about": "child", "belief": "believed", "spoken_to": "unsafe", "told": "social_care"}
        done(self.worker.fill(f"/concerns/{self.concern}/note/", since))
        done(self.lead.fill(f"/concerns/{self.concern}/note/", {"told": "designated_officer"}))
        shown(self.lead.open(f"/concerns/{self.concern}/close/"))
        shown(self.desk.fill("/reply/", {"caller": "relative"}))

    def _ending(self) -> None:
        """The case is closed with everything that can be said about it, and opened again."""
        ended = {
            "outcomes": "needs_met", "reason": "deceased", "died": "other", "settle_rest": "no", "level": "2",
        }  # fmt: skip
        done(self.worker.fill(f"{self.case}close/", ended, has="outcomes"))
        done(self.worker.fill(f"{self.case}reopen/"))

    def _accounts(self) -> None:
        self.lead.fill("/policy/inspection/", {"what": "runs"} | self._today())
        done(self.lead.fill("/letterhead/"))
        done(self.lead.fill("/concerns/numbers/"))
        old = self.worker.password
        done(
            self.worker.fill(
                "/account/password/",
                {"old_password": old} | self._new_password(self.worker),
                has="old_password",
            )
        )
        shown(self.worker.fill("/account/phone/", {"password": self.worker.password}, has="code"))
        self.colleague = one_of(f"/team/{AN_ID}/sheet/", shown(self.lead.open("/team/")).text)
        shown(
            self.lead.fill(f"/team/{self.colleague}/sheet/", {"password": self.lead.password}, has="password")
        )

    def time_out(self) -> None:
        """Sixteen quiet minutes: a form sent too late, one parked; the password gives them back."""
        page = shown(self.worker.open(f"{self.case}notes/new/"))
        form = self.worker.form(page, "once")
        self._type_on(page)
        self.later(16)
        self._type_on(page)
        door = done(self.worker.again(page)).location
        assert door.startswith("/reopen/"), door
        parked = self.notes.canaries.mint("an address that was parked")
        token = {"park_path": f"{self.case}share/?item={parked}"}
        self.worker.send(page, replace(form, action="/park/"), token)
        self.look("after the time-out")
        shown(self.worker.fill(door, has="password", good=False))
        back = done(self.worker.fill(door, {"password": self.worker.password}, has="password")).location
        self.kept = one_of(f"kept={AN_ID}", back)
        kept = shown(self.worker.open(back))
        assert self.notes.canaries.secret in kept.text
        shown(self.worker.open("/unfinished/"))
        for who in (self.lead, self.desk):
            done(who.fill("/reopen/?next=/", {"password": who.password}, has="password"))

    def _type_on(self, page: Answer) -> None:
        """What the page's script does every few seconds; and the same form put aside without one."""
        form = self.worker.form(page, "once")
        mark = next(control.value for control in form.controls if control.name == "draft").partition("~")[0]
        kept = {"draft_path": page.address, "quietly": "1"}
        assert '"kept"' in shown(self.worker.send(page, replace(form, action=f"/drafts/{mark}/"), kept)).text
        done(self.worker.send(page, replace(form, action=f"/drafts/{mark}/"), {"draft_path": page.address}))
        self.look("while a form is typed")

    def refused(self, refuse: Callable[[], object], allow: Callable[[], object]) -> None:
        """A database that takes nothing: what was typed waits in the spool."""
        pages = [
            (self.worker, self.worker.open(f"{self.case}notes/new/")),
            (self.desk, self.desk.open("/concern/")),
        ]
        refuse()
        try:
            answers = [who.again(shown(page)) for who, page in pages]
        finally:
            allow()
        assert [answer.status for answer in answers] == [503, 503]

    def end(self) -> None:
        """Everybody goes home."""
        for who in (self.worker, self.desk, self.lead):
            page = who.open("/")
            way_out = next(form for form in forms_of(page.text) if form.action.endswith("/sign-out/"))
            done(who.send(page, way_out, {}))
