"""`python -m tests.campaigns.editing.begin`: sixteen people on the same few cases; prints what there is to edit."""

import json

import django

WRITERS = 16
CASES = 6
NOTES = 4


def begin() -> dict[str, object]:
    """Usernames, references of the cases, and of each note its case and id."""
    from django.utils import timezone

    from inconfidence.cases import actions
    from inconfidence.policy.vocabulary import Role
    from inconfidence.team.actions import people, second_step
    from inconfidence.vault import persons
    from tests import cast
    from tests.cases.family import a_case
    from tests.conftest import Clock

    clock = Clock(timezone.now())
    lead = cast.begin_service("cumbria", clock)
    first = cast.invite(lead, "cumbria", "tom")
    usernames, ids = [first.username], [first.id]
    for number in range(1, WRITERS):
        name = f"writer.{number}"
        slip = people.invite(
            lead.actor, people.NewPerson(name, "Ash Writer", "Adviser", Role.CASEWORKER, False)
        )
        assert slip.person_id is not None
        assert people.activate(name, slip.code, cast.PASSWORD, clock()) == people.Activated.DONE
        assert people.confirm(lead.actor, slip.person_id)
        assert second_step.enrol_totp(slip.person_id, cast.SECRET, clock())
        assert persons.unlock(slip.person_id, cast.PASSWORD) is not None
        usernames.append(name)
        ids.append(slip.person_id)
    references = [a_case(first, f"Marta Oyelaran {number}") for number in range(CASES)]
    notes = []
    for reference in references:
        for person_id in ids[1:]:
            actions.allocate(lead.actor, reference, person_id)
        for number in range(NOTES):
            item = actions.add_note(
                first.actor, reference, actions.NoteDetails(text=f"The note number {number}.")
            )
            notes.append((reference, str(item)))
    return {
        "usernames": usernames,
        "lead": lead.username,
        "references": references,
        "notes": notes,
        "password": cast.PASSWORD,
        "secret": cast.SECRET.hex(),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(begin()))
