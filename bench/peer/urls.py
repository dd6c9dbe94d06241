"""The peer's addresses, named as ours are."""

from django.urls import path

from bench.peer import views

urlpatterns = [
    path("cases/", views.cases),
    path("cases/<str:reference>/", views.case),
]
