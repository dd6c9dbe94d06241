"""The same day as the canaries have, to go wrong in."""

from tests.canary.conftest import day

__all__ = ["day"]
