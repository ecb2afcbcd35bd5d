"""The watched folder: a scan is told once, when it has stopped growing, and again when something is added to it."""

import pytest

from devices.scanners.watched import WatchedFolder


class Clock:
    """Time that only moves when it is told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def grow(path, content=b"x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(content)


def looked(watch, clock, after):
    clock.now += after
    return watch.poll()


def test_a_scan_is_told_once_it_rests(tmp_path, clock):
    watch = WatchedFolder(tmp_path, 10.0, clock)
    assert watch.poll() == ()
    for at in range(5):
        grow(tmp_path / "scan" / f"{at}")
        assert looked(watch, clock, 4) == ()
    assert watch.waiting() == 1
    assert looked(watch, clock, 9.9 - 4) == ()
    (arrival,) = looked(watch, clock, 10)
    assert arrival.paths == (tmp_path / "scan",)
    assert (arrival.files, arrival.size, watch.waiting()) == (5, 5, 0)
    assert looked(watch, clock, 100) == ()


def test_what_is_added_later_is_told_again(tmp_path, clock):
    watch = WatchedFolder(tmp_path, 10.0, clock)
    watch.poll()
    grow(tmp_path / "scan" / "ct")
    watch.poll()
    assert len(looked(watch, clock, 11)) == 1
    grow(tmp_path / "scan" / "pet")
    assert looked(watch, clock, 1) == ()
    (again,) = looked(watch, clock, 11)
    assert again.files == 2


def test_a_file_that_grows_in_place_is_not_complete(tmp_path, clock):
    watch = WatchedFolder(tmp_path, 10.0, clock)
    watch.poll()
    for _ in range(6):
        grow(tmp_path / "scan.zip", b"PK")
        assert looked(watch, clock, 9) == ()
    assert [each.paths for each in looked(watch, clock, 10)] == [(tmp_path / "scan.zip",)]


def test_what_lay_there_before_is_old(tmp_path, clock):
    grow(tmp_path / "old" / "1")
    watch = WatchedFolder(tmp_path, 10.0, clock)
    assert watch.poll() == ()
    assert looked(watch, clock, 100) == ()
    grow(tmp_path / "old" / "2")
    looked(watch, clock, 1)
    assert len(looked(watch, clock, 10)) == 1


def test_loose_files_are_one_scan_and_two_folders_are_two(tmp_path, clock):
    watch = WatchedFolder(tmp_path, 10.0, clock)
    watch.poll()
    for name in ("a", "b", "one/x", "two/y"):
        grow(tmp_path / name)
    watch.poll()
    assert [len(each.paths) for each in looked(watch, clock, 10)] == [1, 1, 2]


def test_an_unfinished_download_links_and_an_empty_folder_wait(tmp_path, clock):
    watch = WatchedFolder(tmp_path, 10.0, clock)
    watch.poll()
    (tmp_path / "empty").mkdir()
    grow(tmp_path / "scan.part")
    (tmp_path / "everything").symlink_to("/")
    watch.poll()
    assert looked(watch, clock, 1000) == ()
    (tmp_path / "scan.part").rename(tmp_path / "scan")
    watch.poll()
    assert len(looked(watch, clock, 10)) == 1


def test_a_stick_that_is_pulled_and_put_back(tmp_path, clock):
    stick = tmp_path / "stick"
    grow(stick / "scan" / "1")
    watch = WatchedFolder(stick, 10.0, clock)
    watch.poll()
    stick.rename(tmp_path / "away")
    assert looked(watch, clock, 60) == ()
    (tmp_path / "away").rename(stick)
    assert looked(watch, clock, 60) == looked(watch, clock, 60) == ()
