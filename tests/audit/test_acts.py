"""The closed vocabulary."""

from inconfidence.audit.acts import WORDING, Act, choices
from inconfidence.audit.models import Event


def test_every_act_has_its_wording() -> None:
    assert set(WORDING) == set(Act)
    assert len(set(WORDING.values())) == len(Act)
    assert all(wording and wording[0].isupper() and not wording.endswith(".") for wording in WORDING.values())


def test_every_act_fits_its_column() -> None:
    column = Event._meta.get_field("act")
    assert all(act.value == act.name and len(act) <= (column.max_length or 0) for act in Act)
    assert [word for word, _ in choices()] == list(Act)
