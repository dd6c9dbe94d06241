"""Start-up checks of the vault."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

LEAST_MEMORY_KIB = 64 * 1024
LEAST_MILLISECONDS = 250


@register("security")
def password_cost(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse to start when opening a person's key would be cheap for a thief; only tests may lower it."""
    if getattr(settings, "TESTING", False) or (
        settings.ARGON2_MEMORY_KIB >= LEAST_MEMORY_KIB
        and settings.ARGON2_LEAST_MILLISECONDS >= LEAST_MILLISECONDS
    ):
        return []
    return [
        Error(
            "The cost of opening a key is too low: "
            f"ARGON2_MEMORY_KIB must be at least {LEAST_MEMORY_KIB} "
            f"and ARGON2_LEAST_MILLISECONDS at least {LEAST_MILLISECONDS}.",
            id="vault.E001",
        )
    ]
