"""People of the service and their sittings. Closed columns only: no row here can hold a form or a header."""

from enum import StrEnum

from django.db import models

from inconfidence.team.words import POSTS, PersonState, SittingState, Step
from inconfidence.vault.ids import new_id
from inconfidence.vault.sealed import SealedField, plain, sealed_check


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """The words of a closed list as Django wants them."""
    return [(word.value, word.value) for word in words]


class Person(models.Model):
    """A member of staff or a volunteer. Their key pair lies in the vault under the same id."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="people")
    username = models.CharField(max_length=60, unique=True, help_text=plain("a worker's sign-in name"))
    name = models.CharField(max_length=120, help_text=plain("a worker's name"))
    title = models.CharField(max_length=120, help_text=plain("a worker's job title"))
    role = models.CharField(max_length=30, choices=[(role.value, words) for role, words in POSTS.items()])
    state = models.CharField(max_length=10, choices=choices(PersonState), default=PersonState.INVITED)
    front_desk = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(null=True)
    factor_version = models.PositiveIntegerField(default=0)
    totp = SealedField(null=True)
    pending_version = models.PositiveIntegerField(default=0)
    pending_totp = SealedField(null=True)
    last_totp_step = models.BigIntegerField(default=-1)

    class Meta:
        """A phone's secret is never stored open."""

        constraints = [sealed_check("totp", "team.Person"), sealed_check("pending_totp", "team.Person")]


class CodeSheet(models.Model):
    """A printed sheet of numbered one-time codes. Only sealed hashes stay; a new sheet replaces the old."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="sheet")
    printed_at = models.DateTimeField()
    printed_by = models.UUIDField()
    hashes = SealedField()
    asking = models.PositiveSmallIntegerField()

    class Meta:
        """The hashes are sealed."""

        constraints = [sealed_check("hashes", "team.CodeSheet")]


class UsedCode(models.Model):
    """A number of a sheet that has been used. The unique pair is what makes it one-time."""

    sheet = models.ForeignKey(CodeSheet, on_delete=models.CASCADE, related_name="used")
    number = models.PositiveSmallIntegerField()
    used_at = models.DateTimeField()

    class Meta:
        """Once each."""

        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="code_used_once")]


class Device(models.Model):
    """A browser in which this person gave the second factor, and the last working day they did."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="devices")
    cookie_hash = models.CharField(max_length=64, help_text=plain("the hash of a random value"))
    second_factor_on = models.DateField()

    class Meta:
        """One row for each person in one browser."""

        constraints = [models.UniqueConstraint(fields=["person", "cookie_hash"], name="device_of_person")]


class Sitting(models.Model):
    """One browser's sitting. The stored half opens nothing without the half in the browser's cookie."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    cookie_hash = models.CharField(max_length=64, unique=True, help_text=plain("the hash of a random value"))
    browser_check = models.CharField(max_length=64, help_text=plain("the hash of a random value"))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sittings")
    service = models.ForeignKey("editions.Service", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=4, choices=choices(SittingState))
    half = SealedField(null=True)
    begun_at = models.DateTimeField()
    last_active_at = models.DateTimeField()
    second_factor_at = models.DateTimeField(null=True)
    device = models.ForeignKey(Device, on_delete=models.SET_NULL, null=True)
    guesses = models.PositiveSmallIntegerField(default=0)
    return_to = models.CharField(
        max_length=300, blank=True, help_text=plain("a path of our own, whose parts are random references")
    )

    class Meta:
        """An emptied or refused row holds no key."""

        constraints = [
            sealed_check("half", "team.Sitting"),
            models.CheckConstraint(
                condition=~models.Q(state=SittingState.IDLE) | models.Q(half__isnull=True),
                name="idle_sitting_holds_no_key",
            ),
        ]
        indexes = [models.Index(fields=["begun_at"]), models.Index(fields=["state", "last_active_at"])]


class Invitation(models.Model):
    """A printed slip: its code is kept as a hash only, works once, and ends after seven days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="invitation")
    code_hash = models.CharField(max_length=64, help_text=plain("the hash of a random code"))
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    invited_by = models.UUIDField()


class FailedAttempt(models.Model):
    """A wrong password or code: only hashes of who was tried and from where. Swept after a day."""

    at = models.DateTimeField()
    step = models.CharField(max_length=8, choices=choices(Step))
    account = models.CharField(max_length=64, help_text=plain("a keyed hash of the name that was tried"))
    source = models.CharField(max_length=64, help_text=plain("a keyed hash of an address"))
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True)

    class Meta:
        """Counted by who and by where."""

        indexes = [models.Index(fields=["account", "at"]), models.Index(fields=["source", "at"])]


class RegisterEntry(models.Model):
    """One dated line of a register of the service's own. Nothing here is about a family; a line is never changed.

    `number` keeps lines of one moment in their order.
    `about` is the random id of a case that a line counts: a later line about the same one takes its place.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey("editions.Service", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    register = models.CharField(max_length=60, help_text=plain("the name of a register of the policy"))
    what = models.CharField(
        max_length=200, blank=True, help_text=plain("a word of the policy, or the name of a document")
    )
    name = models.CharField(max_length=120, blank=True, help_text=plain("a computer or a leaflet of ours"))
    version = models.CharField(
        max_length=64,
        blank=True,
        help_text=plain("the version of a document, or the hash of our policy's text"),
    )
    where = models.CharField(max_length=200, blank=True, help_text=plain("where our own evidence or page is"))
    purpose = models.CharField(
        max_length=300, blank=True, help_text=plain("words of the public privacy notice")
    )
    basis = models.CharField(
        max_length=300, blank=True, help_text=plain("words of the public privacy notice")
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    found = models.BooleanField(default=True)
    about = models.UUIDField(null=True)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Read one register of one service at a time."""

        indexes = [models.Index(fields=["service", "register", "-on"], name="register_of_service")]
