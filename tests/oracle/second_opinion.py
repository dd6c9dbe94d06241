"""May we share this? answered by Cedar, from policies written by somebody who had not seen the rules.

Cedar knows permit and forbid, no grounds and no referrals. So it is asked twice: with the gates ignored (what
somebody still has to decide or do), and with the gates as conditions. No and no: refuse; yes and no: refer; yes and
yes: permit.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

import cedarpy

from inconfidence.policy.facts import MayDisclose
from inconfidence.policy.vocabulary import Outcome

HERE = Path(__file__).parent / "policies"
EVERYWHERE = "everywhere"
NOBODY = cedarpy.Entities.from_json_str("[]")
WHO = {"principal": 'Staff::"anybody"', "action": 'Action::"may_disclose"', "resource": 'Words::"these"'}


def slugs() -> list[str]:
    """The services that have a second opinion."""
    return sorted(path.stem for path in HERE.glob("*.cedar") if path.stem != EVERYWHERE)


@cache
def policies(slug: str) -> cedarpy.PolicySet:
    """A service's Cedar policies with those of everywhere, parsed once."""
    texts = (HERE / f"{name}.cedar" for name in (EVERYWHERE, slug))
    return cedarpy.PolicySet.from_str("\n".join(path.read_text(encoding="utf-8") for path in texts))


def requests(facts: MayDisclose) -> list[dict[str, str]]:
    """The two askings of one question: gates ignored, then gates as conditions."""
    said = asdict(facts)
    return [WHO | {"context": json.dumps(said | {"gates_ignored": ignored})} for ignored in (True, False)]


def second_opinion(slug: str, facts: MayDisclose) -> Outcome:
    """What Cedar says of these facts under that service's policy.

    Raises ValueError when Cedar could not read a policy or a fact.
    """
    answers = cedarpy.is_authorized_batch(requests(facts), policies(slug), NOBODY)
    errors = [error for answer in answers for error in answer.diagnostics.errors]
    if errors:
        raise ValueError(f"Cedar under {slug}: {errors[0]}")
    stands, at_once = (answer.allowed for answer in answers)
    if at_once:
        return Outcome.PERMIT
    return Outcome.REFER if stands else Outcome.REFUSE
