"""Every campaign in its small form, and how its last long run stands."""

import warnings

import pytest

from bench.prove import SEED, campaign, names, standing

SMALL = 2_000


@pytest.mark.campaign
@pytest.mark.parametrize("name", names())
def test_a_campaign_holds_in_its_small_form(name: str) -> None:
    of = campaign(name)
    assert not of.attempt(0, getattr(of, "SMALL", SMALL), SEED).failed


@pytest.mark.campaign
@pytest.mark.parametrize("name", names())
def test_the_long_run_of_a_campaign_held(name: str) -> None:
    stands = standing(name)
    assert stands in {"held", "older"}, f"script/prove {name}: {stands}"
    if stands == "older":
        with warnings.catch_warnings():
            warnings.simplefilter("default")
            warnings.warn(f"{name} was proved on older code: script/prove {name}", stacklevel=1)
