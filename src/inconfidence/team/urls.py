"""Addresses of signing in, the team, and the policy."""

from django.urls import path

from inconfidence.team.views import account, doors, kept, letterhead, people, policy, second_step, set_up

app_name = "team"
urlpatterns = [
    path("sign-in/", doors.sign_in, name="sign_in"),
    path("sign-out/", doors.sign_out, name="sign_out"),
    path("reopen/", doors.reopen, name="reopen"),
    path("activate/", doors.activate, name="activate"),
    path("waiting/", doors.waiting, name="waiting"),
    path("second-step/", second_step.code, name="second_step"),
    path("second-step/choose/", second_step.choose, name="choose"),
    path("second-step/phone/", second_step.phone, name="phone"),
    path("second-step/phone/square.svg", second_step.square, name="square"),
    path("second-step/sheet/", second_step.sheet, name="sheet"),
    path("set-up/", set_up.set_up, name="set_up"),
    path("park/", kept.park, name="park"),
    path("drafts/<uuid:draft_id>/", kept.draft, name="draft"),
    path("still-here/", kept.still_here, name="still_here"),
    path("unfinished/", kept.unfinished, name="unfinished"),
    path("unfinished/<uuid:kept_id>/", kept.own_words, name="own_words"),
    path("unfinished/<uuid:kept_id>/discard/", kept.discard, name="discard"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/phone/", account.phone, name="own_phone"),
    path("account/sheet/", account.sheet, name="own_sheet"),
    path("team/", people.team_page, name="team"),
    path("team/invite/", people.invite, name="invite"),
    path("team/<uuid:person_id>/invite/", people.invite_again, name="invite_again"),
    path("team/<uuid:person_id>/confirm/", people.confirm, name="confirm"),
    path("team/<uuid:person_id>/sheet/", people.sheet, name="colleague_sheet"),
    path("letterhead/", letterhead.letterhead, name="letterhead"),
    path("policy/", policy.whole, name="policy"),
    path("policy/inspection/", policy.inspection, name="inspection"),
    path("policy/<str:clause_id>/", policy.clause, name="clause"),
]
