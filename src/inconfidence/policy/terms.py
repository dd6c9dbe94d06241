"""The service's own words for people and things, with the words used where its policy has none.

Every sentence shown takes its words from here, so that a policy's own terms reach the screen, and a translation can.
"""

TITLES = {
    "head_of_service": "head of service",
    "senior_caseworker": "senior caseworker",
    "caseworker": "caseworker",
    "administrator": "administrator",
    "worker": "worker",
    "volunteer": "volunteer",
    "host_manager": "manager of the host organisation",
    "host_delegate": "delegate of the host’s board",
    "governing_group": "governing group",
    "line_manager": "line manager",
    "client": "parent or carer",
}

TERMS = {
    "service": "service",
    "service_user": "service user",
    "service_users": "service users",
    "parent": "parent or carer",
    "parents": "parents and carers",
    "consent": "consent",
    "worker": "worker",
    "volunteer": "volunteer",
    "volunteers": "volunteers",
    "case": "case",
    "council": "council",
    "host": "host organisation",
    "permission_form": "permission form",
    "privacy_notice": "privacy notice",
    "social_care": "children’s social care",
    "adult_care": "adult social care",
    "head": "head teacher",
    "chair_of_governors": "chair of governors",
    "schools_hr": "schools’ human resources",
    "designated_officer": "designated officer",
}
