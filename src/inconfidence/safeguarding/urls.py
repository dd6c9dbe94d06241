"""Addresses of concerns."""

from django.urls import path

from inconfidence.safeguarding import views

app_name = "safeguarding"
urlpatterns = [
    path("concern/", views.raise_concern, name="raise"),
    path("concerns/", views.inbox, name="inbox"),
    path("concerns/numbers/", views.numbers, name="numbers"),
    path("concerns/<uuid:concern_id>/", views.one, name="one"),
    path("concerns/<uuid:concern_id>/note/", views.note, name="note"),
    path("concerns/<uuid:concern_id>/close/", views.close, name="close"),
]
