"""`matinee import` and `matinee history`: what a person watched elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from matinee.errors import InputError
from matinee.ui.session import open_catalogue, settings_for

SHOWN = 8


def run_import(
    service: str, file: Path, *, user: str | None, catalogue: Path | None, dry_run: bool, unlinked: Path | None
) -> None:
    """Read an export, link it, store its marks, and say what came of it."""
    from matinee.index.history.link import link
    from matinee.index.history.read import read_history
    from matinee.rlhf.store import Marked, Store

    settings = settings_for(catalogue=catalogue, user=user)
    rows = list(read_history(service, file))
    found = link(rows, open_catalogue(settings))
    if not found.entries and found.faults:
        first = found.faults[0]
        raise InputError(
            f"nothing in {file} can be read as a {service} export ({first.where}: {first.reason}): "
            "name the file as you downloaded it."
        )
    if not found.entries:
        raise InputError(f"{file} holds nothing that was watched, rated or wanted, as a {service} export has it.")
    marks = [Marked(i, e.mark, e.name, e.rating, e.on) for i, e in found.marks.items()]
    kinds = Counter(m.mark for m in marks)
    print(f"{found.entries} entries of {file.name}: {len(marks)} titles are in the catalogue "
          f"({kinds['seen']} seen, {kinds['rated']} rated, {kinds['wanted']} wanted).")  # fmt: skip
    if found.unlinked:
        names = ", ".join(e.name for e in found.unlinked[:SHOWN])
        more = f" and {len(found.unlinked) - SHOWN} more" if len(found.unlinked) > SHOWN else ""
        print(f"{len(found.unlinked)} names are not in it: {names}{more}.")
    if unlinked is not None:
        _write(unlinked, "".join(f"{e.name}\t{e.year or ''}\t{e.where}\n" for e in found.unlinked))
        print(f"They are listed in {unlinked}.")
    if found.guessed:
        taken = ", ".join(f"“{e.name}” as {t.label}" for e, t in found.guessed[:SHOWN])
        print(f"{len(found.guessed)} names fit several titles; the best known was taken: {taken}.")
    if found.faults:
        print(f"{len(found.faults)} lines could not be read; the first is {found.faults[0].where}: "
              f"{found.faults[0].reason}.")  # fmt: skip
    if dry_run:
        print("Nothing was stored (--dry-run).")
        return
    added = Store(settings.database_url).import_marks(
        user=settings.user, service=service, file=str(file), marks=marks
    )  # fmt: skip
    print(f"{added} are new and kept for {settings.user}; take them back with: matinee history --undo" if added
          else f"Nothing of that is new for {settings.user}.")  # fmt: skip


def show_history(*, user: str | None, undo: bool, most: int) -> None:
    """Print the imported marks of a user, or take the last import back."""
    from matinee.rlhf.store import Store

    settings = settings_for(user=user)
    store = Store(settings.database_url)
    if undo:
        gone = store.undo_import(user=settings.user)
        print(f"Took back {gone[2]} marks of {gone[1]} ({gone[0]})." if gone
              else f"No import stands for {settings.user}.")  # fmt: skip
        return
    marks = store.marks(settings.user)
    if not marks:
        print(f"Nothing is imported for {settings.user}: matinee import netflix|imdb|letterboxd|trakt FILE.")
        return
    for mark in marks[:most]:
        rating = f" {mark.rating * 10:g}/10" if mark.rating is not None else ""
        print(f"{mark.day or '          '}  {mark.mark:6}{rating:6}  {mark.name}")
    if len(marks) > most:
        print(f"… and {len(marks) - most} more: --most {len(marks)} shows all.")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}.") from None
