"""The area's entry in Django's list."""

from django.apps import AppConfig


class TeamConfig(AppConfig):
    """Staff and volunteers, their second factor, their sittings."""

    name = "inconfidence.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"
