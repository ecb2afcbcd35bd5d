"""Who may do what: one table, enforced by the service and by nothing else."""

from __future__ import annotations

from enum import StrEnum

from console.cases.model import Role, Session
from console.faults import NotAllowed


class Action(StrEnum):
    """Everything the service can be asked to do, in the words of the refusal."""

    READ_CASES = "read cases"
    CREATE_CASE = "create a case"
    AMEND_CASE = "change a case"
    LOG = "log measurements and events"
    CORRECT = "correct a signed record"
    ADD_OUTCOME = "add outcomes"
    EXPORT = "export a case"
    MANAGE_USERS = "manage users"
    CHANGE_SETTINGS = "change settings"
    CARE_FOR_STORE = "back up, restore and verify"
    USE_COHORTS = "use the cohorts"


_CLINICAL = frozenset(
    {Action.READ_CASES, Action.CREATE_CASE, Action.AMEND_CASE, Action.LOG, Action.CORRECT, Action.ADD_OUTCOME, Action.EXPORT}
)

PERMISSIONS: dict[Role, frozenset[Action]] = {
    Role.SURGEON: _CLINICAL | {Action.CHANGE_SETTINGS, Action.USE_COHORTS},
    Role.NURSE: frozenset({Action.READ_CASES, Action.CREATE_CASE, Action.AMEND_CASE, Action.LOG, Action.CORRECT}),
    Role.RESEARCHER: frozenset({Action.READ_CASES, Action.ADD_OUTCOME, Action.EXPORT, Action.USE_COHORTS}),
    Role.ADMINISTRATOR: frozenset({Action.MANAGE_USERS, Action.CHANGE_SETTINGS, Action.CARE_FOR_STORE}),
}

# Break-glass opens the patient's case and nothing else, whoever stands there.
EMERGENCY = frozenset({Action.READ_CASES, Action.CREATE_CASE, Action.AMEND_CASE, Action.LOG})


def may(session: Session, action: Action) -> bool:
    """Whether this session may do this."""
    return action in (EMERGENCY if session.emergency else PERMISSIONS[session.user.role])


def require(session: Session, action: Action) -> None:
    """Pass, or refuse in one sentence."""
    if not may(session, action):
        who = "Emergency access" if session.emergency else f"The role {session.user.role.value}"
        raise NotAllowed(f"{who} may not {action.value}.")
