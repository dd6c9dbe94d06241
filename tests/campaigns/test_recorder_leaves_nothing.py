"""The recorder of what the disk is told leaves no file anywhere but in the folder it watches."""

import subprocess
import sys
from pathlib import Path

from bench.result import ROOT
from tests.campaigns.crash.server import plain

# Names of many lengths, made and let go: whoever keeps a pointer to one of them finds other words there afterwards.
WORK = """
import gc, pathlib, sqlite3, sys
from tests.campaigns.crash.recorder import Recorder
folder = pathlib.Path(sys.argv[1])
recorder = Recorder(folder)
recorder.watch_sqlite()
for number in range(20):
    database = sqlite3.connect(folder / ("d" * (number + 1)))
    gc.collect()
    litter = [bytes([number]) * size for size in range(200)]
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE t (x)")
    database.commit()
    other = sqlite3.connect(folder / ("d" * (number + 1)))
    assert other.execute("SELECT count(*) FROM t").fetchone() == (0,)
    other.close()
    database.close()
print(len(recorder.acts))
"""


def test_no_stray_file_appears(tmp_path: Path) -> None:
    here, watched = tmp_path / "here", tmp_path / "watched"
    here.mkdir()
    watched.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(watched)],
        cwd=here,
        env=plain() | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert int(done.stdout) > 100
    assert list(here.iterdir()) == []
    assert sorted(path.name for path in watched.iterdir()) == ["d" * (number + 1) for number in range(20)]
