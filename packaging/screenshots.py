"""Every screen at every size and scaling, in a real window under a real X server, into out/screenshots: to be looked at, not only made."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
SCALINGS = (1.0, 1.5, 2.0)
DPI = {1366: 96, 1920: 96, 3840: 163}  # a 14–15" laptop, a 22–24" theatre screen, a 27" 4K screen


def start_server(width: int, height: int) -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb on a display of its own choosing."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-dpi", str(DPI[width]), "-nolisten", "tcp"],
        pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        return server, f":{pipe.readline().strip()}"


def main() -> int:
    """Take them all; 1 when any text is clipped or a target is too small."""
    bad = 0
    for width, height in SIZES:
        server, display = start_server(width, height)
        try:
            for scaling in SCALINGS:
                out = ROOT / "out" / "screenshots" / f"{width}x{height}@{round(scaling * 100)}"
                with tempfile.TemporaryDirectory() as home:
                    environment = {
                        **os.environ,
                        "DISPLAY": display,
                        "QT_QPA_PLATFORM": "xcb",
                        "QT_SCALE_FACTOR": str(scaling),
                        "RIMLIGHT_KEY_PLACE": "file",
                    }
                    status = subprocess.run(
                        [sys.executable, "-m", "console.portraits", home, str(out)], cwd=ROOT, env=environment, check=False
                    ).returncode
                print(f"{out}: {'ok' if status == 0 else 'look here'}", flush=True)
                bad |= status
        finally:
            server.terminate()
            server.wait()
    return bad


if __name__ == "__main__":
    raise SystemExit(main())
