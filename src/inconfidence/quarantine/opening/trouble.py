"""What an opener raises when a file is not to be taken."""

from inconfidence.quarantine.kinds import Trouble


class Troubled(Exception):
    """Something is wrong with the file; `trouble` is the closed word for it."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble
