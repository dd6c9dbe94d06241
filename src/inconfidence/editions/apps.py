"""The area's entry in Django's list."""

from django.apps import AppConfig


class EditionsConfig(AppConfig):
    """Services, the versions of their policy, and inspections of the council."""

    name = "inconfidence.editions"
    label = "editions"
    default_auto_field = "django.db.models.BigAutoField"
