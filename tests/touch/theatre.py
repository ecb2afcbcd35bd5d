"""A store with people and one case, as the touch tests find it; and how a nurse gets to the specimen screen by taps alone."""

from datetime import date

from console.cases.model import Patient, Role, Side
from console.cases.service import CaseService
from console.process import local_now

PIN = "2580"
BIRTH = "14031972"


def furnish(home):
    """Make the store; the case's id."""
    service = CaseService.open(home)
    administrator = service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN)
    session = service.sign_in(administrator.id, PIN)
    nurse = service.add_user(session, "Nora", Role.NURSE, PIN)
    service.add_user(session, "Sara", Role.SURGEON, PIN)
    nora = service.sign_in(nurse.id, PIN)
    case = service.create_case(nora, Patient("0009911", "Probe", "Paula", date(1972, 3, 14)), Side.LEFT, local_now(), simulated=True)
    service.close()
    return case.id


def sign_in(hand, name="Nora"):
    """Name, PIN."""
    hand.until("screen", lambda screen: screen in {"sign-in", "lock"})
    hand.tap(name)
    for digit in PIN:
        hand.tap(digit)
    hand.tap("Sign in")
    hand.until("user", name)


def open_case(hand):
    """Row, birth date."""
    hand.until("screen", "worklist")
    hand.tap_row("PROBE, Paula")
    hand.until("screen", "identify")
    for digit in BIRTH:
        hand.tap(digit)
    hand.tap("Open case")
    hand.until(
        "screen", lambda screen: screen in {"specimen", "live"}
    )  # a nurse's case opens on the specimen, a surgeon's on the live picture
