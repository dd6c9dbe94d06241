"""The command line as a whole: help, mistakes in arguments, what it loads, what it returns."""

import subprocess
import sys
from pathlib import Path

import pytest

from inconfidence import commands
from tests.commands.conftest import Run

INSTALLED = Path(sys.executable).with_name("inconfidence")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("policy",),
        ("policy", "nonsense"),
        ("policy", "show"),
        ("policy", "list", "--colour"),
        ("decide",),
        ("decide", "may_see"),
        ("decide", "may_see", "--policy", "rotherham"),
    ],
)
def test_a_mistake_in_the_arguments_is_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in ("policy", "questions", "decide", "coverage"))


def test_every_module_of_commands_is_there() -> None:
    folder = Path(commands.__file__).parent
    assert all(folder.joinpath(f"{name}.py").is_file() for name in commands.MODULES)


def test_json_may_stand_before_or_after_the_command(run: Run) -> None:
    assert run("--json", "policy", "list").json == run("policy", "list", "--json").json


def test_a_fault_of_ours_returns_one_and_shows_nothing_it_read(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(asked: object) -> int:
        raise KeyError("Sam Okafor")

    monkeypatch.setattr("inconfidence.commands.coverage._run", fails)
    ran = run("coverage")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "The program failed (KeyError); this is our fault, please report it.\n"


def test_the_installed_command_answers_and_leaves_django_alone() -> None:
    ended = subprocess.run(
        [INSTALLED, "policy", "list", "--json"], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    loads = (
        "import sys; from inconfidence.commands import main; main(['policy', 'list'])\n"
        "print('django' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("False\n")


def test_the_installed_command_returns_two_for_bad_input() -> None:
    ended = subprocess.run(
        [INSTALLED, "policy", "show", "elmshire"], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (2, "")


def test_a_reader_who_has_seen_enough_is_no_fault() -> None:
    arguments = [str(INSTALLED), "policy", "show", "rotherham"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert (running.wait(), running.stderr.read()) == (0, "")
