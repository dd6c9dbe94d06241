"""Cards are reached through the case they belong to: no address of their own."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
