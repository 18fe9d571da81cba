import numpy as np
import pytest

from matinee.index.title import MATURITIES, TONE_AXES, Title
from matinee.index.tone.model import ToneConfig, ToneModel, lesson_digest, out_of_fold, tone_matrix

pytestmark = pytest.mark.slow

CONFIG = ToneConfig(landmarks=150, folds=5, seed=3)
LIGHT, SCARY, FAMILY = (TONE_AXES.index(axis) for axis in ("light", "scary", "family"))


def _world(count=240, seed=1):
    """Titles that are light along the first number of their vector, scary if horror, and for the family by age."""
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, 24))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    titles = []
    for i, vector in enumerate(vectors):
        horror, step = i % 3 == 0, i % 5
        tone = dict.fromkeys(TONE_AXES, 0.5) | {
            axis: float(np.clip(0.5 + vector[place + 1], 0, 1)) for place, axis in enumerate(TONE_AXES)
        }
        tone["light"] = float(np.clip(0.5 + 1.2 * vector[0], 0, 1))
        tone["scary"] = 0.9 if horror else 0.05
        tone["family"] = 1 - step / 4
        titles.append(
            Title(
                id=f"t{i}", name=f"T{i}", year=1950 + i % 70, kind="film", tone=tone, maturity=MATURITIES[step],
                genres=("horror",) if horror else ("comedy",), logline=f"Something {i} happens.",
            )
        )  # fmt: skip
    return titles, vectors.astype(np.float32)


def _r2(values, true):
    return 1 - ((true - values) ** 2).sum(axis=0) / ((true - true.mean(axis=0)) ** 2).sum(axis=0)


@pytest.fixture(scope="module")
def world():
    titles, vectors = _world()
    return titles, vectors, ToneModel.train(titles[:180], vectors[:180], CONFIG)


def test_learns_from_text_genre_and_age(world):
    titles, vectors, model = world
    explained = _r2(model.predict(titles[180:], vectors[180:]).values, tone_matrix(titles[180:]))
    assert explained[LIGHT] > 0.8
    assert explained[SCARY] > 0.9
    assert explained[FAMILY] > 0.9


def test_values_and_spreads_are_in_range_whatever_comes_in(world):
    _, _, model = world
    odd = [Title(id="x", name="X", year=1895, kind="series", genres=("Kids' TV", "horror"), maturity="?")]
    for vector in (np.zeros((1, 24)), np.full((1, 24), 9.0)):
        tones = model.predict(odd, vector.astype(np.float32))
        assert tones.values.shape == tones.spreads.shape == (1, 12)
        assert ((tones.values >= 0) & (tones.values <= 1)).all()
        assert (tones.spreads > 0).all()


def test_nothing_in_nothing_out(world):
    _, _, model = world
    assert model.predict([], np.zeros((0, 24), dtype=np.float32)).values.shape == (0, 12)


def test_a_title_is_predicted_the_same_alone_and_among_others(world):
    titles, vectors, model = world
    together = model.predict(titles[180:], vectors[180:]).values
    alone = model.predict(titles[200:201], vectors[200:201]).values
    assert np.allclose(together[20], alone[0], atol=1e-9)


def test_the_same_seed_gives_the_same_model_and_another_seed_another(world):
    titles, vectors, model = world
    again = ToneModel.train(titles[:180], vectors[:180], CONFIG)
    assert (again.weights == model.weights).all()
    other = ToneModel.train(titles[:180], vectors[:180], ToneConfig(landmarks=150, folds=5, seed=4))
    assert not np.array_equal(other.landmarks, model.landmarks)


def test_held_out_predictions_have_not_seen_their_title():
    titles, vectors = _world()
    before = out_of_fold(titles, vectors, CONFIG)
    titles[7] = titles[7].model_copy(update={"tone": dict.fromkeys(TONE_AXES, 1.0)})
    after = out_of_fold(titles, vectors, CONFIG)
    assert (before.values[7] == after.values[7]).all()
    assert not np.array_equal(before.values, after.values)


def test_intervals_hold_what_they_promise(world):
    titles, vectors, _ = world
    tones, true = out_of_fold(titles, vectors, CONFIG), tone_matrix(titles)
    inside = (np.abs(true - tones.values) < 1.282 * tones.spreads).mean()
    assert 0.72 < inside < 0.9


def test_saved_and_loaded(world, tmp_path):
    titles, vectors, model = world
    model.save(tmp_path / "w.npz", extra=np.arange(3))
    loaded = ToneModel.load(tmp_path / "w.npz")
    assert (loaded.config, loaded.digest) == (model.config, model.digest)
    ours, theirs = model.predict(titles, vectors), loaded.predict(titles, vectors)
    assert np.abs(ours.values - theirs.values).max() < 0.02
    assert np.allclose(ours.spreads, theirs.spreads, atol=0.01)


def test_weights_for_other_axes_are_refused(world, tmp_path, monkeypatch):
    world[2].save(tmp_path / "w.npz")
    monkeypatch.setattr("matinee.index.tone.model.TONE_AXES", TONE_AXES[:-1])
    with pytest.raises(ValueError, match=r"python -m matinee\.index\.tone\.train"):
        ToneModel.load(tmp_path / "w.npz")


def test_the_digest_changes_with_what_is_learnt_from_and_with_nothing_else(world):
    titles = world[0][:3]
    before = lesson_digest(titles)

    def changed(**facts):
        return lesson_digest([titles[0].model_copy(update=facts), *titles[1:]])

    assert lesson_digest(titles[::-1]) == before
    assert changed(cast=("Somebody",), fame=0.9, name="Other") == before
    assert before not in {changed(logline="No."), changed(year=1900), changed(tone={**titles[0].tone, "light": 0.0})}
