"""The cohort screen in a real window, by taps: where a researcher lands, the pages, an export, and a column of the registry."""

import csv
import io
from contextlib import closing

import pytest
from hand import console
from theatre import PIN, furnish, open_case, sign_in

from console.cases.model import OutcomeKind, Role
from console.cases.registry import KeptKind
from console.cases.service import CaseService
from devices.simulated.cohort import simulate_cohort

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    """The theatre's store, a researcher, and a simulated cohort."""
    place = tmp_path / "home"
    furnish(place)
    with closing(CaseService.open(place)) as service:
        users = {user.name: user.id for user in service.users()}
        service.add_user(service.sign_in(users["Ada"], PIN), "Rita", Role.RESEARCHER, PIN)
        cohort, text = simulate_cohort(200, 3), io.StringIO(newline="")
        csv.writer(text).writerows([cohort.header, *cohort.rows])
        service.keep_cohort(service.sign_in(users["Sara"], PIN), "Simulated department", KeptKind.IMPORT, "2", text.getvalue())
    return place


def test_a_researcher_lands_on_the_cohort_looks_around_and_takes_a_figure_away(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Rita")
        hand.until("screen", "cohort")
        hand.until("texts", lambda texts: any("200 simulated" in text for text in texts))
        for tab, words in (("Subgroups", "by biomarker"), ("Agreement", "Against final pathology"), ("Design", "Planning a study")):
            hand.tap(tab)
            hand.until("texts", lambda texts, words=words: any(words in text for text in texts))
        hand.tap("Outcomes")
        hand.until("texts", lambda texts: any("Frozen margin positive" in text for text in texts))
        hand.tap("Export")
        hand.tap("Recurrence-free survival: SVG")
        hand.until("texts", lambda texts: any(text.startswith("Saved: ") for text in texts))
    files = list((home / "exports").iterdir())
    assert [path.suffix for path in files] == [".svg"]
    assert files[0].read_bytes().startswith(b"<?xml")


def test_a_surgeon_completes_the_registry_of_a_case(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Sara")
        open_case(hand)
        hand.tap("Cohort")
        hand.until("screen", "cohort")
        hand.tap("Registry")
        hand.tap("Grade")
        hand.tap("3")
        hand.until("texts", lambda texts: any(text.startswith("Entered: Sara") for text in texts))
    with closing(CaseService.open(home)) as service:
        who = service.sign_in(next(user.id for user in service.users() if user.name == "Sara"), PIN)
        case = service.find_cases(who, "0009911").cases[0]
        (outcome,) = service.case_file(who, case.id).outcomes
        assert (outcome.kind, outcome.values[0].name, outcome.values[0].text) == (OutcomeKind.REGISTRY, "grade", "3")
        assert service.verify() == ()
