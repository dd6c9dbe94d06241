"""`work` ends what has run out; `set-up` tells the code of the set-up page, and only while it exists."""

import json
from datetime import timedelta

import pytest
import time_machine

from inconfidence.commands import main
from inconfidence.team.actions import set_up
from inconfidence.team.models import Sitting
from tests.team.people import MORNING, a_service, password_step

pytestmark = pytest.mark.django_db(transaction=True)


def test_work_once_ends_what_has_run_out() -> None:
    with time_machine.travel(MORNING, tick=False):
        password_step(a_service())
        assert main(["work", "--once", "--json"]) == 0
        assert Sitting.objects.count() == 1
    with time_machine.travel(MORNING + timedelta(minutes=6), tick=False):
        assert main(["work", "--once", "--json"]) == 0
    assert not Sitting.objects.exists()


def test_set_up_tells_the_code_until_there_is_a_service(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set-up", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["code"] == set_up.set_up_code()
    assert main(["set-up"]) == 0
    assert f"/set-up/ with the code {set_up.set_up_code()}" in capsys.readouterr().out
    a_service()
    assert main(["set-up"]) == 2
    assert "for an empty installation only" in capsys.readouterr().err
