"""Train the shipped tone model anew, after a change to the starter: ``python -m matinee.index.tone.train``."""

from __future__ import annotations

from matinee.index.embedding import MiniLM
from matinee.index.sources.starter import read_starter
from matinee.index.text import embedded_text
from matinee.index.tone.model import ToneModel, tone_matrix
from matinee.index.tone.report import tone_report
from matinee.index.tone.shipped import WEIGHTS, save_shipped


def main() -> None:
    """Embed the starter's texts, train, write the weights and print how good the held-out predictions are."""
    titles = sorted(read_starter(), key=lambda title: title.id)
    vectors = MiniLM().encode([embedded_text(title) for title in titles])
    model, predicted = ToneModel.train_held_out(titles, vectors)
    save_shipped(model, titles, predicted)
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.2f} MB, {len(titles)} titles, lesson {model.digest}")
    print(tone_report(predicted, tone_matrix(titles)))


if __name__ == "__main__":
    main()
