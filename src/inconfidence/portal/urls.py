"""Addresses that anybody may open."""

from django.urls import path

from inconfidence.portal import views

app_name = "portal"
urlpatterns = [
    path("our-policy/<slug:service>/", views.policy, name="policy"),
    path("our-policy/<slug:service>/policy.pdf", views.policy_pdf, name="policy_pdf"),
]
