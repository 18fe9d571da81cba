"""The conversation said back: what was asked, liked, ruled out and seen, and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.compose.say import listed
from matinee.agent.compose.scene import Scene
from matinee.agent.compose.wish import wish_words
from matinee.agent.request import TasteStatement


def answer_recall(scene: Scene) -> list[str]:
    """What was asked for, as far as the conversation and the stored thumbs go."""
    what = scene.request.recall or "all"
    if what == "wish":
        return _wish(scene) or [
            scene.say("You have not asked me for anything yet.", "So far, nothing: the first wish is yours.")
        ]
    if what == "seen":
        return _seen(scene) or [
            "You have not told me of anything you have seen. Say “I have seen …” and I will leave it out."
        ]
    if what == "taste":
        return [*_taste(scene), *_thumbs(scene), *_undo(scene)] or [_BLANK]
    lines = [*_wish(scene), *_taste(scene), *_thumbs(scene), *_seen(scene), *_refused(scene)]
    return [*lines, *_undo(scene)] if lines else [_BLANK]


_BLANK = "Nothing yet: you have named no likes or dislikes, and nothing you have seen."


def _wish(scene: Scene) -> list[str]:
    wish = scene.memory.wish
    if wish is None:
        return []
    return [scene.say("You asked for {wish}.", "Your wish, as I have it: {wish}.", wish=wish_words(wish))]


def _taste(scene: Scene) -> list[str]:
    likes = [_words(scene, s) for s in scene.memory.taste if s.likes]
    hates = [_words(scene, s) for s in scene.memory.taste if not s.likes]
    lines = [f"You like {listed(likes)}."] if likes else []
    return [*lines, f"You want no {listed(hates, 'or')}."] if hates else lines


def _words(scene: Scene, statement: TasteStatement) -> str:
    title = scene.titles.get(statement.value) if statement.what == "title" else None
    return title.label if title is not None else statement.words


def _thumbs(scene: Scene) -> list[str]:
    up, down = scene.labels(scene.standing.liked), scene.labels(scene.standing.disliked)
    lines = [f"Your thumb went up for {up}."] if up else []
    return [*lines, f"It went down for {down}." if up else f"Your thumb went down for {down}."] if down else lines


def _seen(scene: Scene) -> list[str]:
    seen = scene.labels(tuple(dict.fromkeys((*scene.standing.seen, *scene.memory.seen))))
    return [f"You have seen {seen}."] if seen else []


def _refused(scene: Scene) -> list[str]:
    gone = scene.labels(scene.memory.rejected)
    return [f"You turned down {gone}."] if gone else []


def _undo(scene: Scene) -> list[str]:
    statements: Sequence[TasteStatement] = scene.memory.taste
    ways = []
    if statements:
        last = statements[-1]
        ways.append(f"“forget that I {'like' if last.likes else 'hate'} {_words(scene, last)}” lifts that")
    if scene.standing.liked or scene.standing.disliked or scene.standing.seen:
        ways.append("/undo takes back the last thumb or “seen”")
    return [f"{listed(ways)[:1].upper()}{listed(ways)[1:]}."] if ways else []
