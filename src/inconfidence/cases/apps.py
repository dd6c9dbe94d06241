"""The area's entry in Django's list."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Enquiries, cases and what lies in them."""

    name = "inconfidence.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
