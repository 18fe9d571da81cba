"""People pointed at through a title: "by the director of Parasite", "something else by the same director"."""

from __future__ import annotations

from collections.abc import Sequence

from matinee.agent.memory import Memory
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.skeleton import Place, Skeleton
from matinee.index.title import Title

_JOB = r"(?P<job>directors?|creators?|makers?|filmmakers?|team|people|writers?|actors?|actress|stars?|lead|cast)"
_OF = one_of(
    rf"""
    \b(?:by|from|with|of) (?:the )?(?:same )?{_JOB} (?:of|as|behind|who made|who did|that made|in|
    ... from) (?P<sign>[§¤])
    """,
)
_SAME = one_of(
    rf"""
    \b(?:by|from|with) (?:(?:the )?same|that|this|its|their) {_JOB}\b(?! (?:as|of) )
    \b(?:anything|something|films?|movies?|else|more|other films) (?:else )?by (?:him|her|them)\b
    """,
)  # fmt: skip
_PLAYERS = ("actor", "actress", "star", "lead", "cast")
_LEADS = 1


def people_through_titles(bones: Skeleton, memory: Memory, names: Linker) -> tuple[tuple[str, ...], frozenset[int]]:
    """The people meant, and the places of the titles that only served to point at them."""
    match = _OF.search(bones.text)
    if match is not None:
        place = next((p for p in bones.places if p.at == match.start("sign")), None)
        if place is not None and place.ids:
            return _people(names.titles[place.ids[0]], match["job"]), frozenset({place.at})
    same = _SAME.search(bones.text)
    if same is not None:
        title = _at_hand(bones.places, memory, names)
        if title is not None:
            return _people(title, same["job"] or "director"), frozenset()
    return (), frozenset()


def _at_hand(places: Sequence[Place], memory: Memory, names: Linker) -> Title | None:
    """The title the conversation is about: named here, in focus, the only pick, or the last anchor."""
    named = [i for p in places if not p.pronoun for i in p.ids]
    anchors = [r.id for r in memory.wish.liked] if memory.wish is not None else []
    only = list(memory.picks) if len(memory.picks) == 1 else []
    ids = [*named, *([memory.focus] if memory.focus else []), *only, *anchors]
    return next((names.titles[i] for i in ids if i in names.titles), None)


def _people(title: Title, job: str) -> tuple[str, ...]:
    if job.startswith(_PLAYERS):
        return title.cast[:_LEADS]
    return (title.directors or title.creators)[:1]
