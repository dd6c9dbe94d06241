"""Enquiries, cases and what lies in them. In clear: random ids and references, dates, states. All else is sealed."""

from enum import StrEnum

from django.db import models

from inconfidence.vault.groups import Group
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, plain, sealed_check


class EnquiryState(StrEnum):
    """Where a first request stands."""

    OPEN = "open"
    CASE = "case"
    ENDED = "ended"


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """What lies in a case's timeline."""

    NOTE = "note"
    DOCUMENT = "document"
    MEETING = "meeting"


class Source(StrEnum):
    """How a record came into the system."""

    TYPED = "typed"
    IMPORTED = "imported"
    PORTAL = "portal"


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """The words of a closed list as Django wants them."""
    return [(word.value, word.value) for word in words]


class Enquiry(models.Model):
    """A call or message before any case. Sealed twice: to a group, and to the one who took it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=12, unique=True, help_text=plain("a random reference"))
    taken_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=choices(EnquiryState), default=EnquiryState.OPEN)
    readers = models.CharField(max_length=12, choices=choices(Group))
    record = SealedField()
    own_record = SealedField()
    version = models.PositiveIntegerField(default=1)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=8, choices=choices(Source), default=Source.TYPED)

    class Meta:
        """Read newest first."""

        constraints = [
            sealed_check("record", "cases.Enquiry"),
            sealed_check("own_record", "cases.Enquiry"),
        ]
        indexes = [models.Index(fields=["service", "state", "-recorded_at"], name="enquiry_tray")]


class Given(models.Model):
    """An enquiry given to somebody to take up, sealed to them: they may be neither who took it nor of its group."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enquiry = models.OneToOneField(Enquiry, on_delete=models.PROTECT, related_name="given")
    person = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    version = models.PositiveIntegerField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One person at a time takes an enquiry up; the record is the enquiry's own, at the same version."""

        constraints = [sealed_check("record", "cases.Given")]
        indexes = [models.Index(fields=["person"], name="given_to_person")]


class PickedUp(models.Model):
    """That somebody picked up the answerphone. What the messages said stands where each was written down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    picked_up_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    picked_up_at = models.DateTimeField()
    messages = models.PositiveSmallIntegerField()
    written = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """No more messages are written down than there were."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(written__lte=models.F("messages")), name="messages_written_once"
            )
        ]
        indexes = [models.Index(fields=["service", "-picked_up_at"], name="picked_up_latest")]


class Case(models.Model):
    """Work for one person about one child. `heading` is what lists show; `record` is the rest."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=12, unique=True, help_text=plain("a random reference"))
    card = models.ForeignKey("people.Card", on_delete=models.PROTECT, related_name="cases")
    state = models.CharField(max_length=8, choices=choices(CaseState), default=CaseState.OPEN)
    heading = SealedField()
    record = SealedField()
    version = models.PositiveIntegerField(default=1)
    opened_on = models.DateField()
    opened_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=8, choices=choices(Source), default=Source.TYPED)

    class Meta:
        """Both columns are sealed."""

        constraints = [sealed_check("heading", "cases.Case"), sealed_check("record", "cases.Case")]
        indexes = [models.Index(fields=["service", "state", "-opened_on"], name="case_list")]


class Message(models.Model):
    """What whoever answered the phone left for those who hold a case: sealed to one of them, and to the leads.

    Copies of one message share `said`. Once it is filed on the case it is sealed anew with nothing in it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    said = models.UUIDField()
    person = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)
    record = SealedField()
    own_record = SealedField(null=True)
    version = models.PositiveIntegerField(default=1)
    filed = models.BooleanField(default=False)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Read by what a duty is about."""

        constraints = [
            sealed_check("record", "cases.Message"),
            sealed_check("own_record", "cases.Message"),
        ]
        indexes = [models.Index(fields=["said", "filed"], name="message_said")]


class Involved(models.Model):
    """Somebody on the case: the child, a professional, a relative. Who and as what is sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involved")
    record = SealedField()
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The record is sealed."""

        constraints = [sealed_check("record", "cases.Involved")]


class Item(models.Model):
    """A note or a document. Text, method, who gave it to us: sealed. A document's bytes lie in a sealed file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=8, choices=choices(ItemKind))
    record = SealedField()
    version = models.PositiveIntegerField(default=1)
    size = models.PositiveIntegerField(default=0)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=choices(Source), default=Source.TYPED)

    class Meta:
        """The timeline reads newest first. `size` is a bucket, never a length."""

        constraints = [sealed_check("record", "cases.Item")]
        indexes = [models.Index(fields=["case", "-happened_on", "-recorded_at"], name="item_timeline")]


class Earlier(models.Model):
    """What a note or a meeting said before it was changed. Nothing that was written is lost."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="earlier")
    version = models.PositiveIntegerField()
    record = SealedField()
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Each version is kept once."""

        constraints = [
            sealed_check("record", "cases.Earlier"),
            models.UniqueConstraint(fields=["item", "version"], name="earlier_version_once"),
        ]


class Closing(models.Model):
    """That a case was closed, and perhaps opened again. Outcome, level, why, and what keeping rests on: sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    record = SealedField()
    closed_on = models.DateField()
    recorded_at = models.DateTimeField()
    closed_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        """A case is closed once at a time."""

        constraints = [
            sealed_check("record", "cases.Closing"),
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(reopened_at__isnull=True), name="closed_once_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["case", "-recorded_at"], name="closings_of_case")]


class Allocation(models.Model):
    """Who works on a case, from when to when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="allocations")
    person = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    began_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        """Nobody is on the same case twice at once."""

        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"], condition=models.Q(ended_at__isnull=True), name="allocated_once"
            )
        ]
        indexes = [models.Index(fields=["person", "ended_at"], name="allocation_of_person")]


class Link(models.Model):
    """That two files are of one family. Which two is sealed to the leads: nobody else can tell that there is a link."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The record is sealed."""

        constraints = [sealed_check("record", "cases.Link")]


class Reason(models.Model):
    """Why somebody without allocation opened a case; it counts until `until`. The words are sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reasons")
    person = models.ForeignKey("team.Person", on_delete=models.PROTECT, related_name="+")
    record = SealedField()
    given_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """The words are sealed; a reason ends after it began."""

        constraints = [
            sealed_check("record", "cases.Reason"),
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("given_at")), name="reason_ends_after_it_began"
            ),
        ]
        indexes = [models.Index(fields=["case", "person", "-until"], name="reason_in_force")]
