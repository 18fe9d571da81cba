import pytest

from matinee.settings import Settings


@pytest.mark.parametrize(("processors", "threads"), [(None, 1), (1, 1), (2, 1), (4, 2), (8, 4), (64, 4)])
def test_the_embedded_model_leaves_half_the_processors_alone(monkeypatch, processors, threads):
    monkeypatch.delenv("MATINEE_THREADS", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    assert Settings().threads == threads
