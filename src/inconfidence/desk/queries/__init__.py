"""What the desk's pages show, put together from the queries of the rooms below. Nothing is stored here."""

from inconfidence.desk.queries.bad_day import bad_day_paper
from inconfidence.desk.queries.case import CasePage, Moment, case_page
from inconfidence.desk.queries.day import Day, DueLine, Group, QuietLine, my_day
from inconfidence.desk.queries.line import Line, line
from inconfidence.desk.queries.registers import RegisterLine, all_registers

__all__ = [
    "CasePage",
    "Day",
    "DueLine",
    "Group",
    "Line",
    "Moment",
    "QuietLine",
    "RegisterLine",
    "all_registers",
    "bad_day_paper",
    "case_page",
    "line",
    "my_day",
]
