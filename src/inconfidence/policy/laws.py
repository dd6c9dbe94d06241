"""The laws that policies name, each beside what it is read as today (X-20)."""

from dataclasses import dataclass

UNCHANGED = "made by the courts, and in force as it stands"


@dataclass(frozen=True, slots=True)
class Law:
    """A law as a policy names it, and what it is today."""

    named: str
    today: str


LAWS: dict[str, Law] = {
    "administrative_law": Law("administrative law", UNCHANGED),
    "human_rights": Law(
        "human rights law: the Human Rights Act and the European Convention",
        "read today as Human Rights Act 1998",
    ),
    "duty_of_confidence": Law("the common-law duty of confidence", UNCHANGED),
    "data_protection": Law(
        "data protection",
        "read today as UK GDPR and Data Protection Act 2018, as amended by the Data (Use and Access) Act 2025",
    ),
    "freedom_of_information": Law("freedom of information", "read today as Freedom of Information Act 2000"),
    "european_law": Law(
        "European law",
        "read today as what was kept of it, assimilated law under the Retained EU Law (Revocation and Reform) Act 2023",
    ),
    "children_act_section_11": Law("section 11 of the Children Act 2004", "in force as it stands"),
    "children_and_families": Law(
        "the Children and Families statute", "read today as Children and Families Act 2014"
    ),
    "rehabilitation": Law(
        "the Rehabilitation of Offenders statute", "read today as Rehabilitation of Offenders Act 1974"
    ),
    "terrorism_prevention": Law(
        "the terrorism-prevention statute",
        "read today as Counter-Terrorism and Security Act 2015, section 26",
    ),
}
