"""The web area as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The shell; it stores nothing."""

    name = "inconfidence.web"
    label = "web"
