"""`rimlight fluorescence` and `rimlight simulate camera`, through the front door: what they say, and what they refuse without writing anything."""

import json
import struct
import zlib

import cv2
import numpy as np
import pytest

from console.__main__ import main

SMALL = ("--rows", "160", "--columns", "200", "--mm-per-pixel", "0.4", "--texture", "0.05", "--glints", "3", "--frames", "10")


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Before a resection, after a clean one, and after none was needed."""
    base = tmp_path_factory.mktemp("scenes")
    assert main(["simulate", "camera", "--out", str(base / "before"), *SMALL]) == 0
    assert main(["simulate", "camera", "--out", str(base / "after"), *SMALL, "--resected"]) == 0
    return base


@pytest.fixture
def place(scenes, tmp_path):
    """A copy of the first frames and their calibration, to spoil."""
    for name in ("frame-0000.png", "frame-0001.png", "calibration.toml", "dark.png", "flat.png", "ambient.png"):
        (tmp_path / name).write_bytes((scenes / "before" / name).read_bytes())
    return tmp_path


def frames(folder):
    return [str(path) for path in sorted(folder.glob("frame-*.png"))]


def run(capsys, *arguments):
    capsys.readouterr()
    try:
        status = main(["fluorescence", *map(str, arguments), "--json"])
    except SystemExit as leaving:
        status = leaving.code
    out, err = capsys.readouterr()
    return status, out, err


def found(capsys, *arguments):
    status, out, err = run(capsys, *arguments)
    assert (status, err) == (0, "")
    assert out.count("\n") == 1
    return json.loads(out)


def calibrated(folder):
    return [*frames(folder), "--calibration", folder / "calibration.toml"]


def test_what_glows_is_found_where_it_is_and_drawn(capsys, scenes, tmp_path):
    result = found(capsys, *calibrated(scenes / "before"), "--overlay", tmp_path / "o.png")
    truth = json.loads((scenes / "before" / "truth.json").read_text(encoding="utf-8"))["scene"]["deposits"][0]
    region = result["regions"][0]
    assert (result["verdict"], result["simulated"], result["frames"]) == ("signal", True, 10)
    x, y = region["centroid_mm"]
    assert abs(x - (truth["x_mm"] + 199 * 0.2)) < 1
    assert abs(y - (truth["y_mm"] + 159 * 0.2)) < 1
    row, column = region["centroid_px"]
    assert (row * 0.4, column * 0.4) == pytest.approx((y, x), abs=0.01)
    assert region["signal_to_background"] > 1.5
    assert region["contrast_to_noise"] > 3
    assert region["major_mm"] >= region["minor_mm"] > 4
    assert 0 < result["false_alarm_per_frame"] <= 1e-4
    assert cv2.imread(str(tmp_path / "o.png"), cv2.IMREAD_UNCHANGED).shape == (160, 200, 4)


def test_after_a_clean_resection_nothing_is_left_of_the_reference(capsys, scenes):
    result = found(capsys, *calibrated(scenes / "after"), "--reference", scenes / "before" / "frame-0003.png")
    assert (result["verdict"], result["regions"]) == ("clear", [])
    assert result["comparison"]["remaining_light"] == 0
    assert "Sees signal from" in result["validity"]


def test_one_stack_in_every_container_says_the_same(capsys, scenes, tmp_path):
    pictures = [cv2.imread(name, cv2.IMREAD_UNCHANGED) for name in frames(scenes / "before")]
    np.save(tmp_path / "stack.npy", np.stack(pictures))
    assert cv2.imwritemulti(str(tmp_path / "stack.tif"), pictures)
    for name in ("stack.npy", "stack.tif"):
        result = found(capsys, tmp_path / name, "--calibration", scenes / "before" / "calibration.toml")
        assert result["frames"] == 10
        assert result["regions"] == found(capsys, *calibrated(scenes / "before"))["regions"]


@pytest.mark.parametrize("style", ["lime", "heat", "contour"])
def test_every_style_draws(capsys, scenes, tmp_path, style):
    target = tmp_path / "o.png"
    found(capsys, *calibrated(scenes / "before"), "--overlay", target, "--style", style)
    picture = cv2.imread(str(target), cv2.IMREAD_UNCHANGED)[..., :3].astype(int)
    assert np.ptp(picture, axis=2).max() > 30


def test_without_a_calibration_it_cannot_judge(capsys, scenes):
    result = found(capsys, *frames(scenes / "before"))
    assert (result["verdict"], result["hindrance"], result["regions"]) == ("indeterminate", "uncalibrated", [])


def test_a_video_needs_an_eight_bit_calibration(capsys, tmp_path):
    noise = np.random.default_rng(1).integers(60, 90, (10, 120, 160), dtype=np.uint8)
    writer = cv2.VideoWriter(str(tmp_path / "v.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 25, (160, 120))
    for frame in noise:
        writer.write(cv2.cvtColor(frame, cv2.COLOR_GRAY2BGR))
    writer.release()
    (tmp_path / "c.toml").write_text("mm_per_pixel = 0.4\nbit_depth = 8\n", encoding="utf-8")
    assert found(capsys, tmp_path / "v.avi", "--calibration", tmp_path / "c.toml")["frames"] == 10
    (tmp_path / "c.toml").write_text("mm_per_pixel = 0.4\nbit_depth = 12\n", encoding="utf-8")
    assert "12 bits" in run(capsys, tmp_path / "v.avi", "--calibration", tmp_path / "c.toml")[2]


# --- refusals ----------------------------------------------------------------------------------------------------------------------------


def png(rows, columns, bits=16, colour=0, body=b""):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, bits, colour, 0, 0, 0))
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


def tiff(rows, columns, *, next_page=0, bits=16, form=1):
    tags = ((256, 4, columns), (257, 4, rows), (258, 3, bits), (277, 3, 1), (339, 3, form))
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", len(tags)) + body + struct.pack("<I", next_page)


def npy(header, body=b""):
    text = header.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + body


def encoded(array):
    return cv2.imencode(".png", array)[1].tobytes()


BOMB = zlib.compress(b"\0" * 10_000_000)
FRAMES = {
    "empty": b"",
    "text": b"hello, this is not a picture",
    "png signature alone": b"\x89PNG\r\n\x1a\n",
    "png cut in its data": lambda good: good[: len(good) // 2],
    "png without its end": lambda good: good[:-12],
    "png with a flipped bit": lambda good: good[:5000] + bytes([good[5000] ^ 1]) + good[5001:],
    "png that claims 60000 x 60000": png(60_000, 60_000, body=BOMB),
    "png that claims 16000 x 16000": png(16_000, 16_000, body=BOMB),
    "png whose data end early": png(160, 200, body=zlib.compress(b"\0" * 100)),
    "png of 1 bit": png(160, 200, bits=1, body=zlib.compress(b"\0" * 26 * 160)),
    "png in colour": encoded(np.zeros((160, 200, 3), np.uint8)),
    "png of another size": encoded(np.zeros((150, 200), np.uint16)),
    "png of 8 bits": encoded(np.zeros((160, 200), np.uint8)),
    "png of 4 x 4": encoded(np.zeros((4, 4), np.uint16)),
    "png beyond the bit depth": encoded(np.full((160, 200), 60_000, np.uint16)),
    "tiff cut short": b"II*\x00\x08\x00",
    "tiff whose pages run in a circle": tiff(160, 200, next_page=8),
    "tiff bomb": tiff(60_000, 60_000),
    "tiff without data": tiff(160, 200),
    "tiff of floats": tiff(160, 200, bits=32, form=3),
    "tiff pointing past its end": b"II*\x00" + struct.pack("<I", 1 << 30),
    "npy of floats": npy("{'descr': '<f8', 'fortran_order': False, 'shape': (160, 200), }", b"\0" * 8 * 32_000),
    "npy of objects": npy("{'descr': '|O', 'fortran_order': False, 'shape': (160, 200), }", b"\x80\x04N."),
    "npy cut short": npy("{'descr': '<u2', 'fortran_order': False, 'shape': (160, 200), }", b"\0" * 100),
    "npy bomb": npy("{'descr': '<u2', 'fortran_order': False, 'shape': (1000000, 160, 200), }"),
    "npy of negative size": npy("{'descr': '<u2', 'fortran_order': False, 'shape': (-160, 200), }"),
    "npy in four dimensions": npy("{'descr': '<u2', 'fortran_order': False, 'shape': (1, 1, 160, 200), }", b"\0" * 64_000),
    "npy of no frames": npy("{'descr': '<u2', 'fortran_order': False, 'shape': (0, 160, 200), }"),
    "npy with a header that is code": npy("__import__('os').system('true')"),
    "avi without frames": b"RIFF\x24\x00\x00\x00AVI LIST" + b"\0" * 64,
    "mp4 header alone": b"\x00\x00\x00\x18ftypmp42" + b"\0" * 40,
}


@pytest.mark.parametrize("name", list(FRAMES))
def test_a_frame_that_cannot_be_is_refused_in_one_line_and_nothing_is_written(capsys, place, name):
    good, spoiled = (place / "frame-0000.png").read_bytes(), FRAMES[name]
    (place / "frame-0001.png").write_bytes(spoiled(good) if callable(spoiled) else spoiled)
    refused(capsys, place, *frames(place), "--calibration", place / "calibration.toml")


def refused(capsys, place, *arguments, said=""):
    before = sorted(path.name for path in place.iterdir())
    status, out, err = run(capsys, *arguments, "--overlay", place / "overlay.png")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert said in err
    assert sorted(path.name for path in place.iterdir()) == before


CALIBRATIONS = {
    "not TOML": ("mm_per_pixel = ", "mm_per_pixel ! "),
    "no scale": ("mm_per_pixel", "mm_per_inch"),
    "a scale of zero": ("mm_per_pixel = 0.4", "mm_per_pixel = 0.0"),
    "a negative scale": ("mm_per_pixel = 0.4", "mm_per_pixel = -0.4"),
    "a scale of metres": ("mm_per_pixel = 0.4", "mm_per_pixel = 400"),
    "a scale that is no number": ("mm_per_pixel = 0.4", "mm_per_pixel = nan"),
    "a scale that is a word": ("mm_per_pixel = 0.4", 'mm_per_pixel = "0.4"'),
    "no bit depth": ("bit_depth", "depth"),
    "99 bits": ("bit_depth = 12", "bit_depth = 99"),
    "half a bit": ("bit_depth = 12", "bit_depth = 11.5"),
    "true bits": ("bit_depth = 12", "bit_depth = true"),
    "fewer bits than its frames": ("bit_depth = 12", "bit_depth = 8"),
    "a dark frame that is missing": ("dark.png", "missing.png"),
    "a dark frame elsewhere": ('"dark.png"', '"../dark.png"'),
    "a dark frame that is the folder": ('"dark.png"', '"."'),
    "a flat frame that is dark": ('"flat.png"', '"dark.png"'),
    "a flat frame that is a number": ('flat = "flat.png"', "flat = 7"),
    "a negative gain": ("gain_e_per_dn = 2.5", "gain_e_per_dn = -2.5"),
    "an infinite noise": ("read_noise_e = 4.0", "read_noise_e = inf"),
    "an impossible flip": ('flip = "none"', 'flip = "sideways"'),
}


@pytest.mark.parametrize("name", list(CALIBRATIONS))
def test_an_absurd_calibration_is_refused(capsys, place, name):
    path = place / "calibration.toml"
    old, new = CALIBRATIONS[name]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    refused(capsys, place, place / "frame-0000.png", "--calibration", path)


@pytest.mark.parametrize(
    ("note", "said"), [("exposure_ms = 10", "exposure"), ("gain_db = 6", "gain"), ('flip = "both"', "flip"), ("oops", "TOML")]
)
def test_a_reference_of_another_camera_state_is_refused(capsys, place, note, said):
    (place / "reference.png").write_bytes((place / "frame-0001.png").read_bytes())
    (place / "reference.toml").write_text(note, encoding="utf-8")
    calibration = place / "calibration.toml"
    refused(capsys, place, place / "frame-0000.png", "--calibration", calibration, "--reference", place / "reference.png", said=said)


@pytest.mark.parametrize("turn", [1, 0, -1])
def test_a_mirrored_reference_is_noticed_without_being_told(capsys, place, turn):
    picture = cv2.imread(str(place / "frame-0001.png"), cv2.IMREAD_UNCHANGED)
    cv2.imwrite(str(place / "reference.png"), cv2.flip(picture, turn))
    calibration = place / "calibration.toml"
    refused(capsys, place, place / "frame-0000.png", "--calibration", calibration, "--reference", place / "reference.png", said="mirrored")


def test_what_is_not_there_and_what_would_be_overwritten(capsys, place):
    calibration = place / "calibration.toml"
    refused(capsys, place, place / "nowhere.png", "--calibration", calibration)
    refused(capsys, place, place, "--calibration", calibration)
    refused(capsys, place, place / "frame-0000.png", "--calibration", place / "nowhere.toml")
    refused(capsys, place, place / "frame-0000.png", "--reference", place / "frame-0001.png", said="--calibration")
    assert run(capsys, place / "frame-0000.png", "--overlay", place / "frame-0000.png")[0] == 2
    assert run(capsys, place / "frame-0000.png", "--overlay", place / "o.jpg")[0] == 2
    assert run(capsys, place / "frame-0000.png", "--overlay", place / "no" / "o.png")[0] == 2


@pytest.mark.parametrize(
    "extra", [["--frames", "0"], ["--rows", "9"], ["--mm-per-pixel", "nan"], ["--resected", "9"], ["--spot", "0", "0", "0", "1"]]
)
def test_a_scene_that_cannot_be_is_refused(capsys, tmp_path, extra):
    assert main(["simulate", "camera", "--out", str(tmp_path / "new"), *extra]) == 2
    assert not (tmp_path / "new").exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_with_something_in_it_is_left_alone(place):
    assert main(["simulate", "camera", "--out", str(place), *SMALL]) == 2


def test_the_benchmark_measures_every_size(capsys, monkeypatch):
    monkeypatch.setattr("console.commands.bench_fluorescence.SIZES", {"small": (128, 160, 0.5)})
    assert main(["bench", "fluorescence", "--rounds", "3", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)["sizes"]["small"]
    assert measured["glows_found"] >= 1
    assert measured["ours"]["median_ms"] > 0
