"""Archives in trouble, whole: a disk that is full and then is not, and lines that only certificates open, from the queue to the promise."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from console.cases.outbox import DeliveryState
from console.hospital import Hospital
from console.settings import Settings
from tests.console.hospital.test_hospital import exported, states
from tests.devices.pacs import orthanc
from tests.devices.pacs.test_send import wait_for

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
ROOM_KB = 512


def small_disk(folder: Path) -> bool:
    """A disk of its own for this folder; whether this account may make one."""
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", f"size={ROOM_KB}k", "tmpfs", folder], capture_output=True, check=False)
    return bool(made) and made.returncode == 0


@pytest.fixture
def cramped(tmp_path):
    """An archive whose pictures lie on a disk that is full."""
    archive = orthanc.make(tmp_path / "cramped")
    disk = tmp_path / "cramped" / "pictures"
    disk.mkdir()
    if not small_disk(disk):
        pytest.skip("Only an administrator can make a small disk.")
    settings = (archive.folder / "orthanc.json").read_text()
    (archive.folder / "orthanc.json").write_text(settings.replace(str(tmp_path / "cramped" / "storage"), str(disk), 1))
    filler = disk / "filler"
    filler.write_bytes(b"\0" * (ROOM_KB - 12) * 1024)
    try:
        archive.start()
        yield archive, filler
    finally:
        archive.stop()
        subprocess.run(["umount", disk], check=True)


def opened(theatre, **chosen):
    settings = Settings(**chosen)
    return Hospital(theatre.home, theatre.service, lambda: settings, theatre.clock)


def test_a_full_disk_at_the_archive_costs_nothing(theatre, cramped):
    archive, filler = cramped
    hospital = opened(theatre, pacs=f"dicom:ARCHIVE@127.0.0.1:{archive.dicom_port}", listen=f"dicom:{archive.console_port}")
    case = theatre.case()
    hospital.start()
    try:
        sent = hospital.send(theatre.surgeon, case.id, exported())
        wait_for(lambda: any(one.detail for one in theatre.service.deliveries(theatre.surgeon, case.id)))
        assert DeliveryState.QUEUED in states(theatre, case.id) or DeliveryState.SENDING in states(theatre, case.id)
        filler.unlink()
        for one in theatre.service.deliveries(theatre.surgeon, case.id):
            if one.state is DeliveryState.REFUSED:  # this archive does not say why; a person sends it again
                theatre.service.send_again(theatre.surgeon, one.id)
        hospital.queue.wake(at_once=True)
        wait_for(lambda: states(theatre, case.id) == [DeliveryState.CONFIRMED] * 4)
    finally:
        assert hospital.stop()
    assert set(archive.instances()) == {one.names.instance for one in sent}
    assert archive.arrivals() == 4


def test_from_the_queue_to_the_promise_over_tls_both_ways(theatre, tmp_path, certificates):
    archive = orthanc.make(tmp_path / "secure", certificates=certificates["archive"])
    archive.start()
    hospital = opened(
        theatre, pacs=f"dicoms:ARCHIVE@127.0.0.1:{archive.dicom_port}", certificates=str(certificates["console"]),
        listen=f"dicoms:{archive.console_port}",
    )  # fmt: skip
    case = theatre.case()
    try:
        hospital.start()
        assert not hospital.trouble
        hospital.send(theatre.surgeon, case.id, exported()[:2])
        wait_for(lambda: states(theatre, case.id) == [DeliveryState.CONFIRMED] * 2)
    finally:
        assert hospital.stop()
        archive.stop()
    assert not any(one.detail for one in theatre.service.deliveries(theatre.surgeon, case.id))
