"""The vault as a Django application."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "inconfidence.vault"
    label = "vault"

    def ready(self) -> None:
        """Register the start-up checks."""
        from inconfidence.vault import checks  # noqa: F401
