"""The area's entry in Django's list."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Cards of the people we help."""

    name = "inconfidence.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
