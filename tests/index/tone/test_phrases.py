from __future__ import annotations

import numpy as np
import pytest

from matinee.index.embedding import MiniLM
from matinee.index.tone.phrases import lexicon_texts, shipped_phrases


def test_every_text_of_the_lexicon_is_shipped() -> None:
    missing = [text for text in lexicon_texts() if text not in shipped_phrases()]
    assert not missing, "run python -m matinee.index.tone.phrases"


def test_shipped_vectors_are_those_of_the_embedder(embedder: MiniLM) -> None:
    texts = list(lexicon_texts())[:5]
    own = embedder.encode(texts)
    for text, vector in zip(texts, own, strict=True):
        shipped = shipped_phrases()[text]
        assert np.linalg.norm(shipped) == pytest.approx(1.0, abs=1e-3)
        assert float(shipped @ vector) > 0.98
