"""Check starter catalogue files: ``python scripts/check_starter.py [FILE…]`` prints a line a fault, then the tones."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from matinee.index.sources.starter import check_starter, read_starter
from matinee.index.tone.survey import contradictions, distribution


def main(paths: list[Path]) -> int:
    """Print the faults of the files (all of the starter by default), the number of titles, and how tones are spread."""
    only = {path.name for path in paths}
    count, faults = check_starter()
    shown = [fault for fault in faults if not only or fault.file in only]
    for fault in shown:
        print(f"{fault.file}:{fault.line}: {fault.title}: {fault.text}")
    if not faults:
        titles = list(read_starter())
        for title in titles:
            for text in contradictions(title):
                print(f"{title.label}: {text}")
        if not only:
            print(distribution(titles))
    print(f"{count} titles in the starter, {len(shown)} faults" + (f" in {', '.join(sorted(only))}" if only else ""))
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main([Path(p) for p in sys.argv[1:]]))
