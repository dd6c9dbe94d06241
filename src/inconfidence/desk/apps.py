"""The desk area, as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "inconfidence.desk"
    label = "desk"
