"""One way in for every system: `python3 make.py run|test|check|…` sets itself up, says what it does, and does it.

It needs nothing but Python 3.11 or newer. On Debian and Ubuntu it installs the system libraries that Qt needs (root or sudo); elsewhere
it says what is missing. The second time it finds everything in place and starts at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

# What Qt's xcb platform loads at run time, and the smallest window system to show a window in.
QT_LIBRARIES = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libx11-xcb1 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 "
    "libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0"
).split()
# What the tests meet: a window system and a finger, power cuts, an archive, a judge of DICOM objects, a GigE Vision camera.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "strace": "strace",
    "Orthanc": "orthanc orthanc-dicomweb",
    "dciodvfy": "dicom3tools",
    "arv-fake-gv-camera-0.8": "aravis-tools gir1.2-aravis-0.8 python3-gi",
}
# What makes installers: for Debian, for others, what judges them, and for Windows the compilers of installers and of small programs.
PACKAGE_PROGRAMS = {
    "readelf": "binutils",
    "dpkg-deb": "dpkg",
    "desktop-file-validate": "desktop-file-utils",
    "groff": "groff-base",
    "rpmbuild": "rpm",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
}
# What the frozen console's parts for other window systems load; the build looks up which package each is in.
PACKAGE_LIBRARIES = (
    "libfreetype6 libwayland-client0 libwayland-cursor0 libxcb-glx0 libxcb-render0 libxcb-sync1 libxcb-xfixes0 libxext6".split()
)
SYSTEM_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])  # servers live where users do not look


def say(text: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"[rimlight] {text}", flush=True)


def call(*command: object, **options: object) -> int:
    """Run a command in the project's folder; its exit status."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False, **options).returncode  # type: ignore[call-overload,no-any-return]


def must(*command: object) -> None:
    """Run a command that everything after it needs."""
    if status := call(*command):
        raise SystemExit(status)


# --- set-up ----------------------------------------------------------------------------------------------------------------------------


def apt_install(packages: list[str]) -> None:
    """Install Debian packages, or say which are missing and go on: the next step then fails with its own reason."""
    apt = shutil.which("apt-get")
    privilege = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if not apt or (privilege and not shutil.which("sudo")):
        say(f"cannot install system packages here; please install: {' '.join(packages)}")
        return
    say(f"installing system packages: {' '.join(packages)}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    call(*privilege, apt, "update", "-qq", **quiet)
    install = [*privilege, apt, "install", "-y", "-qq", "--no-install-recommends"]
    if call(*install, *packages, **quiet):  # one unknown name refuses them all: then one by one
        missing = [package for package in packages if call(*install, package, **quiet)]
        if missing:
            say(f"could not install them; please install by hand: {' '.join(missing)}")
    if "orthanc" in packages and shutil.which("systemctl"):  # the package starts a server; the tests start their own
        call(*privilege, "systemctl", "disable", "--now", "orthanc", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def missing_libraries(needed: list[str] = QT_LIBRARIES) -> list[str]:
    """Debian packages among these (Qt's needs) that are not installed."""
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *needed]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    # Newer Debian and Ubuntu renamed the 64-bit-time libraries; Qt loads them all the same.
    renamed = {"libglib2.0-0": "libglib2.0-0t64"}
    wanted = [name for name in needed if name not in present]
    for old, new in renamed.items():
        if old in wanted and subprocess.run(["apt-cache", "show", new], capture_output=True, check=False).returncode == 0:
            wanted[wanted.index(old)] = new
    return wanted


def set_up(*, testing: bool) -> None:
    """Bring system libraries, the virtual environment and the locked wheels into place; quick when they already are."""
    programs = TEST_PROGRAMS if testing and sys.platform == "linux" else {}
    wanted = [
        package for program, packages in programs.items() if not shutil.which(program, path=SYSTEM_PATH) for package in packages.split()
    ]
    lock = ROOT / "packaging" / ("requirements-dev.txt" if testing else "requirements.txt")
    fingerprint = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"ready-{lock.stem}"
    ready = PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint
    if not ready:
        wanted += missing_libraries()
    if wanted:
        apt_install(wanted)
    if ready:
        return
    if not PYTHON.exists():
        make_environment()
    say(f"installing the locked Python packages ({lock.name}); a minute or two the first time")
    must(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", lock)
    link_project()
    stamp.write_text(fingerprint)


def make_environment() -> None:
    """Create the virtual environment; Ubuntu ships Python without `ensurepip`, so ask for it once."""
    say("creating the virtual environment .venv")
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError):
        apt_install(["python3-venv"])
        venv.create(VENV, with_pip=True, clear=True)


def link_project() -> None:
    """Put this checkout on the environment's path and make the command `rimlight`, without a build step."""
    site = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    )
    (Path(site.stdout.strip()) / "rimlight-checkout.pth").write_text(f"{ROOT}\n")
    if os.name == "nt":
        (SCRIPTS / "rimlight.cmd").write_text('@"%~dp0python.exe" -m console %*\n')
    else:
        script = SCRIPTS / "rimlight"
        script.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m console "$@"\n')
        script.chmod(0o755)


# --- tasks -----------------------------------------------------------------------------------------------------------------------------


def display_works() -> bool:
    """Whether a window can be opened here: asked of Qt itself in a process that may fail."""
    if os.name != "nt" and sys.platform != "darwin" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    probe = "from PyQt5.QtGui import QGuiApplication as A; A([])"
    try:
        return call(PYTHON, "-c", probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=20) == 0
    except subprocess.TimeoutExpired:
        return False


def run() -> int:
    """Open the console on the demo case, or run the whole demo case without a window."""
    set_up(testing=False)
    if display_works():
        say("opening the console on the demo case")
        return call(PYTHON, "-m", "console", "--demo")
    out = Path(os.environ.get("RIMLIGHT_OUT") or ROOT / "out" / "demo")
    say(f"no display here: running the demo case without a window, into {out}")
    return call(PYTHON, "-m", "console", "demo", "--out", out)


def check() -> int:
    """Style, types, arrows, dead code, duplicates."""
    set_up(testing=True)
    packages = ("console", "devices", "algorithms")
    steps = {
        "ruff": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--quiet", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy", "--no-error-summary"],
        "import-linter": [SCRIPTS / "lint-imports", "--no-cache"],
        "pylint (duplicates)": [PYTHON, "-m", "pylint", "--score=n", *packages],
    }
    failed = [name for name, command in steps.items() if not step(name, command)] + ([] if no_dead_code() else ["vulture"])
    say(f"check failed: {', '.join(failed)}" if failed else "check passed")
    return 1 if failed else 0


def step(name: str, command: list[object]) -> bool:
    """One check: quiet when it passes, its whole output when it does not."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{name} found:")
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def no_dead_code() -> bool:
    """Functions, methods, classes and imports that nobody calls, tests included. Fields and enum members are the shape of records, not code."""
    done = subprocess.run([PYTHON, "-m", "vulture"], cwd=ROOT, capture_output=True, text=True, check=False)
    found = [
        line
        for line in done.stdout.splitlines()
        if not line.startswith("tests/") and "unused variable" not in line and "unused attribute" not in line
    ]
    if found:
        say("vulture found:")
        print("\n".join(found), flush=True)
    return not found


def pytest(*arguments: str) -> int:
    """Run tests without a display of their own choosing: those that need one start one."""
    set_up(testing=True)
    with tempfile.TemporaryDirectory(prefix="rimlight-test-") as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": home, "RIMLIGHT_HOME": str(Path(home, "home"))}
        return call(PYTHON, "-m", "pytest", *arguments, env=environment)


def test() -> int:
    """Everything that must hold before a change lands."""
    return check() or pytest("-n", "auto", "-m", "not endurance and not hardware and not package")


def endurance() -> int:
    """The long form of the fault tests: hundreds of kills, thousands of power cuts. Tens of minutes."""
    return pytest("-m", "endurance", "--timeout", "3600")


def screenshots() -> int:
    """Every screen at every size and scaling, in a real window."""
    set_up(testing=True)
    return call(PYTHON, ROOT / "packaging" / "screenshots.py")


def bench() -> int:
    """The benchmarks, each beside its peer."""
    set_up(testing=True)
    return call(PYTHON, "-m", "console", "bench")


def lock() -> int:
    """Resolve the dependencies anew, for every supported system at once, with hashes."""
    set_up(testing=True)
    resolve = [PYTHON, "-m", "uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes", "--custom-compile-command",
               "python3 make.py lock", "pyproject.toml"]  # fmt: skip
    runtime, dev, train = (ROOT / "packaging" / f"requirements{part}.txt" for part in ("", "-dev", "-train"))
    return (
        call(*resolve, "-o", runtime)
        or call(*resolve, "--group", "dev", "-c", runtime, "-o", dev)
        or call(*resolve, "--extra", "train", "-c", dev, "-o", train)
    )


def package() -> int:
    """Installers for hospital PCs into dist/: the .deb is built, installed, tapped, updated and removed here; for Windows, one to try."""
    set_up(testing=True)
    wanted = [name for program, names in PACKAGE_PROGRAMS.items() if not shutil.which(program) for name in names.split()]
    wanted += missing_libraries(PACKAGE_LIBRARIES)
    if sys.platform == "linux" and sys.base_prefix == "/usr":  # PyInstaller needs Python as a shared library
        wanted.append(f"libpython{sys.version_info[0]}.{sys.version_info[1]}")
    if wanted and sys.platform == "linux":
        apt_install(wanted)
    packaging = ROOT / "packaging"
    if os.name == "nt":
        return call("powershell", "-ExecutionPolicy", "Bypass", "-File", packaging / "windows" / "build.ps1")
    return (
        call(PYTHON, packaging / "freeze.py")
        or call(PYTHON, packaging / "linux" / "build.py")
        or call(PYTHON, packaging / "windows" / "assemble.py")
        or pytest("-m", "package", "tests/packaging")
    )


TASKS = {task.__name__: task for task in (run, test, check, bench, screenshots, endurance, package, lock)}


def main() -> int:
    """Run the task named on the command line."""
    if sys.version_info < (3, 11):
        say(f"Rimlight needs Python 3.11 or newer; this is {sys.version.split()[0]}")
        return 2
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    if name not in TASKS:
        say("usage: python3 make.py " + "|".join(TASKS))
        return 2
    return TASKS[name]()


if __name__ == "__main__":
    raise SystemExit(main())
