"""The turned specimen: faces lie where anatomy puts them, pictures lie on their faces the right way up, and a finger turns it."""

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QMouseEvent
from PyQt5.QtWidgets import QApplication

from algorithms.faces import Face
from algorithms.margins.judgement import judge
from algorithms.margins.rules import RULE_SETS
from algorithms.specimen.cloud import draped, render, rotation, sample
from algorithms.specimen.shape import Drape, Solid, direction, ellipsoid, surface_of_mask, upwards
from console.cases.model import Side
from console.widgets import theme
from console.widgets.scale import Scale
from console.widgets.specimen_view_3d import Shown, SpecimenView3D

GREY, RED, BLUE = (120, 120, 120, 255), (255, 0, 0, 255), (0, 0, 255, 255)


def volume(mesh):
    corners = mesh.points[mesh.triangles].astype(float)
    return np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6


def test_the_ellipsoid_is_closed_turned_outwards_and_as_large_as_its_axes():
    mesh = ellipsoid(48, 62, 31)
    assert volume(mesh) == pytest.approx(np.pi / 6 * 48 * 62 * 31, rel=0.02)
    assert np.ptp(mesh.points, axis=0) == pytest.approx([48, 62, 31], rel=0.01)
    edges = np.sort(np.concatenate([mesh.triangles[:, [0, 1]], mesh.triangles[:, [1, 2]], mesh.triangles[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all()


def test_a_mask_becomes_a_surface_of_its_size():
    z, y, x = np.mgrid[-20:21, -30:31, -25:26]
    mesh = surface_of_mask((z / 15) ** 2 + (y / 25) ** 2 + (x / 20) ** 2 < 1, (1.0, 1.0, 1.0))
    assert np.ptp(mesh.points, axis=0) == pytest.approx([40, 50, 30], abs=2)
    assert np.abs(mesh.points.max(axis=0) + mesh.points.min(axis=0)) == pytest.approx([0, 0, 0], abs=1e-4)
    with pytest.raises(ValueError, match="empty"):
        surface_of_mask(np.zeros((3, 3, 3), bool), (1.0, 1.0, 1.0))


@pytest.mark.parametrize("lateral", [1, -1])
def test_opposite_faces_lie_opposite_and_a_right_breast_is_the_mirror_image(lateral):
    for face in Face:
        out = np.array(direction(face, lateral=lateral))
        assert (out == -np.array(direction(face.opposite, lateral=lateral))).all()
        assert np.dot(upwards(tuple(out)), out) == 0
    assert direction(Face.LATERAL, lateral=lateral) == (lateral, 0, 0)
    assert direction(Face.SUPERIOR, lateral=lateral) == (0, 1, 0)


def test_a_picture_lies_on_its_face_the_right_way_up():
    """Red above, blue below, seen from the front; a second one on the inferior face has its top towards anterior."""
    halves = np.zeros((20, 20, 4), np.uint8)
    halves[:10], halves[10:] = RED, BLUE
    cloud = draped(
        sample(ellipsoid(60, 60, 60), GREY, 8_000),
        (Drape(Face.ANTERIOR, halves, 30, 30, ""), Drape(Face.INFERIOR, halves, 30, 30, "")),
        lateral=1,
    )
    front, below = cloud.points[:, 2] > 27, cloud.points[:, 1] < -27
    red, blue = (cloud.colours[:, 0] == 255), (cloud.colours[:, 2] == 255)
    assert (cloud.points[front & red][:, 1] > 0).all()
    assert (cloud.points[front & blue][:, 1] <= 0).all()
    assert (cloud.points[below & red][:, 2] > 0).all()
    assert (front & red).sum() > 50
    assert not red[cloud.points[:, 2] < 0].any()  # nothing on the back


def test_what_is_nearer_hides_what_is_behind():
    picture = render(sample(ellipsoid(40, 40, 40), GREY, 30_000), rotation(0, 0), 2.0, (120, 120))
    seen = picture[..., 3] > 0
    assert seen.sum() == pytest.approx(np.pi * 40**2, rel=0.06)
    assert seen[60, 60]
    assert not seen[2, 2]
    turned = rotation(0.7, -0.4)
    assert turned @ turned.T == pytest.approx(np.eye(3), abs=1e-6)


def test_a_finger_turns_it_and_without_a_shape_it_says_why(qtbot, qapp):
    theme.load_fonts()
    view = SpecimenView3D(Scale.of(1920, 1080, 96.0))
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.show()
    view.show_specimen(None, "No shape yet.")
    blank = view.grab().toImage()
    solid = Solid(ellipsoid(48, 62, 31), ellipsoid(20, 24, 15, (4, -6, 2)), "axes")
    view.show_specimen(Shown(solid, (), Side.LEFT, judge([], RULE_SETS[0]), "From the axes.", (Face.INFERIOR, "0 mm")))
    first = view.grab().toImage()
    assert first != blank
    qtbot.mousePress(view, Qt.LeftButton, pos=QPoint(200, 150))
    moved = QMouseEvent(QEvent.MouseMove, QPointF(260, 150), Qt.NoButton, Qt.LeftButton, Qt.NoModifier)
    QApplication.sendEvent(view, moved)
    yaw = view.yaw
    qtbot.mouseRelease(view, Qt.LeftButton, pos=QPoint(260, 150))
    assert yaw != pytest.approx(-0.55)
    assert view.grab().toImage() != first
    view.turn(0, 10_000)
    assert view.pitch <= 1.45  # never past the pole, where left and right change places
