"""The peer's one application."""

from django.apps import AppConfig


class PeerConfig(AppConfig):
    """Plain rows, nothing sealed."""

    name = "bench.peer"
    label = "peer"
    default_auto_field = "django.db.models.BigAutoField"
