"""Addresses of paper files."""

from django.urls import path

from inconfidence.retention import views

app_name = "retention"
urlpatterns = [
    path("paper/", views.paper_list, name="paper_list"),
    path("cases/<str:reference>/paper/", views.paper, name="paper"),
]
