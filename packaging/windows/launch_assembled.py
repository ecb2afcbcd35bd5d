"""Where a program begins whose tree was assembled from wheels: it keeps the conventions of one that PyInstaller made, then starts in the same way."""

import runpy
import sys
from pathlib import Path

INSIDE = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    sys.dont_write_bytecode = True  # what is not on the list of what was shipped would be noticed
    sys.frozen = True  # type: ignore[attr-defined] # children are started by `rimlight --multiprocessing-fork`, not by `python -c`
    sys._MEIPASS = str(INSIDE)  # type: ignore[attr-defined] # noqa: SLF001 - where PyInstaller says that files are
    runpy.run_path(str(INSIDE / "app" / "launch.py"), run_name="__main__")
