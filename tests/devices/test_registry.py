"""Addresses: every malformed one is refused in one sentence, before anything is touched."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import AddressRefused, DeviceAbsent
from devices.registry import open_device, opener

GOOD = ["uvc:0", "uvc:12", "gige:192.168.10.2", "gige:Basler-22518470", "pylon:22518470", "rtsp://10.0.0.9/live", "record:/r/a b.rec",
        "video:/films/a b.avi", "visa:TCPIP::10.0.0.7::5001::SOCKET", "visa:TCPIP0::vna.theatre::5001::socket",
        "dicom:PACS@10.0.0.9:104", "dicom:MAIN STORE@pacs.hospital:11112", "dicom:A@[::1]:104", "sim:camera", "sim:vna", " sim:vna "]  # fmt: skip
BAD = ["", "uvc", "uvc:", "uvc:-1", "uvc:1.5", "uvc:999", "video:", "video:  ", "video:a\x00b", "visa:", "visa:TCPIP::host::SOCKET",
       "visa:TCPIP::host::99999::SOCKET", "visa:TCPIP::host::0::SOCKET", "visa:TCPIP::ho st::5001::SOCKET", "visa:GPIB::7::INSTR", "dicom:@host:104",
       "dicom:PACS@host", "dicom:A_TITLE_THAT_IS_TOO_LONG@host:104", "dicom:PACS@host:70000", "dicom:A\\B@host:104", "dicom:  @host:104", "sim:",
       "sim:laser", "http://host", "gige:", "gige:;1", "pylon:", "pylon:a b", "rtsp:", "rtsp:/x", "record:", "record:a\x00", "0:uvc"]  # fmt: skip


@pytest.mark.parametrize("address", GOOD)
def test_good_addresses_are_read_without_touching_anything(address):
    assert callable(opener(address))


@pytest.mark.parametrize("address", BAD)
def test_bad_addresses_are_refused_in_one_sentence(address):
    with pytest.raises(AddressRefused) as refused:
        opener(address)
    assert refused.value.problem.endswith(".")
    assert "\n" not in refused.value.problem


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(address):
    refusal = ""
    try:
        opener(address)
    except AddressRefused as refused:
        refusal = refused.problem
    assert not refusal or refusal.endswith(".")


def test_opening_what_is_not_there_is_absent():
    for address in ("video:/nowhere/film.avi", "uvc:99"):
        with pytest.raises(DeviceAbsent):
            open_device(address)


def test_drivers_are_imported_only_when_an_address_needs_them():
    probe = (
        "import sys; from devices.registry import opener\n"
        f"for address in {GOOD!r}: opener(address)\n"
        "print([name for name in ('cv2', 'pyvisa', 'pynetdicom', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
