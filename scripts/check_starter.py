"""Check starter catalogue files: ``python scripts/check_starter.py [FILE…]`` prints one line a fault, exits 1 if any."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic import ValidationError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from matinee.index.title import GENRES, TONE_AXES, StarterTitle, fold

STARTER = Path(__file__).resolve().parent.parent / "index" / "starter"


def faults_of(raw: dict[str, object], file: str) -> list[str]:
    """What is wrong with one line, in words; empty when nothing is."""
    try:
        title = StarterTitle.model_validate(raw)
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    found: list[str] = []
    if set(title.tone) != set(TONE_AXES):
        found.append(f"tone axes differ: {sorted(set(title.tone) ^ set(TONE_AXES))}")
    if unknown := set(title.genres) - set(GENRES):
        found.append(f"unknown genres {sorted(unknown)}")
    if title.kind == "film" and (not title.directors or not title.runtime_minutes or title.seasons or title.creators):
        found.append("a film has directors and runtime_minutes, no creators, no seasons")
    if title.kind == "series" and not title.seasons:
        found.append("a series has seasons")
    if not title.cast and "documentary" not in title.genres and "animation" not in title.genres:
        found.append("no cast")
    decade = f"{title.kind}{'s' if title.kind == 'film' else ''}-{title.year // 10 * 10}s"
    if not file.startswith(decade):
        found.append(f"belongs in {decade}.jsonl")
    if title.end_year is not None and title.end_year < title.year:
        found.append("end_year before year")
    return found


def main(paths: list[Path]) -> int:
    """Check the files (all of the starter by default) and print faults and counts."""
    seen: dict[tuple[str, int, str], str] = {}
    bad = count = 0
    for path in sorted(STARTER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{path.name}:{number}"
            try:
                raw = json.loads(line)
            except json.JSONDecodeError as error:
                raw, found = {}, [f"not JSON: {error}"]
            else:
                found = faults_of(raw, path.name)
                key = (fold(str(raw.get("title"))), int(raw.get("year", 0)), str(raw.get("kind")))
                if key in seen:
                    found.append(f"already in {seen[key]}")
                seen.setdefault(key, where)
            if paths and path.resolve() not in {p.resolve() for p in paths}:
                continue
            count += 1
            for fault in found:
                bad += 1
                print(f"{where}: {raw.get('title', '?')}: {fault}")
    print(f"{count} titles, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main([Path(p) for p in sys.argv[1:]]))
