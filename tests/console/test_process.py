"""What happens before there is a console: a store that cannot be opened is said in a window, and tried again when a person says so."""

import pytest
from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QApplication, QLabel

from console import process
from console.cases.service import CaseService
from console.views.no_store import NoStore


def page():
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, NoStore) and widget.isVisible())


def when_shown(do):
    """Wait for the page, then act on it."""

    def look():
        if any(isinstance(widget, NoStore) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
            do(page())
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_store_in_use_is_said_in_one_sentence_and_opens_once_the_other_let_go(qapp, tmp_path):
    other = CaseService.open(tmp_path / "home")
    sentences = []

    def let_go(shown):
        sentences.append(shown.sentence.text())
        other.close()
        shown.again_button.click()

    when_shown(let_go)
    service = process.open_store(tmp_path / "home")
    assert service is not None
    service.close()
    assert "another Rimlight" in sentences[0] or "Another Rimlight" in sentences[0]


def test_whoever_gives_up_ends_the_console(qapp, tmp_path):
    other = CaseService.open(tmp_path / "home")
    when_shown(lambda shown: shown.close_button.click())
    assert process.open_store(tmp_path / "home") is None
    other.close()


def test_a_store_without_its_key_is_not_given_a_new_one(qapp, tmp_path):
    home = tmp_path / "home"
    CaseService.open(home).close()
    (home / "key").unlink()
    seen = []
    when_shown(lambda shown: (seen.extend(label.text() for label in shown.findChildren(QLabel)), shown.close_button.click()))
    assert process.open_store(home) is None
    assert any("key" in text for text in seen)
    assert not (home / "key").exists()


@pytest.mark.parametrize("width", [1366, 1920, 3840])
def test_the_page_fits(qtbot, width):
    from console.widgets.fit import misfits
    from console.widgets.scale import Scale

    shown = NoStore("Another Rimlight has this store open. Close it there, then try again here.", Scale.of(width, width * 9 // 16, 96))
    qtbot.addWidget(shown)
    shown.setFixedSize(width, width * 9 // 16)
    shown.show()
    assert misfits(shown) == []
