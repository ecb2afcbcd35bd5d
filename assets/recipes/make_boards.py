"""The boards that the calibration looks at, as pages to print; this script writes them into assets/boards.

A PDF's unit is 1/72 inch, so every square has its true size when the page is printed at 100 %; a line of 50 mm below the
board proves it with a ruler. The same run gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

PAGE_MM = (210.0, 297.0)
PROOF_MM = 50.0
CHECKERS, CHECKER_MM = (10, 7), 5.0
CHARUCO, CHARUCO_MM, MARKER_SHARE = (8, 5), 8.0, 0.75
FOLDER = Path(__file__).resolve().parents[1] / "boards"
Box = tuple[float, float, float, float]  # left, top, width, height from the board's upper left, mm


def checkerboard() -> list[Box]:
    """Its black squares."""
    columns, rows = CHECKERS
    return [
        (column * CHECKER_MM, row * CHECKER_MM, CHECKER_MM, CHECKER_MM)
        for row in range(rows)
        for column in range(columns)
        if (row + column) % 2 == 0
    ]


def charuco() -> list[Box]:
    """The black squares, and the black cells of the markers between them, as OpenCV lays them."""
    cell = 16  # pixels of OpenCV's own drawing a marker's cell: 6 cells a marker, 8 a square
    side = cell * 8
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    board = cv2.aruco.CharucoBoard(CHARUCO, CHARUCO_MM, CHARUCO_MM * MARKER_SHARE, dictionary)
    drawn = np.asarray(board.generateImage((CHARUCO[0] * side, CHARUCO[1] * side)))
    black = drawn[cell // 2 :: cell, cell // 2 :: cell] < 128
    step = CHARUCO_MM / 8
    return [(column * step, row * step, step, step) for row, column in np.argwhere(black).tolist()]


def page(boxes: list[Box], size_mm: tuple[float, float], caption: str) -> bytes:
    """One page with the board in its middle, its name, and the line that proves the scale."""
    left, top = (PAGE_MM[0] - size_mm[0]) / 2, (PAGE_MM[1] - size_mm[1]) / 2 - 30
    lines = ["0 g"]
    lines += [_box(left + x, top + y, width, height) for x, y, width, height in boxes]
    below, start = top + size_mm[1] + 18, (PAGE_MM[0] - PROOF_MM) / 2
    lines += [_box(start, below, PROOF_MM, 0.3), _box(start, below - 2, 0.3, 4.3), _box(start + PROOF_MM - 0.3, below - 2, 0.3, 4.3)]
    for number, words in enumerate((caption, "Print at 100 %, on matt paper. This line is 50 mm: check it with a ruler.")):
        lines.append(f"BT /F1 10 Tf {_pt(start - 30)} {_pt(PAGE_MM[1] - below - 12 - 7 * number)} Td ({words}) Tj ET")
    return _pdf("\n".join(lines).encode("ascii"))


def _box(left: float, top: float, width: float, height: float) -> str:
    """A filled box; PDF counts from the foot of the page."""
    return f"{_pt(left)} {_pt(PAGE_MM[1] - top - height)} {_pt(width)} {_pt(height)} re f"


def _pt(mm: float) -> str:
    return f"{mm * 72 / 25.4:.4f}"


def _pdf(drawing: bytes) -> bytes:
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_pt(PAGE_MM[0])} {_pt(PAGE_MM[1])}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)


def boards() -> dict[str, bytes]:
    """File names and contents."""
    checkers = f"Rimlight checkerboard, {CHECKERS[0]} x {CHECKERS[1]} squares of {CHECKER_MM:g} mm"
    markers = f"Rimlight ChArUco board, {CHARUCO[0]} x {CHARUCO[1]} squares of {CHARUCO_MM:g} mm"
    return {
        f"checkerboard-{CHECKER_MM:g}mm.pdf": page(checkerboard(), (CHECKERS[0] * CHECKER_MM, CHECKERS[1] * CHECKER_MM), checkers),
        f"charuco-{CHARUCO_MM:g}mm.pdf": page(charuco(), (CHARUCO[0] * CHARUCO_MM, CHARUCO[1] * CHARUCO_MM), markers),
    }


def main() -> None:
    """Write them."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in boards().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
