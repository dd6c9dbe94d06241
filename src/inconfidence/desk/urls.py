"""Addresses of the desk."""

from django.urls import path

from inconfidence.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.day, name="day"),
    path("duties/<uuid:duty_id>/done/", views.duty_done, name="duty_done"),
    path("duties/move/", views.duties_move, name="duties_move"),
    path("bad-day/", views.bad_day, name="bad_day"),
    path("team/registers/", views.registers, name="registers"),
    path("calls/new/", views.call, name="call"),
    path("on-the-line/", views.who_rings, name="who_rings"),
    path("on-the-line/<uuid:card_id>/", views.on_the_line, name="on_the_line"),
    path("on-the-line/<uuid:card_id>/message/", views.message, name="message"),
    path("cases/<str:reference>/messages/<uuid:said>/", views.message_filed, name="message_filed"),
    path("cases/<str:reference>/", views.case, name="case"),
]
