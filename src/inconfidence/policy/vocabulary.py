"""Closed words used by every question.

The words are stored in records and named in policy files: a change of a value is a change of data, never a tidy-up.
"""

from enum import StrEnum


class Outcome(StrEnum):
    """What a decision comes to."""

    PERMIT = "permit"
    REFUSE = "refuse"
    REFER = "refer"


class Role(StrEnum):
    """Who somebody is towards the service; the title on the door is the policy's (`titles`)."""

    HEAD_OF_SERVICE = "head_of_service"
    SENIOR_CASEWORKER = "senior_caseworker"
    CASEWORKER = "caseworker"
    ADMINISTRATOR = "administrator"
    WORKER = "worker"
    VOLUNTEER = "volunteer"
    HOST_MANAGER = "host_manager"
    HOST_DELEGATE = "host_delegate"
    GOVERNING_GROUP = "governing_group"
    LINE_MANAGER = "line_manager"


class Question(StrEnum):
    """The names of what a worker may ask; `commands` and scripts call them by these."""

    MAY_BEGIN_CASEWORK = "may_begin_casework"
    MAY_CONTACT = "may_contact"
    MAY_RECORD = "may_record"
    MAY_SEE = "may_see"
    MAY_OBTAIN = "may_obtain"
    MAY_DISCLOSE = "may_disclose"
    MAY_ANSWER_REQUEST = "may_answer_request"
    WHERE_TO_RAISE = "where_to_raise"
    MAY_WORK = "may_work"
    MAY_MOVE_PAPER = "may_move_paper"
    HOW_LONG_TO_KEEP = "how_long_to_keep"
    MAY_PUBLISH = "may_publish"
    MAY_ADOPT = "may_adopt"


class Origin(StrEnum):
    """Whose voice a clause is: the service's own, the law laid over it, or the default where both are silent."""

    OWN = "own"
    LAW = "law"
    DEFAULT = "default"


class ClauseKind(StrEnum):
    """What sort of statement a clause makes."""

    CONTEXT = "context"
    GATE = "gate"
    GOVERNANCE = "governance"
    NOTICE = "notice"
    PARAMETER = "parameter"
    PERMISSION_RULE = "permission-rule"
    PHYSICAL = "physical"
    RECORD = "record"
    RIGHT = "right"
    SECURITY = "security"
    WORKFLOW = "workflow"
    LAW = "law"
    DEFAULT = "default"
