import xml.etree.ElementTree as ET

import numpy as np
import pytest

from matinee.index.title import TONE_AXES
from matinee.index.tone.calibration import BINS, calibration_points, calibration_svg
from matinee.index.tone.model import Tones


def test_a_perfect_model_lies_on_the_diagonal():
    values = np.linspace(0, 1, 200)
    points = calibration_points(values, values)
    assert points.shape == (BINS, 3)
    assert points[:, 0] == pytest.approx(points[:, 1])


def test_a_model_that_is_always_too_high_lies_below_it():
    true = np.linspace(0, 0.5, 100)
    points = calibration_points(true + 0.3, true)
    assert (points[:, 1] < points[:, 0]).all()


def test_the_plot_has_a_panel_an_axis_and_every_point_inside_it():
    true = np.random.default_rng(0).random((300, len(TONE_AXES)))
    root = ET.fromstring(calibration_svg(Tones(true, np.full_like(true, 0.1)), true))
    panels = [g for g in root.iter() if g.tag.endswith("}g")]
    names = [t.text for t in root.iter() if t.tag.endswith("}text") and t.get("font-weight") == "bold"]
    assert names == list(TONE_AXES)
    assert all(len([c for c in g if c.tag.endswith("}circle")]) == BINS for g in panels)
    side = float(panels[0][0].get("width"))
    assert all(0 <= float(c.get("cy")) <= side for c in root.iter() if c.tag.endswith("}circle"))
