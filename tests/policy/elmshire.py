"""An invented policy and an invented default, small enough to know by heart.

Elmshire has five clauses: consent, its evidence by telephone, children in danger, the last word, and who opens a case.
"""

from inconfidence.policy.edition import Edition
from inconfidence.policy.loading import load

DEFAULT = """
[service]
slug = "default"
name = "The law and the defaults"
short = "Default"
title = "What answers where a policy is silent"
edition = "2026-11"
in_force_from = 2026-11-01

[[clause]]
id = "L-01"
ref = "law"
kind = "law"
says = "A child at risk always gets through."
rules.child-at-risk = {}

[[clause]]
id = "L-04"
ref = "law"
kind = "law"
says = "Inspectors whom a policy does not name see nothing on request."
rules.inspection = { files = "consent_or_power", when = ["consent_or_power"] }

[[clause]]
id = "D-04"
ref = "default"
kind = "default"
says = "A case is opened by those who work on it."
rules.need-to-see = {}
rules.existence-protected = {}

[[clause]]
id = "D-06"
ref = "default"
kind = "default"
says = "Any record of a consent will do."
rules.consent-ground = {}
rules.consent-evidence = { telephone = "any_record", in_person = "any_record" }
rules.only-these-grounds = {}

[[clause]]
id = "D-10"
ref = "default"
kind = "default"
says = "Records that others hold are asked for with permission to obtain them."
rules.permission-to-obtain = {}

[[clause]]
id = "D-13"
ref = "default"
kind = "default"
says = "Where a policy knows no volunteers there are none until the head of service allows them."
rules.volunteer-scope = { sees = "assigned_case" }
rules.volunteers-enabled = { unless = "volunteer-scope" }

[[clause]]
id = "D-14"
ref = "default"
kind = "default"
says = "Requests are answered by the head of service."
rules.who-answers = { decided_by = "head_of_service", volunteer = "passes_on" }

[[clause]]
id = "D-19"
ref = "default"
kind = "default"
says = "Figures go out on demand; paper is for staff; nobody is approached who has not come to us."
rules.statistics.cadence = "on_demand"
rules.statistics.audience = ["public"]
rules.statistics.mode = "may"
rules.statistics.purpose = "any"
rules.statistics.released_by = "head_of_service"
rules.paper-staff-only = {}
rules.people-come-to-us = {}

[[clause]]
id = "D-29"
ref = "default"
kind = "default"
says = "Whoever believes that somebody may come to harm says so."
rules.raise = { child = "act", adult = "act", staff = "act", school = "act" }

[[clause]]
id = "D-30"
ref = "default"
kind = "default"
says = "Dates are compared as dates."
rules.latest-date-wins = {}

[[clause]]
id = "D-32"
ref = "default"
kind = "default"
says = "A version governs the decisions made while it was in force."
rules.adoption = {}

[[clause]]
id = "D-36"
ref = "default"
kind = "default"
says = "Staff record what the work needs, and take on casework."
rules.staff-do-the-work = {}

[[reading]]
id = "X-01"
ref = "reading"
what = "Always, says one clause; except when, says another."
says = "Except when."
"""

SERVICE = """
[service]
slug = "elmshire"
name = "Elmshire Family Service"
short = "Elmshire"
title = "How we keep confidence"
edition = "2020-02"
in_force_from = 2020-02-29
last_review = 2020-02-29
next_review = 2022-02-28
reviewed_by = ["governing_group"]
titles = { head_of_service = "Service Lead", volunteer = "Helper" }
terms = { service_user = "parent", consent = "permission" }

[[clause]]
id = "EL-1.1"
ref = "Section 1"
kind = "context"
says = "We exist to help families decide for themselves."
promises = "Shown on the policy page."

[[clause]]
id = "EL-2.1"
ref = "Section 2, paragraph 1"
kind = "permission-rule"
says = "We tell others only what the parent permits."
reading = ["X-01"]
rules.consent-ground = {}
rules.only-these-grounds = {}

[[clause]]
id = "EL-2.2"
ref = "Section 2, paragraph 2"
kind = "record"
says = "A yes by telephone is noted by whoever took it, with the date."
rules.consent-evidence = { telephone = "worker_and_date" }

[[clause]]
id = "EL-3.1"
ref = "Section 3"
kind = "permission-rule"
says = "A child in danger comes before confidence."
rules.child-at-risk = {}

[[clause]]
id = "EL-4.1"
ref = "Section 4"
kind = "security"
says = "A case is for those who work on it."
rules.need-to-see = {}
"""


def elmshire(*, without: str = "", instead: str = "", adding: str = "") -> Edition:
    """Elmshire's policy, with one piece of its text replaced or something added. Raises Faulty for what cannot be."""
    assert without in SERVICE
    return load(SERVICE.replace(without, instead) + adding, DEFAULT, "elmshire.toml")
