"""The audit as a Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "inconfidence.audit"
    label = "audit"
