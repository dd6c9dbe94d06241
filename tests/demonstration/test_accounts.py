"""Who may sign in is shown for a demonstration only: any other data folder is refused, in one sentence."""

import json
from pathlib import Path

import pytest

from inconfidence.commands import main
from inconfidence.demonstration import accounts
from inconfidence.demonstration.accounts import Account, NotADemonstrationError

PERSON = Account("Elmshire", "ann.other", "Ann Other", "Manager", "JBSWY3DPEHPK3PXP")


def test_a_marked_folder_keeps_its_accounts_for_its_owner_alone(tmp_path: Path) -> None:
    """What is kept comes back, in a file that only its owner reads."""
    accounts.mark(tmp_path / "data")
    accounts.keep(tmp_path / "data", (PERSON,))
    assert accounts.accounts(tmp_path / "data") == (PERSON,)
    assert (tmp_path / "data" / accounts.MARK).stat().st_mode & 0o777 == 0o600


def test_another_folder_is_refused(tmp_path: Path) -> None:
    """No mark, no answer."""
    with pytest.raises(NotADemonstrationError, match="not made for demonstration"):
        accounts.accounts(tmp_path)


def test_a_folder_with_anything_in_it_cannot_become_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not by marking it, and so not by loading it."""
    (tmp_path / "database.sqlite3").touch()
    assert main(["demonstration", "mark", "--data", str(tmp_path)]) == 2
    assert "needs an empty one" in capsys.readouterr().err
    assert not accounts.marked(tmp_path)
    assert main(["demonstration", "mark", "--data", str(tmp_path / "new")]) == 0
    assert accounts.accounts(tmp_path / "new") == ()


@pytest.mark.parametrize("asked", [["who"], ["load"], ["code", "ann.other"]])
def test_the_commands_refuse_another_folder(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, one sentence, nothing on the standard output."""
    assert main(["demonstration", *asked, "--data", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "not made for demonstration" in said.err


def test_the_commands_show_a_demonstration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names, password and a code of six digits; an unknown name is told where to look."""
    folder = tmp_path / "shown"
    accounts.mark(folder)
    accounts.keep(folder, (PERSON,))
    assert main(["demonstration", "who", "--data", str(folder)]) == 0
    assert "ann.other" in capsys.readouterr().out
    assert main(["demonstration", "who", "--json", "--data", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["username"] == "ann.other"
    assert main(["demonstration", "code", "Ann.Other", "--data", str(folder)]) == 0
    assert len(capsys.readouterr().out.strip()) == 6
    assert main(["demonstration", "code", "ann.otter", "--data", str(folder)]) == 2
    assert "perhaps ann.other" in capsys.readouterr().err
