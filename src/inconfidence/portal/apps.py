"""The portal, as Django knows it."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "inconfidence.portal"
    label = "portal"
