"""What a self-test found as a page for hospital IT, and as a bundle to send to whoever helps: free of patient data, because only such things go in.

Into the bundle go the page, the same as JSON, and the log, which by its own rules carries no text. Nothing of the store does.
"""

from __future__ import annotations

import html
import json
import zipfile
from pathlib import Path
from typing import Any

from console.faults import Refused

MARKS = {"good": "○ good", "look": "◐ look", "bad": "◆ bad"}
LOGS_BYTES = 64 << 20
NOTE = "Made by rimlight check. It holds the findings and the log; neither carries anything of a patient. Research use only.\n"
_STYLE = "body{font:16px system-ui,sans-serif;max-width:60em;margin:2em auto}td{padding:.4em 1em .4em 0;vertical-align:top}.bad{font-weight:bold}"


def as_text(found: dict[str, Any]) -> str:
    """For a terminal: one line a finding."""
    width = max(len(check["name"]) for check in found["checks"])
    lines = [f"{MARKS[check['state']]}  {check['name']:<{width}}  {check['sentence']}" for check in found["checks"]]
    return "\n".join([*lines, verdict(found)])


def as_page(found: dict[str, Any]) -> str:
    """The same as one HTML file that needs nothing else."""
    rows = "".join(
        f"<tr class={check['state']}><td>{MARKS[check['state']]}<td>{html.escape(check['name'])}<td>{html.escape(check['sentence'])}"
        for check in found["checks"]
    )
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>Rimlight: self-test</title><style>{_STYLE}</style>"
    told = f"<h1>Rimlight: self-test</h1><p>{html.escape(found['at'])}<p><strong>{verdict(found)}</strong>"
    return f"{head}{told}<table>{rows}</table><p>Research use only.</html>\n"


def verdict(found: dict[str, Any]) -> str:
    """In one sentence."""
    looks = sum(check["state"] == "look" for check in found["checks"])
    if not found["fit"]:
        return "Not fit for use: see what is marked bad."
    return f"Fit for use; {looks} deserve a look." if looks else "Fit for use."


def write_page(found: dict[str, Any], target: Path) -> None:
    """As a file."""
    _written(lambda: target.write_text(as_page(found), encoding="utf-8"))


def write_bundle(found: dict[str, Any], home: Path, target: Path) -> None:
    """As a zip file, with the log of the store under `home`."""
    _written(lambda: _pack(found, home, target))


def _pack(found: dict[str, Any], home: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", NOTE)
        bundle.writestr("check.html", as_page(found))
        bundle.writestr("check.json", json.dumps(found, indent=1, ensure_ascii=False))
        room = LOGS_BYTES
        for path in sorted((home / "log").glob("rimlight.jsonl*")):
            content = path.read_bytes()[:room]
            room -= len(content)
            bundle.writestr(f"log/{path.name}", content)


def _written(write: Any) -> None:
    try:
        write()
    except OSError:
        raise Refused("The file cannot be written there. Choose another place; nothing else was changed.") from None
