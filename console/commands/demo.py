"""`rimlight demo`: one whole simulated case without a window, through the same services as the window."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import shutil
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from console import __version__, rehearsal
from console.cases import specimen_log
from console.cases.files import write_whole
from console.cases.model import CaseFile, Role
from console.cases.service import CaseService
from console.cases.verdict import judgement_of
from console.faults import Refused
from console.modalities import MODALITIES, evidence_of

NAME = "demo"
SUMMARY = "play one whole simulated case without a window and write report, pictures and exports"
WRITTEN = ("cases", "screens", "exports", "report.pdf", "summary.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder, or that of an earlier demo")
    parser.add_argument(
        "--finding", choices=list(rehearsal.OPERATIONS), default="involved", help="how the knife passed the tumour (involved)"
    )


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Play the case; what was made and where."""
    began = time.perf_counter()
    out: Path = arguments.out.resolve()
    clear(out)
    # The demo's store carries its own key, so that the folder can be moved and thrown away as a whole.
    os.environ["RIMLIGHT_KEY_PLACE"] = "file"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = importlib.import_module("console.process").make_application()  # the report's fonts need it too
    now = datetime.now().astimezone()
    service = CaseService.open(out / "cases")
    try:
        sessions = rehearsal.staff(service)
        file = rehearsal.rehearse(service, sessions[Role.SURGEON], sessions[Role.NURSE], now, rehearsal.OPERATIONS[arguments.finding])
        rehearsal.fill_worklist(service, sessions[Role.SURGEON], now)
        users = service.users()
        report_sha256 = export(service, file, out, now)
    finally:
        service.close()
    application.processEvents()
    screens = importlib.import_module("console.portraits").take(out / "cases", out / "screens")
    summary = {
        "simulated": True,
        "notice": "Simulated data. Research use only.",
        "rimlight": __version__,
        "case_id": file.case.id,
        "rule_set": file.case.rule_set,
        "modalities": [modality.key for modality in MODALITIES],
        "readings": len(file.readings),
        "people": len(users),
        **findings(file),
        "report": str(out / "report.pdf"),
        "report_sha256": report_sha256,
        "screens": [str(path) for path in screens],
        "exports": sorted(str(path) for path in (out / "exports").rglob("*") if path.is_file()),
        "seconds": round(time.perf_counter() - began, 1),
    }
    write_whole(out / "summary.json", json.dumps(summary, indent=2, ensure_ascii=False).encode())
    return {**summary, "summary": str(out / "summary.json")}


def clear(out: Path) -> None:
    """Make room for a demo, but never in a folder that holds anything else."""
    if out.exists() and not out.is_dir():
        raise Refused(f"{out} is a file; the demo needs a folder.")
    present = {path.name for path in out.iterdir()} if out.exists() else set()
    if present and not present <= set(WRITTEN):
        raise Refused(f"{out} holds other things than an earlier demo; choose an empty folder.")
    for name in present:
        shutil.rmtree(out / name) if (out / name).is_dir() else (out / name).unlink()
    (out / "exports").mkdir(parents=True, exist_ok=True)


def export(service: CaseService, file: CaseFile, out: Path, now: datetime) -> str:
    """Everything that leaves the console, each with its trace in the audit trail; the report's SHA-256."""
    exporting, case_export = (importlib.import_module(name) for name in ("console.exporting", "console.exports.case_export"))
    session = rehearsal.staff(service)[Role.SURGEON]
    seen = case_export.sights(service, session, file)
    items = exporting.Exports(service.ledger.home, lambda: now, lambda: None).record_items(service, session, file, seen)
    nobody = case_export.for_research(service, session, [(file, seen)], evidence_of)
    for folder, found in ((out / "exports", items), (out / "exports" / "deidentified", nobody)):
        manifest = exporting.write_items(folder, found, simulated=file.case.simulated)
        service.note_export(session, file.case.id, f"{folder.name}: {len(found)} files", manifest)
    report = next(item.content for item in items if item.name == "report.pdf")
    write_whole(out / "report.pdf", report)
    return hashlib.sha256(report).hexdigest()


def findings(file: CaseFile) -> dict[str, Any]:
    """What the board says."""
    judgement = judgement_of(file, evidence_of(file))
    reading = specimen_log.signed_reading(file, specimen_log.main_specimen(file).id)
    found = specimen_log.centralization_of(reading) if reading else None
    centralization = float(found.centralization_cm) if found else None
    return {"verdict": judgement.status.value, "advice": judgement.advice, "centralization_cm": centralization}
