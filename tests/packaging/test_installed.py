"""The installed console, not the source: `make package` installs the .deb here, starts it on a real display, taps it, and removes it again.

Runs by `make package` only (-m package): it needs the right to install, and what it leaves behind must be nothing but data.
"""

import json
import os
import shutil
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console import __version__, installation, updates
from console.cases import migrations, opening
from console.cases.service import CaseService
from tests.touch.hand import display

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = Path("/opt/rimlight/versions")
PROGRAM = Path("/opt/rimlight/current/rimlight")
NEXT = "9999.0.0"
PATIENCE_S = 180.0
RAIL_X, SCREEN = 64, (1920, 1080)
pytestmark = [
    pytest.mark.package, pytest.mark.timeout(1800),
    pytest.mark.skipif(not shutil.which("apt-get") or os.geteuid() != 0, reason="installs a Debian package"),
    pytest.mark.skipif(not (ROOT / "dist" / f"rimlight_{__version__}_amd64.deb").exists(), reason="make package has not built one"),
]  # fmt: skip


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def installed():
    done = run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "--reinstall", "--allow-downgrades", packaged())
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


@pytest.fixture(scope="module")
def store(home):
    """One with a user and nothing else, where the surroundings say that it is."""
    CaseService.open(home / "rimlight").close()
    return home / "rimlight"


@pytest.fixture(scope="module")
def newer_package(installed, tmp_path_factory):
    """The same program as the next version, as Debian's tools make it."""
    root = tmp_path_factory.mktemp("newer") / "root"
    assert run("dpkg-deb", "-R", packaged(), root).returncode == 0
    (root / "opt/rimlight/versions" / __version__).rename(root / "opt/rimlight/versions" / NEXT)
    (root / f"opt/rimlight/versions/{__version__}.packaged").rename(root / f"opt/rimlight/versions/{NEXT}.packaged")
    for name in ("control", "postinst"):
        path = root / "DEBIAN" / name
        path.write_text(path.read_text().replace(__version__, NEXT))
    target = root.parent / f"rimlight_{NEXT}_amd64.deb"
    assert run("dpkg-deb", "--root-owner-group", "-Znone", "--build", root, target).returncode == 0
    shutil.rmtree(root)
    yield target
    target.unlink()


@pytest.fixture
def update_of(installed, tmp_path):
    """Makes a signed update of the installed program after something was done to a copy of it."""

    def make(change):
        tree = tmp_path / "tree"
        shutil.copytree(PROGRAM.parent, tree, symlinks=True)
        change(tree)
        installation.write_list(tree)
        target = tmp_path / "next.update"
        updates.make(tree, updates.here(NEXT), makers_key(), target)
        shutil.rmtree(tree)
        return target

    yield make
    shutil.rmtree(tmp_path)


def fails_at(command):
    """A version that is nothing but its answers: fit for everything but one command."""

    def change(tree):
        shutil.rmtree(tree / "_internal")
        (tree / "_internal" / "assets").mkdir(parents=True)
        answers = f'#!/bin/sh\nif [ "$1" = {command} ]; then echo "{{\\"fit\\": false}}"; exit 2; fi\necho "{{\\"fit\\": true}}"\n'
        (tree / "rimlight").unlink()
        (tree / "rimlight").write_text(answers)
        (tree / "rimlight").chmod(0o755)

    return change


def makers_key():
    path = Path(os.environ.get("RIMLIGHT_RELEASE_KEY") or Path.home() / ".config" / "rimlight" / "release.key")
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip()))


def packaged():
    return ROOT / "dist" / f"rimlight_{__version__}_amd64.deb"


def test_the_system_accepts_what_it_is_given(installed):
    manual = run("groff", "-man", "-ww", "-z", ROOT / "packaging" / "linux" / "rimlight.1")
    assert (manual.returncode, manual.stderr) == (0, "")
    if shutil.which("desktop-file-validate"):
        desktop = run("desktop-file-validate", "/usr/share/applications/rimlight.desktop")
        assert (desktop.returncode, desktop.stdout) == (0, "")
    if shutil.which("systemd-analyze"):
        unit = run("systemd-analyze", "verify", "--user", "/usr/lib/systemd/user/rimlight-kiosk.service", env={"XDG_RUNTIME_DIR": "/tmp"})
        assert (unit.returncode, unit.stderr) == (0, "")


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


def test_an_upgrade_in_place_moves_to_the_new_version_and_leaves_no_old_one(installed, surroundings, newer_package):
    done = run("dpkg", "--install", newer_package)
    assert done.returncode == 0, done.stderr
    assert PROGRAM.resolve().parent.name == NEXT
    assert [path.name for path in VERSIONS.iterdir() if path.is_dir()] == [NEXT]
    assert run(installed, "check", env=surroundings).returncode == 0
    assert run("apt-get", "install", "-y", "-qq", "--allow-downgrades", packaged()).returncode == 0
    assert PROGRAM.resolve().parent.name == __version__


@pytest.mark.parametrize(("failing", "said"), [("check", "does not pass its self-test"), ("update", "are as they were")])
def test_an_update_that_fails_its_self_test_leaves_everything_as_it_was(installed, surroundings, store, update_of, failing, said):
    done = run(installed, "update", update_of(fails_at(failing)), "--home", store, env=surroundings)
    assert done.returncode == 2
    assert said in done.stderr
    assert [path.name for path in VERSIONS.iterdir() if path.is_dir()] == [__version__]
    assert run(installed, "verify", env=surroundings).returncode == 0
    CaseService.open(store).close()  # for writing


def test_an_update_takes_over_and_goes_back(installed, surroundings, store, update_of):
    package = update_of(lambda tree: None)
    changed = bytearray(package.read_bytes())
    changed[len(changed) // 2] ^= 1
    (package.parent / "changed.update").write_bytes(changed)
    assert "not signed by a maker" in run(installed, "update", package.parent / "changed.update", env=surroundings).stderr
    done = run(installed, "update", package, "--home", store, "--json", env=surroundings)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["before"], told["after"], PROGRAM.resolve().parent.name) == (__version__, NEXT, NEXT)
    assert Path(told["backup"]).exists()
    assert run(installed, "check", env=surroundings).returncode == 0
    assert run(installed, "update", "--rollback", env=surroundings).returncode == 0
    assert PROGRAM.resolve().parent.name == __version__


def test_a_newer_store_is_read_and_its_first_change_refused_politely(installed, surroundings, store, monkeypatch):
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")

    def future(database):
        database.conn.execute("CREATE TABLE newer (word TEXT) STRICT")

    opening.open_store(store, lambda: datetime.now(UTC), read_only=False, steps=(*migrations.MIGRATIONS, future)).release()
    done = run(installed, "update", "--take-over", "--home", store, "--json", env=surroundings)
    assert done.returncode == 2
    assert any("newer Rimlight" in sentence for sentence in json.loads(done.stdout)["findings"])
    found = run(installed, "check", env=surroundings)
    assert "newer" in found.stdout
    assert "Traceback" not in found.stderr


def test_removal_leaves_the_data_and_says_so(installed, store):
    done = run("dpkg", "--remove", "rimlight")
    assert done.returncode == 0, done.stderr
    assert "stay where they are" in done.stdout
    assert not Path("/opt/rimlight").exists()
    assert not installed.is_symlink()
    assert (store / "store.db").exists()


def shown(log):
    return log.read_text().count('"event": "screen_shown"') if log.exists() else 0


def wait_for(happens, console):
    end = time.monotonic() + PATIENCE_S
    while not happens():
        assert console.poll() is None, console.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.1)
