"""The vectors of everything the trait lexicon says, shipped so that no trait waits for all of it to be embedded.

They are the shipped MiniLM's. A text that is not among them, after a change to the lexicon, is embedded when it is
needed; ``python -m matinee.index.tone.phrases`` writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matinee.index.tone.lexicon import lexicon

PHRASES = Path(__file__).with_name("phrases.npz")

Vectors = npt.NDArray[np.float32]


def known_texts() -> dict[str, str]:
    """Trait to the text it is known by: its name and the first other words for it."""
    return {name: ", ".join((name, *entry.also[:6])) for name, entry in lexicon().items()}


def lexicon_texts() -> Iterator[str]:
    """Every text of the lexicon that is embedded, each once."""
    contrasts = (text for entry in lexicon().values() for text in (entry.like, entry.unlike) if text)
    yield from dict.fromkeys((*known_texts().values(), *contrasts))


@lru_cache(maxsize=1)
def shipped_phrases() -> Mapping[str, Vectors]:
    """Text to its unit vector, as the shipped MiniLM sees it."""
    with np.load(PHRASES, allow_pickle=False) as file:
        texts = file["texts"].tobytes().decode().split("\n")
        vectors = file["vectors"].astype(np.float32)
    return dict(zip(texts, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), strict=True))


def main() -> None:
    """Embed the lexicon's texts and write them."""
    from matinee.index.embedding import make_embedder

    texts = list(lexicon_texts())
    vectors = np.asarray(make_embedder("minilm").get_text_embedding_batch(texts), dtype=np.float16)
    letters = np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)
    np.savez_compressed(PHRASES, texts=letters, vectors=vectors)
    print(f"{PHRASES}: {PHRASES.stat().st_size / 1e6:.2f} MB, {len(texts)} texts")


if __name__ == "__main__":
    main()
