"""The installed console, not the source: `make package` installs the .deb here, starts it on a real display, taps it, and removes it again.

Runs by `make package` only (-m package): it needs the right to install, and what it leaves behind must be nothing but data.
"""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.touch.hand import display

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path("/opt/rimlight/current/rimlight")
PATIENCE_S = 180.0
RAIL_X, SCREEN = 64, (1920, 1080)
pytestmark = [
    pytest.mark.package, pytest.mark.timeout(1800),
    pytest.mark.skipif(not shutil.which("apt-get") or os.geteuid() != 0, reason="installs a Debian package"),
    pytest.mark.skipif(not list(ROOT.glob("dist/rimlight_*_amd64.deb")), reason="make package has not built one"),
]  # fmt: skip


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def installed():
    package = max(ROOT.glob("dist/rimlight_*_amd64.deb"), key=lambda path: path.stat().st_mtime)
    done = run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "--reinstall", package)
    assert done.returncode == 0, done.stderr
    yield Path("/usr/bin/rimlight")
    run("dpkg", "--purge", "rimlight")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def surroundings(home):
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "RIMLIGHT_HOME": str(home / "rimlight"),
        "RIMLIGHT_KEY_PLACE": "file",
        "LANG": "C.UTF-8",
    }


def test_everything_is_where_a_system_looks_for_it(installed):
    for path in (
        PROGRAM, Path("/usr/share/applications/rimlight.desktop"), Path("/usr/lib/udev/rules.d/70-rimlight.rules"),
        Path("/usr/lib/systemd/user/rimlight-kiosk.service"), Path("/usr/share/man/man1/rimlight.1.gz"),
        *(Path(f"/usr/share/icons/hicolor/{size}x{size}/apps/rimlight.png") for size in (16, 48, 256, 512)),
    ):  # fmt: skip
        assert path.exists(), path
    assert {path.owner() for path in PROGRAM.resolve().parent.rglob("*") if not path.is_symlink()} == {"root"}


def test_the_self_test_finds_every_file_as_shipped(installed, surroundings):
    done = run(installed, "check", "--json", env=surroundings)
    found = json.loads(done.stdout)
    assert (done.returncode, found["fit"]) == (0, True), found
    assert next(check for check in found["checks"] if check["name"] == "files")["sentence"].endswith("as shipped.")


def test_the_demo_case_with_every_child_process(installed, surroundings, home):
    done = run(installed, "demo", "--out", home / "demo", "--json", env=surroundings, cwd=home)
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert len(summary["screens"]) >= 8
    assert (home / "demo" / "report.pdf").stat().st_size > 10_000


def test_it_is_seen_and_tapped_on_a_real_display(installed, surroundings, home):
    with display(*SCREEN) as name:
        environment = {**surroundings, "DISPLAY": name}
        console = subprocess.Popen([installed, "--demo", "--kiosk"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            log = home / "rimlight" / "demo" / "log" / "rimlight.jsonl"
            wait_for(lambda: shown(log) >= 1, console)
            before = shown(log)
            for height in range(90, SCREEN[1] - 160, 60):
                subprocess.run(["xdotool", "mousemove", str(RAIL_X), str(height), "click", "1"], env=environment, check=True)
                time.sleep(0.3)
            wait_for(lambda: shown(log) >= before + 5, console)
        finally:
            console.terminate()
            _, errors = console.communicate(timeout=60)
        assert console.returncode == 0, errors
        assert "Traceback" not in errors.decode()
        assert '"event": "crash"' not in log.read_text()


def test_removal_leaves_the_data_and_says_so(installed, surroundings, home):
    done = run("dpkg", "--remove", "rimlight")
    assert done.returncode == 0, done.stderr
    assert "stay where they are" in done.stdout
    assert not Path("/opt/rimlight").exists()
    assert not installed.is_symlink()
    assert list((home / "rimlight" / "demo").glob("store.db"))


def shown(log):
    return log.read_text().count('"event": "screen_shown"') if log.exists() else 0


def wait_for(happens, console):
    end = time.monotonic() + PATIENCE_S
    while not happens():
        assert console.poll() is None, console.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.1)
