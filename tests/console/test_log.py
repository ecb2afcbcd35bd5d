"""The log says what happened and where, and never to whom: planted names are looked for in its bytes."""

from __future__ import annotations

import json
import logging
import stat
import threading
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console import log
from console.cases.model import new_id
from console.log import Event, note
from devices.device import DeviceKind

NAME, GIVEN, MRN, BORN = "Quillfeather", "Žofie", "00871234", "1961-07-23"
PLANTED = (NAME, GIVEN, MRN, BORN, NAME.upper(), f"{NAME.upper()}, {GIVEN}")


@pytest.fixture
def path(tmp_path):
    before = logging.getLogger().level
    path = log.install(tmp_path)
    yield path
    log.close()
    logging.getLogger().setLevel(before)


@pytest.fixture
def alone(path, monkeypatch):
    """Without pytest's own handlers, which format every message."""

    def begin():
        root = logging.getLogger()
        monkeypatch.setattr(
            root, "handlers", [handler for handler in root.handlers if isinstance(handler, log.logging.handlers.RotatingFileHandler)]
        )

    return begin


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def assert_nobody_in(folder, planted=PLANTED):
    content = b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
    for text in planted:
        forms = [
            text.encode(),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            json.dumps(text)[1:-1].encode(),
            repr(text)[1:-1].encode(),
        ]
        forms += [text.encode("unicode_escape"), text.encode().hex().encode(), ascii(text)[1:-1].encode()]
        for form in forms:
            assert form not in content, text


def test_an_event_is_one_line_with_time_level_place_and_ids(path):
    case = new_id()
    note(Event.CASE_OPENED, case=case, seconds=0.12345, count=3, device=DeviceKind.VNA, version="0.1.0")
    (line,) = lines(path)
    assert line["event"] == "case_opened"
    assert (line["case"], line["seconds"], line["count"], line["device"], line["version"]) == (case, 0.123, 3, "vna", "0.1.0")
    assert line["level"] == "INFO"
    assert line["where"].startswith("tests/console/test_log.py:")
    assert line["time"][10] == "T"
    assert line["time"][-6] in "+-"


def test_what_does_not_look_like_an_id_is_left_out(path):
    note(Event.CASE_OPENED, case=MRN, user=NAME, device=NAME, count=871_234_000, seconds=NAME, asset=MRN, version=BORN, patient=NAME)
    (line,) = lines(path)
    assert set(line) == {"time", "level", "event", "where"}


def test_messages_and_arguments_are_never_written(path):
    logging.getLogger("rimlight").warning("opened %s", f"{NAME}, {GIVEN}")
    logging.getLogger("rimlight").warning(f"opened {MRN} of {GIVEN}")  # noqa: G004 - as somebody will one day
    logging.getLogger("rimlight").error(NAME.lower(), stack_info=True)
    logging.getLogger("rimlight").error(Event.FAILED, extra={"ids": {"case": NAME, "note": GIVEN}})
    assert len(lines(path)) == 4
    assert_nobody_in(path.parent, (*PLANTED, NAME.lower()))


def test_exceptions_leave_their_types_and_places_through_the_whole_chain(path):
    def deep(patient):
        try:
            {}[patient]
        except KeyError as cause:
            try:
                raise ValueError(f"no such patient {patient}") from cause
            except ValueError:
                raise RuntimeError(patient, MRN)  # noqa: B904 - the context is the point

    try:
        deep(f"{NAME}, {GIVEN}")
    except RuntimeError as error:
        note(Event.FAILED, logging.ERROR, error=error)
        logging.getLogger("rimlight").exception("could not open %s", NAME)
    first, _second = lines(path)
    assert [link["error"] for link in first["errors"]] == ["builtins.RuntimeError", "builtins.ValueError", "builtins.KeyError"]
    assert first["errors"][0]["frames"][-1].split(":")[0::2] == ["tests/console/test_log.py", "deep"]
    assert_nobody_in(path.parent)


def test_exception_groups_notes_and_made_up_types_say_nothing(path):
    error = ExceptionGroup(NAME, [type(NAME, (Exception,), {})(MRN)])
    error.add_note(GIVEN)
    note(Event.FAILED, error=error)
    note(Event.FAILED, error=type(NAME, (Exception,), {"__module__": MRN})(GIVEN))
    note(Event.FAILED, error=type(NAME, (Exception,), {"__qualname__": "ValueError"})())
    assert_nobody_in(path.parent)


def test_code_that_was_made_up_at_run_time_is_not_named(path):
    space = {}
    exec(compile(f"def {NAME}():\n    raise ValueError({MRN!r})", f"/home/{NAME}/{BORN}.py", "exec"), space)
    with pytest.raises(ValueError) as caught:
        space[NAME]()
    note(Event.FAILED, error=caught.value)
    assert lines(path)[0]["errors"][0]["frames"][-1] == "?:2:?"
    assert_nobody_in(path.parent)


def test_a_crash_is_written_without_its_text(path):
    try:
        raise KeyError(f"{NAME} {MRN}")
    except KeyError as error:
        log.crash_note(type(error), error.__traceback__)
    (line,) = lines(path)
    assert (line["event"], line["level"], line["errors"][0]["error"]) == ("crash", "CRITICAL", "builtins.KeyError")
    assert_nobody_in(path.parent)


@pytest.mark.parametrize(
    "speaker", ["onnxruntime", "matplotlib.font", "pyvisa", "pydicom", "asyncio", "root", f"patients.{NAME}", NAME, f"console.{MRN}"]
)
def test_libraries_are_reduced_to_who_and_how_loud(path, speaker, alone):
    alone()
    logger = logging.getLogger(speaker)
    logger.error("Patient's Name %s (%s)", f"{NAME}^{GIVEN}", {"id": MRN})
    logger.critical(f"{BORN} {NAME}", exc_info=ValueError(NAME))  # noqa: G004 - as somebody will one day
    logger.log(47, NAME)
    logging.addLevelName(46, NAME)
    logger.log(46, MRN)
    logging.addLevelName(46, "Level 46")
    assert len(lines(path)) == 4
    assert_nobody_in(path.parent)


def test_a_real_library_speaks_under_its_own_name(path):
    import pydicom  # noqa: F401

    logging.getLogger("pydicom").error("x")
    logging.getLogger("pydicom").info("not loud enough")
    assert [line["event"] for line in lines(path)] == ["pydicom"]


def test_the_archive_s_library_says_nothing_at_all(path):
    import devices.pacs  # noqa: F401

    for name in ("pynetdicom", "pynetdicom.assoc"):
        logging.getLogger(name).critical("Patient's Name %s", NAME)
    assert lines(path) == []


def test_warnings_arrive_without_their_text(path):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn(f"{NAME} {MRN}", UserWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert [line["event"] for line in lines(path)] == ["py.warnings"]
    assert_nobody_in(path.parent)


def test_threads_and_formatting_faults_leave_nothing_on_standard_error(path, capsys, alone):
    alone()
    thread = threading.Thread(target=lambda: logging.getLogger("pyvisa").error("%d", NAME), name=f"{NAME}")
    thread.start()
    thread.join()
    (handler,) = logging.getLogger().handlers
    handler.stream.close()  # the disk went away
    logging.getLogger("pyvisa").error("%s", NAME)
    handler.stream = None
    assert NAME not in "".join(capsys.readouterr())
    assert_nobody_in(path.parent)


def test_only_its_owner_can_read_it_also_after_rotation(path, monkeypatch):
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.maxBytes = 2000
    for _ in range(60):
        note(Event.STARTED)
    files = list(path.parent.iterdir())
    assert 3 <= len(files) <= log.FILES_KEPT + 1
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_older_file_that_everybody_could_read_is_closed_to_them(tmp_path):
    (tmp_path / "log").mkdir(mode=0o755)
    loose = tmp_path / "log" / "rimlight.jsonl"
    loose.write_text("{}\n")
    loose.chmod(0o644)
    path = log.install(tmp_path)
    log.close()
    assert path == loose
    assert stat.S_IMODE(loose.stat().st_mode) == 0o600


def test_installing_twice_writes_once(tmp_path):
    log.install(tmp_path / "a")
    path = log.install(tmp_path / "b")
    note(Event.STARTED)
    log.close()
    assert len(lines(path)) == 1
    assert (tmp_path / "a" / "log" / "rimlight.jsonl").read_bytes() == b""


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=6, max_size=60).map(lambda text: f"ZqX{text}"))
def test_no_text_gets_through_by_any_road(path, text):
    logger = logging.getLogger("rimlight")
    logger.error(text)
    logger.error("%s", text, exc_info=ValueError(text))
    logger.error(Event.FAILED, extra={"ids": dict.fromkeys(("case", "user", "asset", "version", "device", "count", text), text)})
    logging.getLogger(text).error(text)
    note(Event.FAILED, error=OSError(5, text, text))
    assert b"ZqX" not in path.read_bytes()
