"""Addresses of consent, under the case it belongs to."""

from django.urls import path

from inconfidence.consent import views

app_name = "consent"
urlpatterns = [
    path("forms/", views.forms_out, name="forms_out"),
    path("cases/<str:reference>/consent/", views.history, name="list"),
    path("cases/<str:reference>/consent/new/", views.new, name="new"),
    path("cases/<str:reference>/deciding/", views.decisions, name="decisions"),
    path("cases/<str:reference>/deciding/new/", views.decision_new, name="decision_new"),
    path("cases/<str:reference>/deciding/<uuid:decision_id>/", views.decision, name="decision"),
    path("cases/<str:reference>/records/new/", views.records_new, name="records_new"),
    path("cases/<str:reference>/form/new/", views.form_new, name="form_new"),
    path("cases/<str:reference>/form/remind/", views.form_remind, name="form_remind"),
    path("cases/<str:reference>/form/aloud/", views.form_aloud, name="form_aloud"),
]
