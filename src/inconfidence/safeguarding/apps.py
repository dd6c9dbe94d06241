"""The safeguarding area, as Django knows it."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "inconfidence.safeguarding"
    label = "safeguarding"
