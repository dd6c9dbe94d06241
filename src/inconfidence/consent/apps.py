"""The area's entry in Django's list."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """What people agreed to, and what they took back."""

    name = "inconfidence.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"
