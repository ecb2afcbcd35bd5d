"""How a scan that a scanner pushed comes into its case: one sealed zip with every object as it was received, before anything leaves the inbox.

The objects are numbered in the order of their instances, and their SHA-256 stand beside them (`sha256sum -c`). The zip packs nothing and states no
time, so that the same scan is the same file of the case however often this is begun.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from console.cases.inbox import Inbox, Leaving
from console.cases.model import Asset, CaseFile, Session
from console.cases.service import CaseService
from console.faults import CaseStoreError, Refused, worded

ZIP = "application/zip"
PUSHED = "PET-CT scan as a scanner sent it"  # how the description of the file begins
LIST = "SHA256SUMS"
STAYS = "The PET-CT is signed. Its scan stays sealed in the inbox, and is kept with the case when the case is opened again."
POSIX = 3  # the system that an entry names, the same wherever it was made


def leave(inbox: Inbox, case_id: str, instances: tuple[str, ...]) -> None:
    """Its reading is signed: note on disk that it leaves for its case. `Refused` where even that cannot be; then it waits as before."""
    fresh = Leaving(case_id, tuple(sorted(instances)))
    with _said():
        if all(one.instances != fresh.instances for one in inbox.leaving(case_id)):
            inbox.leave(fresh)


def keep(service: CaseService, session: Session, inbox: Inbox, case_id: str) -> bool:
    """Bring what was noted into its case, then let go of it; whether the case got a file. Harmless twice. Slow: not on a screen's thread."""
    with _said():
        found = [_keep(service, session, inbox, one) for one in inbox.leaving(case_id)]
        return any(asset is not None for asset in found)


def kept(file: CaseFile) -> tuple[Asset, ...]:
    """The scans of a case that were pushed, in the order in which they were kept."""
    return tuple(one for one in file.assets if one.media_type == ZIP and one.description.startswith(PUSHED))


def _keep(service: CaseService, session: Session, inbox: Inbox, leaving: Leaving) -> Asset | None:
    waiting = () if leaving.kept else inbox.waiting(leaving)
    asset = None
    if waiting:
        words = f"{PUSHED}: {len(waiting)} objects"
        asset = service.add_asset_pieces(session, leaving.case_id, lambda: _zipped(inbox, waiting), ZIP, words)
        inbox.leave(replace(leaving, kept=True))  # only now may anything leave
    inbox.gone(leaving)
    return asset


class _Strip:
    """What `zipfile` wrote since it was last asked; it cannot go back in it, so nothing has to be held."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, part: bytes) -> int:
        """One part more."""
        self._held += part
        return len(part)

    def flush(self) -> None:
        """There is nothing below."""

    def close(self) -> None:
        """Nor anything to end."""

    def torn(self) -> bytes:
        """What there is, once."""
        found, self._held = bytes(self._held), bytearray()
        return found


def _zipped(inbox: Inbox, instances: tuple[str, ...]) -> Iterator[bytes]:
    """The zip as it grows: never more than a piece of one object in memory."""
    strip, sums = _Strip(), []
    with zipfile.ZipFile(strip, "w") as archive:
        for number, instance in enumerate(instances, start=1):
            name, whole = f"{number:06d}.dcm", hashlib.sha256()
            with archive.open(_entry(name), "w") as out:
                for piece in inbox.pieces(instance):
                    whole.update(piece)
                    out.write(piece)
                    yield strip.torn()
            sums.append(f"{whole.hexdigest()}  {name}\n")
        archive.writestr(_entry(LIST), "".join(sums))
    yield strip.torn()


def _entry(name: str) -> zipfile.ZipInfo:
    """As it is anywhere and at any time."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = POSIX
    return entry


@contextmanager
def _said() -> Iterator[None]:
    """A failure as one sentence that says where the scan is."""
    try:
        yield
    except (OSError, Refused, CaseStoreError) as error:
        raise Refused(f"{STAYS} {worded(error)}") from error
