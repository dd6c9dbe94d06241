"""The area's entry in Django's list."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """What people agreed to, and what they took back."""

    name = "inconfidence.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The head of every page of a case says who we may talk to."""
        from inconfidence.cases.queries import say_who_we_may_talk_to
        from inconfidence.consent.queries.sentences import lines

        say_who_we_may_talk_to(lines)
