"""The disclosure area, as Django knows it."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "inconfidence.disclosure"
    label = "disclosure"
