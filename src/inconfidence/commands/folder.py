"""Starting the program on a data folder, for the commands that read one."""

import os
from pathlib import Path


def data_folder(given: str) -> Path:
    """The folder that was named, else the one of the environment, else `var`."""
    return Path(given or os.environ.get("INCONFIDENCE_DATA", "var")).resolve()


def start_on(folder: Path) -> None:
    """Start the program on this folder. One that runs already stays on the folder it was started on."""
    import django
    from django.apps import apps

    if apps.ready:
        return
    os.environ["INCONFIDENCE_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inconfidence.config.settings")
    django.setup()
