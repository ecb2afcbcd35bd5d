"""Frozen section and radiograph in the real window, tapped and dragged through the X server: from «sent» to the board."""

import subprocess
from contextlib import closing, contextmanager

import pytest
from hand import console
from theatre import PIN, furnish, open_case, sign_in

from algorithms.evidence.kinds import Finding, Kind
from algorithms.faces import Face
from console.cases import results_log as log
from console.cases.results_codec import result_of
from console.cases.service import CaseService
from console.modalities import evidence_of
from console.process import local_now
from devices.simulated.radiograph import radiograph
from devices.simulated.specimen import simulate_specimen

pytestmark = pytest.mark.timeout(300)


@contextmanager
def results(screen, home):
    """A running console on the results screen of the case."""
    with console(screen, home) as hand:
        sign_in(hand)
        open_case(hand)
        hand.tap("Results")
        hand.until("screen", "results")
        yield hand


def kept(home, case_id):
    """The case as it is on disk."""
    with closing(CaseService.open(home)) as service:
        nurse = next(user for user in service.users() if user.name == "Nora")
        file = service.case_file(service.sign_in(nurse.id, PIN), case_id)
        assert service.verify() == ()
        return file


def says(words):
    return lambda texts: any(words in text for text in texts)


def test_a_nurse_sends_a_frozen_section_and_logs_its_answer_with_her_thumb(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    with results(screen, home) as hand:
        hand.until("texts", says("Next: specimen radiograph."))
        hand.tap("Frozen section sent")
        hand.until("texts", says("Waiting since"))
        hand.tap("Frozen section")
        hand.tap("Medial")
        hand.tap("DCIS")
        for key in "1.5":
            hand.tap(key)
        hand.tap("Next")
        hand.until("texts", says("DCIS · 1.5 mm"))
        hand.tap("Rest negative")
        hand.until("texts", says("negative"))
        hand.tap("Pathologist")
        for letter in "Ki":
            hand.tap(letter)
        hand.tap("Keep")
        hand.tap("Positive counts")
        hand.tap("DCIS or invasive")
        hand.until("where Hold to sign", bool)
        hand.hold("Hold to sign")
        hand.until("where Correct", bool)
        hand.tap("Margins")
        hand.until("texts", says("Ki, positive: DCIS or invasive"))
        hand.until("texts", says("1.5 mm"))
    file = kept(home, case_id)
    (reading,) = file.readings
    assert result_of(reading).at(Face.MEDIAL).finding is Finding.DCIS
    assert len(result_of(reading).faces) == 6
    assert log.waiting(file) == ()


def test_a_radiograph_is_taken_in_and_measured_by_dragging(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    exposed = radiograph(simulate_specimen(114), "from the front", 114)
    (home / "incoming").mkdir()
    (home / "incoming" / "cabinet.dcm").write_bytes(exposed.dicom(local_now()))
    with results(screen, home) as hand:
        hand.tap("Specimen radiograph")
        hand.tap("cabinet.dcm")
        hand.tap("Inferior")
        for index, move in ((0, (0, 60)), (1, (0, 40))):
            point = hand.until(f"ruler {index}", bool)
            drag(hand, point, move)
        hand.tap("Longer")
        hand.tap("Lesion")
        hand.tap("Clip")
        hand.hold("Hold to sign")
        hand.until("where Correct", bool)
    file = kept(home, case_id)
    (reading,) = file.readings
    (row,) = [row for row in evidence_of(file) if row.title == "Specimen radiograph"]
    assert [found.face for found in row.faces] == [Face.INFERIOR]
    assert result_of(reading).known == {"lesion": "seen", "clip": "seen"}
    assert reading.modality == Kind.RADIOGRAPH
    assert len(file.assets) == 1


def drag(hand, point, move):
    """A finger that lands, slides in small steps, and lifts."""
    x, y = point
    run = ["mousemove", x, y, "mousedown", 1]
    for step in range(1, 6):
        run += ["mousemove", x + move[0] * step // 5, y + move[1] * step // 5, "sleep", "0.03"]
    subprocess.run(["xdotool", *map(str, run), "mouseup", "1"], env=hand._environment, check=True, stdout=subprocess.DEVNULL)
