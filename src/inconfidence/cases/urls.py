"""Addresses of enquiries and cases. Never a name in one: random references and ids only."""

from django.urls import path

from inconfidence.cases.views import adding, allocating, enquiries, lists, looking, notes

app_name = "cases"
urlpatterns = [
    path("cases/", lists.case_list, name="list"),
    path("cases/new/", lists.new, name="new"),
    path("enquiries/", enquiries.enquiry_list, name="enquiries"),
    path("enquiries/<uuid:enquiry_id>/", enquiries.enquiry, name="enquiry"),
    path("cases/<str:reference>/people/", looking.people, name="people"),
    path("cases/<str:reference>/people/new/", adding.person_new, name="person_new"),
    path("cases/<str:reference>/notes/new/", notes.new, name="note_new"),
    path("cases/<str:reference>/notes/<uuid:item_id>/", notes.history, name="note"),
    path("cases/<str:reference>/notes/<uuid:item_id>/change/", notes.change, name="note_change"),
    path("cases/<str:reference>/documents/new/", adding.document_new, name="document_new"),
    path("cases/<str:reference>/documents/<uuid:item_id>/", looking.document, name="document"),
    path("cases/<str:reference>/contact/", adding.contact, name="contact"),
    path("cases/<str:reference>/allocate/", allocating.allocate, name="allocate"),
    path("cases/<str:reference>/allocate/<uuid:person_id>/end/", allocating.end, name="allocation_end"),
    path("cases/<str:reference>/reason/", looking.reason, name="reason"),
    path("cases/<str:reference>/looks/", looking.looked, name="looked"),
]
