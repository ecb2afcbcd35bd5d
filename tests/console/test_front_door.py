"""The command line as strangers meet it: one JSON object or one line, and the exit status that goes with it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from console import __main__ as front_door

ROOT = Path(__file__).resolve().parents[2]
GOOD = [
    "centralize",
    "--resected",
    "62",
    "48",
    "--mass",
    "14",
    "11",
    "--superior",
    "20",
    "--inferior",
    "25",
    "--medial",
    "11",
    "--lateral",
    "20",
]


def rimlight(*arguments, **environment):
    clean = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "-m", "console", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**clean, **environment},
        check=False,
    )


def test_json_is_one_object_and_nothing_else():
    done = rimlight(*GOOD, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["centralization_cm"], found["major_axis_difference_cm"], found["minor_axis_difference_cm"]) == (0.9, 0.3, 0.6)


def test_a_person_gets_lines():
    done = rimlight(*GOOD)
    assert done.returncode == 0
    assert "centralization_cm: 0.9" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["centralize"],
        [*GOOD[:-1], "-3", "--json"],
        [*GOOD[:-1], "nan", "--json"],
        [*GOOD[:-1], "1e999", "--json"],
        [*GOOD[:-1], "", "--json"],
        ["demo"],
        ["demo", "--out", "/proc/1/cmdline"],
        ["--nonsense"],
        [],
        ["--kiosk"],
    ],
)
def test_a_refusal_is_one_line_on_standard_error_and_status_two(arguments):
    done = rimlight(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_without_a_display_the_console_says_how_to_run_the_demo():
    assert "rimlight demo --out" in rimlight().stderr
    assert "rimlight demo --out" in rimlight(DISPLAY=":987").stderr


def test_every_command_explains_itself():
    listed = rimlight("--help")
    assert listed.returncode == 0
    for name in front_door.COMMANDS:
        assert name in listed.stdout
        assert name == front_door.load(name).NAME


def test_our_own_bug_is_status_one_and_shows_no_text_of_the_exception(monkeypatch, capsys):
    class Broken:
        NAME, SUMMARY = "centralize", ""

        @staticmethod
        def add_arguments(parser):
            parser.add_argument("rest", nargs="*")

        @staticmethod
        def run(arguments):
            raise KeyError("PLANTED, Patricia")

    monkeypatch.setattr(front_door, "load", lambda _name: Broken)
    assert front_door.main(["centralize"]) == front_door.OUR_BUG
    said = capsys.readouterr()
    assert said.out == ""
    assert "PLANTED" not in said.err
    assert "KeyError" in said.err


def test_a_demo_refuses_a_folder_that_holds_anything_else(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    done = rimlight("demo", "--out", str(tmp_path))
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]
