"""What a file is called and what kind of document it is, guessed from its name and its words. Both can be changed."""

import re
from pathlib import PurePosixPath

from inconfidence.quarantine.kinds import SORTS, Kind

LONGEST, SHORTEST, FEWEST_LETTERS = 120, 3, 2
# Looked for in the name first, then at the beginning of the words; the first that is found is taken.
TELLING: tuple[tuple[str, str], ...] = (
    ("draft_plan", r"\b(?:draft|proposed|amended draft)\W+(?:ehcp?|education,? health|plan)"),
    ("mediation_certificate", r"\bmediation\b.{0,40}\bcertificate\b"),
    ("appeal_form", r"\bsend ?35|\bnotice of appeal|\bappeal form"),
    ("evidence_bundle", r"\b(?:evidence|tribunal|hearing) bundle|\bbundle\b"),
    ("exclusion_letter", r"\b(?:exclusion|suspension|excluded|suspended)\b"),
    ("report_ep", r"\beducational psycholog|\bep report|\bpsychological advice"),
    ("report_salt", r"\bspeech (?:and|&) language|\bsalt\b|\bslt report"),
    ("report_ot", r"\boccupational therap|\bot report"),
    ("report_medical", r"\bpaediatric|\bmedical report|\bcamhs\b|\bdiagnos|\bclinic letter"),
    (
        "decision_letter",
        r"\bdecision (?:letter|not to)|\brefus\w+ to (?:assess|issue)|\bnotice of (?:the )?decision",
    ),
    ("consent_form", r"\b(?:consent|permission) form"),
    ("ehc_plan", r"\behcp\b|\behc plan|\beducation,? health (?:and|&) care plan"),
    ("school_record", r"\bschool (?:report|record)|\battendance\b|\bsen support plan|\biep\b"),
)
BY_KIND = {Kind.JPEG: "photo", Kind.EML: "email", Kind.MSG: "email"}
MEANINGLESS = re.compile(
    r"^(?:img|dsc|scan|image|photo|document|file|untitled|doc|pxl|screenshot)?[\s\d()+.T-]*$", re.IGNORECASE
)


def title(name: str, kind: Kind | None, type_label: str) -> str:
    """A title from the file's own name, or what it is where the name says nothing."""
    stem = PurePosixPath(name.replace("\\", "/")).name
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem)
    words = re.sub(r"[\s_]+", " ", "".join(sign for sign in stem if sign.isprintable())).strip()
    says = len(words) >= SHORTEST or sum(sign.isalpha() for sign in words) >= FEWEST_LETTERS
    if says and not MEANINGLESS.match(words):
        return words[:LONGEST]
    return type_label if type_label != "Other document" or kind is None else SORTS[kind].label


def document_type(name: str, text: str, kind: Kind | None) -> str:
    """A code of `document_type`."""
    named = re.sub(r"[_\-.]+", " ", name).lower()
    for words in (named, text[:1_500].lower()):
        for code, telling in TELLING:
            if re.search(telling, words):
                return code
    return BY_KIND.get(kind, "other") if kind else "other"
