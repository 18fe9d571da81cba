"""Check starter catalogue files: ``python scripts/check_starter.py [FILE…]`` prints one line a fault."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from matinee.index.sources.starter import check_starter


def main(paths: list[Path]) -> int:
    """Print the faults of the files (all of the starter by default) and the number of titles read."""
    only = {path.name for path in paths}
    count, faults = check_starter()
    shown = [fault for fault in faults if not only or fault.file in only]
    for fault in shown:
        print(f"{fault.file}:{fault.line}: {fault.title}: {fault.text}")
    print(f"{count} titles in the starter, {len(shown)} faults" + (f" in {', '.join(sorted(only))}" if only else ""))
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main([Path(p) for p in sys.argv[1:]]))
