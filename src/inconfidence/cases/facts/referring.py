"""From a professional's referral as it is kept to the facts of `may_contact`."""

from datetime import date
from typing import Any

from inconfidence.policy.facts import MayContact
from inconfidence.policy.standing.referring import agreement_shown

THERE = "professional_present"


def referral_facts(said: dict[str, Any]) -> MayContact:
    """The facts of getting in touch with a family that was put forward. `said`: the referral in its opened record."""
    return MayContact(
        who="referred",
        agreement=agreement_shown(
            form=said["form"],
            to_whom=said["to_whom"],
            agreed_on=date.fromisoformat(said["agreed_on"]) if said["agreed_on"] else None,
            passed_on=date.fromisoformat(said["passed_on"]),
            there=said["origin"] == THERE,
        ),
        exceptional="yes" if said["exceptional"] else "no",
        agreed_by="yes" if said["agreed_by"] else "no",
    )
