"""Assembles a Windows tree on Linux from the lock's win_amd64 wheels, and packs it with makensis: to try code and installer where no Windows is.

Wheels of the lock come by uv with their hashes. Python's own library for Windows comes out of a wheel that carries it (panda3d; nothing else of it is
used), the standard library's Python files from the interpreter that runs this. A release is built on Windows by build.ps1 and PyInstaller instead.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from freeze import BUILD, keep_keys  # noqa: E402 - the folder above holds it
from project import ROOT, project, say, version  # noqa: E402

from console import installation  # noqa: E402

WORK = BUILD / "windows"
TREE = WORK / "tree"
INSIDE = TREE / "_internal"
PYTHON_WHEEL = ("panda3d==1.10.16", "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82")
PYTHON_FILES = ("python311.dll", "VCRUNTIME140.dll", "libcrypto-3.dll", "libssl-3.dll", "libffi-8.dll", "sqlite3.dll")
NOT_OF_PYTHON = ("_tkinter.pyd", "winsound.pyd", "_msi.pyd")
# What Microsoft's compiler adds to Python and to C++ libraries; each from the wheel that carries the newest.
RUNTIMES = {"vcruntime140_1.dll": "PyQt5/Qt5/bin/vcruntime140_1.dll", "msvcp140.dll": "pyarrow.libs/msvcp140-*.dll"}
# Parts of wheels that have no use here; the reasons are those of rimlight.spec.
QT_KEPT = ("Core", "Gui", "Widgets", "Svg", "WinExtras")
QT_PLUGINS = ("platforms", "styles", "imageformats", "iconengines")
LEFT_OUT = (
    "pip", "networkx", "bin", "pyarrow/include", "pyarrow/src", "pyarrow/tests", "pyarrow/arrow_flight.dll", "pyarrow/arrow_s3.dll",
    "PyQt5/bindings", "PyQt5/uic", "PyQt5/Qt5/qml", "PyQt5/Qt5/translations", "PyQt5/Qt5/qsci", "onnxruntime/tools",
    "onnxruntime/transformers", "onnxruntime/quantization", "pydicom/data/test_files",
)  # fmt: skip
SUFFIXES_LEFT_OUT = frozenset({".lib", ".pdb", ".h", ".hpp", ".pxd", ".pyx", ".pxi", ".c", ".cpp"})
TESTS = frozenset({"tests", "benchmarks"})
STANDARD_LEFT_OUT = frozenset({"test", "tests", "site-packages", "tkinter", "idlelib", "turtledemo", "ensurepip", "lib2to3", "pydoc_data", "curses",
                               "__pycache__", "lib-dynload"})  # fmt: skip
PATHS = "python311.zip\n.\nsite-packages\napp\n"


def fetch() -> None:
    """Every wheel of the lock for Windows, and Python itself, all by hash."""
    site = INSIDE / "site-packages"
    run(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python-platform", "x86_64-pc-windows-msvc", "--python-version",
        "3.11", "--target", site, "--require-hashes", "--only-binary", ":all:", "--link-mode", "copy", "-r",
        ROOT / "packaging" / "requirements.txt")  # fmt: skip
    named = WORK / "python.txt"
    named.write_text(f"{PYTHON_WHEEL[0]} --hash=sha256:{PYTHON_WHEEL[1]}\n")
    run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--platform", "win_amd64", "--python-version", "3.11",
        "--only-binary", ":all:", "--dest", WORK, "-r", named)  # fmt: skip
    with zipfile.ZipFile(next(WORK.glob("panda3d*.whl"))) as wheel:
        for name in wheel.namelist():
            place, file = name.rpartition("/")[::2]
            if place == "deploy_libs" and (file in PYTHON_FILES or (file.endswith(".pyd") and file not in NOT_OF_PYTHON)):
                (INSIDE / file).write_bytes(wheel.read(name))


def stable_names() -> None:
    """`python3.dll`, which Python's installer would bring: every name of the real library, sent on to it. Wheels for any Python 3 ask for it."""
    listed = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", INSIDE / "python311.dll"], capture_output=True, text=True, check=True
    ).stdout
    names = re.findall(
        r"^\s+\[\s*\d+\]\s(?:\+base\[.*\]\s+\w+\s)?(_?Py\w+)$", listed.partition("[Ordinal/Name Pointer] Table")[2], re.MULTILINE
    )
    definition = WORK / "python3.def"
    definition.write_text("LIBRARY python3.dll\nEXPORTS\n" + "".join(f"{name}=python311.{name}\n" for name in names))
    run("x86_64-w64-mingw32-gcc", "-shared", "-nostdlib", "-Wl,--entry=0", "-s", "-o", INSIDE / "python3.dll", definition)


def runtimes() -> None:
    """Microsoft's, under the names by which the loader looks for them."""
    for name, place in RUNTIMES.items():
        shutil.copy2(next((INSIDE / "site-packages").glob(place)), INSIDE / name)


def trim() -> None:
    """Leave out what the console does not use."""
    site = INSIDE / "site-packages"
    for name in LEFT_OUT:
        path = site / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    qt = site / "PyQt5" / "Qt5"
    for path in [*(qt / "bin").glob("Qt5*.dll"), *site.glob("PyQt5/Qt*.pyd")]:
        if not any(path.stem in {f"Qt5{part}", f"Qt{part}"} for part in QT_KEPT):
            path.unlink()
    for name in ("opengl32sw.dll", "d3dcompiler_47.dll", "libeay32.dll", "ssleay32.dll", "libssl-1_1-x64.dll", "libcrypto-1_1-x64.dll"):
        (qt / "bin" / name).unlink(missing_ok=True)
    for folder in [folder for folder in (qt / "plugins").iterdir() if folder.name not in QT_PLUGINS]:
        shutil.rmtree(folder)
    for folder in [folder for folder in site.rglob("*") if folder.is_dir() and folder.name in TESTS]:
        shutil.rmtree(folder, ignore_errors=True)
    for path in [path for path in site.rglob("*") if path.suffix in SUFFIXES_LEFT_OUT]:
        path.unlink()


def standard_library() -> None:
    """Its Python files as one archive."""
    source = Path(sysconfig.get_path("stdlib"))
    with zipfile.ZipFile(INSIDE / "python311.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(source.rglob("*.py")):
            relative = path.relative_to(source)
            if not STANDARD_LEFT_OUT & set(relative.parts) and not relative.name.startswith("_sysconfigdata"):
                archive.write(path, relative.as_posix())
    (INSIDE / "python311._pth").write_text(PATHS)


def own_files() -> None:
    """Our packages, assets, the cameras' children as plain files, licences, and the two ways in."""
    app, quiet = INSIDE / "app", shutil.ignore_patterns("__pycache__", "recipes")
    for name in ("console", "devices", "algorithms"):
        shutil.copytree(ROOT / name, app / name, ignore=quiet)
    shutil.copytree(ROOT / "assets", INSIDE / "assets", ignore=quiet)
    shutil.copytree(ROOT / "devices" / "cameras" / "children", INSIDE / "drivers" / "devices" / "cameras" / "children", ignore=quiet)
    for name in ("devices/__init__.py", "devices/cameras/__init__.py"):
        shutil.copy2(ROOT / name, INSIDE / "drivers" / name)
    for path in (ROOT / "packaging" / "launch.py", HERE / "launch_assembled.py"):
        shutil.copy2(path, app)
    shutil.copy2(ROOT / "LICENSE", INSIDE)
    keep_keys(INSIDE)


def ways_in() -> None:
    """The two programs, with icon and version."""
    numbers = ",".join([*version().split("."), "0"])
    resource = WORK / "rimlight.res"
    run("x86_64-w64-mingw32-windres", f"-DRIMLIGHT_NUMBERS={numbers}", f'-DRIMLIGHT_VERSION=\\"{version()}\\"', "-I", BUILD, HERE / "rimlight.rc",
        "-O", "coff", resource)  # fmt: skip
    for name, options in (("rimlight", ()), ("rimlight-window", ("-DWINDOWED", "-mwindows"))):
        run(
            "x86_64-w64-mingw32-gcc",
            "-Os",
            "-s",
            "-Wall",
            "-Wextra",
            *options,
            "-o",
            TREE / f"{name}.exe",
            HERE / "launcher.c",
            resource,
            "-lshell32",
        )


def pack() -> None:
    """The installer."""
    target = ROOT / "dist" / f"rimlight-{version()}-setup.exe"
    target.parent.mkdir(exist_ok=True)
    run("makensis", "-V2", "-DCOMPRESSOR=zlib", f"-DVERSION={version()}", f"-DTREE={TREE}", f"-DICON={BUILD / 'rimlight.ico'}",
        f"-DLICENCE={ROOT / 'LICENSE'}", f"-DPUBLISHER={project().publisher}", f"-DOUT={target}", HERE / "rimlight.nsi")  # fmt: skip
    say(f"{target.name}: {target.stat().st_size / 1e6:.0f} MB, assembled from wheels on Linux")


def run(*command: object) -> None:
    """A tool that everything after it needs."""
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)


def main() -> None:
    """From wheels to installer."""
    shutil.rmtree(WORK, ignore_errors=True)
    INSIDE.mkdir(parents=True)
    say("assembling a Windows tree from the lock's wheels")
    fetch()
    stable_names()
    runtimes()
    trim()
    standard_library()
    own_files()
    ways_in()
    installation.write_list(INSIDE / "assets")
    files = installation.write_list(TREE)
    say(f"{TREE}: {files} files, {sum(path.stat().st_size for path in TREE.rglob('*') if path.is_file()) / 1e6:.0f} MB")
    pack()


if __name__ == "__main__":
    main()
