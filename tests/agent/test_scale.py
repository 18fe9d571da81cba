from __future__ import annotations

import numpy as np
import pytest

from matinee.agent.scale import scale_of
from matinee.index.catalogue import Catalogue
from matinee.index.title import Title
from tests.toy import toy_title


def test_an_axis_is_as_the_titles_have_it(toy: Catalogue) -> None:
    scale = scale_of(toy, "light")
    assert scale.is_axis
    assert scale.at(toy_title("Seven")) == pytest.approx(0.05)


def test_a_trait_is_stretched_over_the_catalogue(toy: Catalogue) -> None:
    scale = scale_of(toy, "cosy")
    assert not scale.is_axis
    assert (scale.values.min(), scale.values.max()) == (0.0, 1.0)
    cosy, grim = scale.at(toy_title("My Neighbor Totoro")), scale.at(toy_title("Seven"))
    assert cosy is not None
    assert grim is not None
    assert cosy > 0.8 > 0.2 > grim
    assert np.mean(scale.values < scale.share(0.75)) == pytest.approx(0.75, abs=0.05)


def test_a_trait_knows_what_it_pulls_along(toy: Catalogue) -> None:
    pull = scale_of(toy, "gory").pull
    assert max(pull, key=lambda axis: pull[axis]) == "violent"
    assert pull["violent"] == 1.0
    assert pull["family"] < 0


def test_an_unknown_trait_says_what_it_was_guessed_from(toy: Catalogue) -> None:
    assert scale_of(toy, "chthonic").nearest
    assert not scale_of(toy, "gory").nearest


def test_a_scale_is_made_once(toy: Catalogue) -> None:
    assert scale_of(toy, "cosy") is scale_of(toy, "cosy")


def test_a_title_from_elsewhere_stands_nowhere(toy: Catalogue) -> None:
    assert scale_of(toy, "cosy").at(Title(id="elsewhere", name="E", year=2000, kind="film")) is None
