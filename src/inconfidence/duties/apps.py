"""The area's entry in Django's list."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """What is owed, and by when."""

    name = "inconfidence.duties"
    label = "duties"
    default_auto_field = "django.db.models.BigAutoField"
