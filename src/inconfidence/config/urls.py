"""Every address of the program, one line per area."""

from django.urls import include, path

import inconfidence.config.checks  # noqa: F401 - `check` then knows ours

urlpatterns = [
    path("", include("inconfidence.web.urls")),
    path("", include("inconfidence.team.urls")),
    path("", include("inconfidence.people.urls")),
    path("", include("inconfidence.cases.urls")),
    path("", include("inconfidence.consent.urls")),
    path("", include("inconfidence.disclosure.urls")),
    path("", include("inconfidence.safeguarding.urls")),
    path("", include("inconfidence.portal.urls")),
    path("", include("inconfidence.retention.urls")),
    path("", include("inconfidence.desk.urls")),
]

handler400 = "inconfidence.web.errors.bad_request"
handler403 = "inconfidence.web.errors.forbidden"
handler404 = "inconfidence.web.errors.not_found"
handler500 = "inconfidence.web.errors.our_fault"
