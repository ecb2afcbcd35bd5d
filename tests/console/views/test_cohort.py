"""The cohort screen on a real store: every page at three sizes without a cut word, every pane by taps, exports that leave their trace."""

import csv
import io
from datetime import date

import pytest
from argon2 import PasswordHasher
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from console.cases.model import Patient, Role, Side
from console.cases.pins import Pins
from console.cases.registry import KeptKind
from console.cases.service import CaseService
from console.cohorts.definition import Definition
from console.cohorts.shelf import Shelf
from console.modalities import evidence_of
from console.process import local_now
from console.views.cohort import OTHERS, CohortView
from console.views.cohort_desk import CohortDesk
from console.views.cohort_pages import PAGES
from console.widgets import fit
from devices.simulated.cohort import simulate_cohort

SIZES = [(1366, 768), (1920, 1080), (3840, 2160)]
CHEAP = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
LONGEST_MS = 20_000


@pytest.fixture
def service(tmp_path):
    """A real store with one case and a simulated cohort."""
    made = CaseService.open(tmp_path / "store", pins=CHEAP)
    administrator = made.add_user(None, "Ada", Role.ADMINISTRATOR, "2580")
    first = made.sign_in(administrator.id, "2580")
    for role in (Role.SURGEON, Role.NURSE, Role.RESEARCHER):
        made.add_user(first, role.value, role, "2580")
    who = made.sign_in(next(user.id for user in made.users() if user.role is Role.SURGEON), "2580")
    made.create_case(who, Patient("0009911", "Probe", "Paula", date(1972, 3, 14)), Side.LEFT, local_now(), simulated=True)
    cohort, text = simulate_cohort(240, 3), io.StringIO(newline="")
    csv.writer(text).writerows([cohort.header, *cohort.rows])
    made.keep_cohort(who, "Simulated department", KeptKind.IMPORT, "2", text.getvalue())
    made.surgeon = who
    yield made
    made.close()


@pytest.fixture
def view(room, show, service, tmp_path, qtbot):
    room.session = service.surgeon

    def save(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    made = show(CohortView(room, CohortDesk(Shelf(evidence_of), save)))
    qtbot.waitUntil(lambda: made.looked is not None, timeout=LONGEST_MS)
    return made


def tap(widget):
    QTest.mouseClick(widget, Qt.LeftButton)


def turn(view, qtbot, key):
    before = view.looked
    tap(view.tabs[key])
    if key not in dict(OTHERS):
        qtbot.waitUntil(lambda: view.looked is not before and view.looked.sheet is not before.sheet, timeout=LONGEST_MS)
    rest(view, qtbot)


def rest(view, qtbot):
    done = []
    view._room.do_slowly(lambda _service, _session: True, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONGEST_MS)
    qtbot.wait(30)


@pytest.mark.parametrize("size", SIZES)
def test_every_page_and_pane_fits(view, qtbot, size):
    for key in [page.key for page in PAGES[1:]] + [PAGES[0].key] + [key for key, _ in OTHERS]:
        turn(view, qtbot, key)
        assert fit.misfits(view) == [], key
        assert fit.crowded(view, view._room.scale) == [], key


@pytest.mark.parametrize("size", SIZES)
def test_the_registry_of_a_case_fits_and_takes_what_is_tapped(view, qtbot, size, service, room):
    case = service.find_cases(service.surgeon, "0009911").cases[0]
    room.show_case(service.case_file(service.surgeon, case.id))
    turn(view, qtbot, "registry")
    pane = view.registry
    for column in ("arm", "bmi"):
        tap(pane.cells.buttons[column])
        assert fit.misfits(view) == []
        assert fit.crowded(view, room.scale) == []
    tap(pane.cells.buttons["bmi"])
    for key in "24.5":
        tap(pane.keypad.keys[key])
    tap(pane.save)
    qtbot.waitUntil(lambda: "24.5" in pane.cells.buttons["bmi"].text(), timeout=LONGEST_MS)
    tap(pane.cells.buttons["arm"])
    tap(pane.words.buttons["wire"])
    qtbot.waitUntil(lambda: "wire" in pane.cells.buttons["arm"].text(), timeout=LONGEST_MS)
    tap(pane.words.buttons["wire"])
    qtbot.waitUntil(lambda: "missing" in pane.cells.buttons["arm"].text(), timeout=LONGEST_MS)


def test_the_first_sight_is_the_cohort_with_cases(view):
    assert view.looked.title == "Simulated department"
    assert "Frozen margin positive" in view.sheet.table.texts
    assert len(view.sheet.plots) == 2
    assert view.looked.simulated == 240


def test_options_change_the_question(view, qtbot):
    turn(view, qtbot, "models")
    titles = {view.looked.sheet.title}
    for option in ("cox", "incidence", "weighting"):
        before = view.looked
        tap(view.options.buttons[option])
        qtbot.waitUntil(lambda before=before: view.looked is not before, timeout=LONGEST_MS)
        titles.add(view.looked.sheet.title)
    assert len(titles) == 4


def test_agreement_is_told_per_specimen_per_face_in_depths_and_by_readers(view, qtbot):
    turn(view, qtbot, "agreement")
    seen = {}
    for option in ("face", "depth", "readers", "specimen"):
        before = view.looked
        tap(view.options.buttons[option])
        qtbot.waitUntil(lambda before=before: view.looked is not before, timeout=LONGEST_MS)
        qtbot.wait(30)
        assert fit.misfits(view) == [], option
        seen[option] = view.looked.sheet
    rows = {option: {row[0]: row for row in sheet.table.rows} for option, sheet in seen.items()}
    assert int(rows["face"]["PET-CT"][-1]) == 6 * int(rows["specimen"]["PET-CT"][-1])
    assert abs(float(rows["depth"]["PET-CT"][1].replace("−", "-"))) < 0.5  # the simulated scan is off by 0.1 mm and rounding
    assert "Majority" in rows["readers"]
    assert "κ 0." in seen["readers"].title


def test_a_file_that_was_copied_here_is_imported_by_one_tap_or_refused_with_its_wrong_cell(view, qtbot, service):
    folder = service.ledger.home / "incoming"
    folder.mkdir(exist_ok=True)
    (folder / "Ward.csv").write_text("case_id,arm,age\na,x,61\nb,y,50\n")
    (folder / "Wrong.csv").write_text("case_id,arm,age\na,x,old\nb,y,50\n")
    turn(view, qtbot, "build")
    tap(view.build.sources.buttons["take Wrong.csv"])
    qtbot.waitUntil(lambda: "row 2, column age" in view.build.sentence.text(), timeout=LONGEST_MS)
    tap(view.build.sources.buttons["take Ward.csv"])
    qtbot.waitUntil(lambda: view._desk.name == "Ward", timeout=LONGEST_MS)
    rest(view, qtbot)
    assert [one.name for one in service.cohorts(service.surgeon) if one.kind is KeptKind.IMPORT] == ["Simulated department", "Ward"]
    assert "take Ward.csv" not in view.build.sources.buttons


def test_what_counts_as_a_high_ki67_is_chosen_by_a_tap(view, qtbot):
    turn(view, qtbot, "build")
    tap(view.build.columns.buttons["ki67_percent"])
    tap(view.build.values.buttons["high above 30"])
    assert view._desk.definition.ki67_above == 30.0
    assert fit.misfits(view) == []


def test_the_plan_is_moved_by_taps(view, qtbot):
    turn(view, qtbot, "design")
    assert "250" in view.sheet.table.texts
    minus = next(button for button in view.plan.findChildren(type(view.tabs["design"])) if button.accessibleName() == "Second rate less")
    for _ in range(5):
        tap(minus)
    qtbot.waitUntil(lambda: "100" in view.sheet.table.texts, timeout=LONGEST_MS)
    assert "Second rate 10 %" in view.plan.labels["second"].text()


def test_arms_and_filters_are_built_by_taps_kept_and_found_again(view, qtbot, service):
    turn(view, qtbot, "build")
    tap(view.build.columns.buttons["age"])
    assert view._desk.definition.arms.cut is not None
    tap(view.build.purpose.buttons["only"])
    tap(view.build.columns.buttons["grade"])
    tap(view.build.values.buttons["2"])
    assert view._desk.definition.filters[0].words == ("2",)
    tap(view.build.name_it)
    for letter in "ab":
        tap(view.build.keyboard.keys[letter])
    tap(view.build.keyboard.done_key)
    qtbot.waitUntil(lambda: any(one.name == "ab" for one in service.cohorts(service.surgeon)), timeout=LONGEST_MS)
    kept = next(one for one in service.cohorts(service.surgeon) if one.name == "ab")
    assert Definition.from_json(kept.content) == view._desk.definition
    before = view.looked
    tap(view.build.show_it)
    qtbot.waitUntil(lambda: view.looked is not before, timeout=LONGEST_MS)
    assert view.looked.title == "ab"
    assert 0 < view.looked.cohort.n < 240


def test_everything_of_a_page_can_be_taken_away_and_leaves_a_trace(view, qtbot, service, tmp_path):
    turn(view, qtbot, "export")
    for key in list(view.export.grid.buttons):
        before = view.export.answer.text()
        tap(view.export.grid.buttons[key])
        qtbot.waitUntil(lambda before=before: view.export.answer.text() not in {before, "Writing …"}, timeout=LONGEST_MS)
        assert view.export.answer.text().startswith("Saved")
    endings = sorted(path.suffix for path in tmp_path.iterdir() if path.is_file())
    assert endings == [".csv", ".csv", ".pdf", ".pdf", ".svg", ".svg"]
    query = "SELECT count(*) FROM audit WHERE action = 'export cohort'"
    assert service.ledger.read(lambda database: database.conn.execute(query).fetchone()[0]) == 6
    table = (tmp_path / "outcomes-by-arm.csv").read_text(encoding="utf-8-sig")
    assert "Computed by Rimlight's statistics" in table
    assert "Research use only" in table


def test_a_nurse_is_told_that_this_is_not_for_her(room, show, service):
    nurse = service.sign_in(next(user.id for user in service.users() if user.role is Role.NURSE), "2580")
    room.session = nurse
    view = show(CohortView(room, CohortDesk(Shelf(evidence_of), lambda *_: None)))
    assert "does not see cohorts" in view.waiting.text()
