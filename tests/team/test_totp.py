"""The codes are those of RFC 6238, and the address is what authenticator apps read."""

from datetime import UTC, datetime

import pytest

from inconfidence.team import totp

SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_the_standards_own(second: int, code: str) -> None:
    moment = datetime.fromtimestamp(second, tz=UTC)
    assert totp.code(SECRET, totp.step_at(moment)) == code
    assert totp.matching_step(SECRET, code, moment) == second // 30


def test_the_address_names_the_service_and_the_person() -> None:
    address = totp.as_address(SECRET, "jo.adeyemi", "Elmshire & Sons: advice")
    assert address.startswith(
        "otpauth://totp/Elmshire%20%26%20Sons%3A%20advice%3Ajo.adeyemi?secret=GEZDGNBVGY3TQOJQ"
    )
    assert "=" not in totp.as_text(SECRET)
    assert len(totp.new_secret()) == 20
