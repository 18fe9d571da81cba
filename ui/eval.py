"""`matinee eval`: how good the tones and the steering are, measured."""

from __future__ import annotations

import json
from pathlib import Path

from matinee.ui.session import open_catalogue, open_embedder, progress_bar, settings_for


def tone(soft_attributes: Path | None, *, catalogue: Path | None, predicted: bool, plot: Path | None) -> None:
    """Print the fit of predicted to authored tones or, with a file, the agreement of traits with people."""
    from matinee.index.tone.evaluate import read_judgements

    settings = settings_for(catalogue=catalogue)
    judgements = read_judgements(soft_attributes) if soft_attributes else None
    opened = open_catalogue(settings)
    if judgements is None:
        from matinee.index.tone.report import held_out_plot, held_out_report

        titles = list(opened.titles.values())
        print(held_out_report(titles))
        if plot is not None:
            _write(plot, held_out_plot(titles))
            print(f"The calibration plot is in {plot}.")
        return
    from matinee.index.tone.evaluate import agreement_table, score_judged

    embedder = open_embedder(settings)
    kinds = ("predicted",) if predicted else ("authored", "predicted")
    found = {kind: score_judged(judgements, opened, embedder, predicted=kind == "predicted") for kind in kinds}
    print(agreement_table(found))


def steer(cases: Path | None, *, catalogue: Path | None, as_json: bool) -> None:
    """Ask every case and print what share of the picks obeys, and what failed."""
    from matinee.agent.evaluate.cases import CASES, read_cases

    asked = read_cases(cases or CASES)
    settings = settings_for(catalogue=catalogue, model="none")
    from matinee.agent.agent import Agent
    from matinee.agent.evaluate.steer import evaluate_steer, steer_table
    from matinee.agent.models.choose import choose_chat

    agent = Agent(open_catalogue(settings), choose_chat(settings), count=settings.picks, seed=settings.seed)
    with progress_bar("Asking") as progress:
        report = evaluate_steer(asked, agent, open_embedder(settings), progress)
    print(json.dumps(report.public(), ensure_ascii=False) if as_json else steer_table(report))


def _write(path: Path, text: str) -> None:
    from matinee.errors import InputError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
