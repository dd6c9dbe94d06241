"""The retention area, as Django knows it."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "inconfidence.retention"
    label = "retention"
