"""Fill our program with the bench's world, through its own actions, and sign eight workers in.

Run as a module it prints JSON: for each worker the cookies of a signed-in browser and the case with notes.
"""

import json
from datetime import date

import django

django.setup()

from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench import worlds  # noqa: E402
from inconfidence import policies  # noqa: E402
from inconfidence.cases.actions import CaseDetails, ChildDetails, open_case  # noqa: E402
from inconfidence.cases.actions.notes import NoteDetails, add_note  # noqa: E402
from inconfidence.people.actions import CardDetails  # noqa: E402
from inconfidence.policy.vocabulary import Role  # noqa: E402
from inconfidence.team import totp  # noqa: E402
from inconfidence.team.actions import people, second_step, set_up  # noqa: E402
from inconfidence.team.actions.people import NewPerson  # noqa: E402
from inconfidence.team.actor import Actor  # noqa: E402
from inconfidence.vault import persons  # noqa: E402

PASSWORD = "four words walk home"
SECRET = b"twenty bytes of seed"
POLICY = "cumbria"


def lead() -> Actor:
    """A service and its lead."""
    begun = set_up.set_up_service(
        set_up.Beginning(
            name="Bench advice service",
            policy_text=policies.text(POLICY),
            policy_file=f"{POLICY}.toml",
            lead=NewPerson("bench.lead", "Lead", "Service Lead", Role.HEAD_OF_SERVICE),
            password=PASSWORD,
            in_force_from=date(2022, 9, 1),
            demonstration=True,
        ),
        timezone.now(),
    )
    assert isinstance(begun, set_up.Begun), begun
    return begun.lead


def worker(by: Actor, number: int) -> Actor:
    """A caseworker who can sign in."""
    new = NewPerson(f"bench.worker{number}", f"Worker {number}", "Adviser", Role.CASEWORKER)
    slip = people.invite(by, new)
    assert slip.person_id is not None
    people.activate(new.username, slip.code, PASSWORD, timezone.now())
    people.confirm(by, slip.person_id)
    second_step.enrol_totp(slip.person_id, SECRET, timezone.now())
    keyring = persons.unlock(slip.person_id, PASSWORD)
    assert keyring is not None
    return Actor(slip.person_id, by.service_id, Role.CASEWORKER, new.name, keyring)


def cases(actor: Actor) -> str:
    """Fifty cases, fifty notes on the last; answers that one's reference."""
    reference = ""
    for name in worlds.names():
        details = CaseDetails(CardDetails(name), ChildDetails(name="Sam"), issues=(issue(),))
        opened = open_case(actor, details)
        assert isinstance(opened, str)
        reference = opened
    for number in range(worlds.NOTES):
        add_note(actor, reference, NoteDetails(worlds.note(number)))
    return reference


def issue() -> str:
    """Any matter of the list."""
    from inconfidence import codes

    return codes.rows("issue")[0].code


def cookies(number: int) -> str:
    """A browser's cookies after password and code, as a request carries them."""
    client = Client(headers={"host": "localhost"})
    client.post("/sign-in/", {"username": f"bench.worker{number}", "password": PASSWORD})
    client.post("/second-step/", {"code": totp.code(SECRET, totp.step_at(timezone.now()))})
    assert client.get("/cases/").status_code == 200, "not signed in"
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def main() -> None:
    """Fill and print."""
    by = lead()
    found = []
    for number in range(worlds.WORKERS):
        reference = cases(worker(by, number))
        found.append({"cookies": cookies(number), "case": f"/cases/{reference}/"})
    print(json.dumps(found))


if __name__ == "__main__":
    main()
