"""Addresses of sharing: the question, the ledger, what a lead decides, and the reply to a caller."""

from django.urls import path

from inconfidence.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("cases/<str:reference>/share/", views.share, name="share"),
    path("cases/<str:reference>/ledger/", views.ledger, name="ledger"),
    path("cases/<str:reference>/questions/<uuid:question_id>/", views.decide, name="decide"),
    path("cases/<str:reference>/decisions/<uuid:decision_id>/", views.replay, name="replay"),
    path("reply/", views.reply, name="reply"),
]
