"""Addresses of the shell."""

from django.urls import path

from inconfidence.web import views

app_name = "web"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("dress/<slug:accent>.css", views.dress, name="dress"),
]
