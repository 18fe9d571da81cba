"""`matinee eval`: how good the tones are, measured."""

from __future__ import annotations

from pathlib import Path

from matinee.ui.session import open_catalogue, open_embedder, settings_for


def tone(soft_attributes: Path | None, *, catalogue: Path | None, predicted: bool) -> None:
    """Print the fit of predicted to authored tones or, with a file, the agreement of traits with people."""
    from matinee.index.tone.evaluate import read_judgements

    settings = settings_for(catalogue=catalogue)
    judgements = read_judgements(soft_attributes) if soft_attributes else None
    opened = open_catalogue(settings)
    if judgements is None:
        from matinee.index.tone.report import held_out_report

        print(held_out_report(list(opened.titles.values())))
        return
    from matinee.index.tone.evaluate import agreement_table, score_judged

    embedder = open_embedder(settings)
    kinds = ("predicted",) if predicted else ("authored", "predicted")
    found = {kind: score_judged(judgements, opened, embedder, predicted=kind == "predicted") for kind in kinds}
    print(agreement_table(found))
