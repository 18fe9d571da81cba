"""How movement along axes and traits is said: what a pick is more of, what was guessed, what nothing reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matinee.agent.compose.say import MORE, listed
from matinee.agent.compose.wish import bare_word, names_thing
from matinee.agent.steer import Goal
from matinee.agent.turn import Ranking
from matinee.index.title import Title


def movements(title: Title, wanted: Iterable[Goal]) -> list[str]:
    """Clauses on how ``title`` moves from the anchors, and on the levels it keeps: ``it is clearly gorier``."""
    moved = list(dict.fromkeys(words for goal in wanted if (words := _movement(title, goal))))
    held = [words.removeprefix("with ") for words in moved if words.startswith("with ")]
    moved = [words for words in moved if not words.startswith("with ")]
    clauses = [f"it is {listed(moved)}"] if moved else []
    return [*clauses, f"it has {listed(held)}"] if held else clauses


def steering_notices(ranking: Ranking) -> list[str]:
    """What must be said of the movement: traits guessed, facts that are not there, levels that nothing reaches."""
    lines = []
    for guess in ranking.guesses:
        several = len(guess.nearest) > 1
        lines.append(
            f"I do not know “{guess.word}” as a trait; the nearest I know {'are' if several else 'is'} "
            f"{listed(guess.nearest[:2])}, so I went by {'those' if several else 'that'}."
        )
    lines += [f"This catalogue holds no ratings, so I left “{word}” aside." for word in ranking.ignored]
    return [*lines, _limits(ranking.limits)] if ranking.picks and ranking.limits else lines


def _limits(limits: Sequence[str]) -> str:
    held = [limit.removeprefix("with ") for limit in limits if limit.startswith("with ")]
    levels = [limit for limit in limits if limit.startswith("as ") or " but less so than " in limit]
    if held:
        return f"Hardly anything here has {listed(held)}, so these come near."
    if levels:
        return f"Hardly anything that fits the rest is quite {listed(levels, 'or')}, so these come near."
    return f"Nothing here goes further than that ({listed(limits, 'or')}), so these come close."


def _movement(title: Title, goal: Goal) -> str | None:
    value = goal.at(title)
    if goal.start is None or value is None or not goal.obeyed(value):
        return None
    if goal.level != "beyond":
        return goal.word
    gap = value - goal.start
    if gap * goal.direction < 0.03:
        return None
    word = MORE[goal.axis][0 if gap > 0 else 1] if goal.axis in MORE else bare_word(goal.word)
    has = "with " if names_thing(word) else ""
    return has + ("much " if abs(gap) > 0.45 else "clearly " if abs(gap) > 0.18 else "a shade ") + word
