"""Every address of the program, one line per area."""

from django.urls import include, path

urlpatterns = [
    path("", include("inconfidence.web.urls")),
    path("", include("inconfidence.team.urls")),
    path("", include("inconfidence.people.urls")),
    path("", include("inconfidence.cases.urls")),
    path("", include("inconfidence.consent.urls")),
    path("", include("inconfidence.disclosure.urls")),
    path("", include("inconfidence.safeguarding.urls")),
    path("", include("inconfidence.desk.urls")),
]
