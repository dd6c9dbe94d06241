"""Identifiers and references are random."""

import re

from inconfidence.vault.ids import ALPHABET, new_id, new_reference


def test_identifiers_do_not_repeat() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
    assert new_id().version == 4


def test_a_reference_can_be_read_out() -> None:
    references = {new_reference() for _ in range(1000)}
    assert len(references) == 1000
    assert all(re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}", one) for one in references)
    assert not set("01ILOU") & set(ALPHABET)
