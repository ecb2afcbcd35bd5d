"""The one way in for a picture of a specimen: a file from a folder, or bytes that were kept; size before content, content before decoding."""

from __future__ import annotations

from pathlib import Path

from devices.radiographs.dicom import is_dicom, read_dicom
from devices.radiographs.photo import is_photo, read_photo
from devices.radiographs.radiograph import MOST_BYTES, Radiograph, refused

SUFFIXES = frozenset({".dcm", ".dic", ".dicom", ".png", ".jpg", ".jpeg", ""})


def newest_pictures(folder: Path, most: int = 6) -> tuple[Path, ...]:
    """The newest files in `folder` that could be pictures, newest first; none where there is no such folder."""
    try:
        files = [(path.stat().st_mtime, path) for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    except OSError:
        return ()
    return tuple(path for _, path in sorted(files, reverse=True)[:most] if not path.name.startswith("."))


def content_of(path: Path) -> bytes:
    """The bytes of a file that is not too large; the refusal does not repeat its name."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise refused(f"The file has {size >> 20} MB; at most {MOST_BYTES >> 20} fit.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise refused("The file cannot be read; copy it again.") from None
    if len(content) != size:
        raise refused("The file is still being written; try again once it is whole.")
    return content


def read_radiograph(content: bytes) -> Radiograph:
    """The picture in these bytes."""
    if len(content) > MOST_BYTES:
        raise refused(f"The file has {len(content) >> 20} MB; at most {MOST_BYTES >> 20} fit.")
    if is_photo(content):
        return read_photo(content)
    if is_dicom(content):
        return read_dicom(content)
    raise refused("This is neither a DICOM file nor a PNG or JPEG picture.")
