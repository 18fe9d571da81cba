"""People pointed at through a title: "by the director of Parasite", "something else by the same director"."""

from __future__ import annotations

import re
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
    \b(?:anything|something|films?|movies?|series|else|more|other films|other movies|another
    ... |another one) (?:else )?(?:by|from|of|directed by|made by) (?:him|her|them|¤)(?!\w)
    """,
)  # fmt: skip
_WITH_THEM = re.compile(
    r"\b(?:anything|something|films?|movies?|series|else|more|another|another one"
    r"|others) (?:else )?(?:that (?:has|have) |with |starring |featuring )(?:him|her)\b"
)
_PLAYERS = ("actor", "actress", "star", "lead", "cast")
_LEADS = 1


def people_through_titles(bones: Skeleton, memory: Memory, names: Linker) -> tuple[tuple[str, ...], frozenset[int]]:
    """The people meant, and the places of the titles that only served to point at them."""
    match = _OF.search(bones.text)
    if match is not None:
        place = next((p for p in bones.places if p.at == match.start("sign")), None)
        if place is not None and place.ids:
            return who_made(names.titles[place.ids[0]], match["job"]), frozenset({place.at})
    them = _WITH_THEM.search(bones.text)
    same = _SAME.search(bones.text)
    if memory.person is not None and (them is not None or (same is not None and not same["job"])):
        return (memory.person,), frozenset()
    if them is not None or same is not None:
        title = title_at_hand(bones.places, memory, names)
        if title is not None:
            return who_made(title, "lead" if same is None else same["job"] or "director"), frozenset()
    return (), frozenset()


def title_at_hand(places: Sequence[Place], memory: Memory, names: Linker, *, or_first: bool = False) -> Title | None:
    """The title the conversation is about: named here, in focus, the only pick, or the last anchor.

    With ``or_first``, the first of several picks comes before an anchor.
    """
    named = [i for p in places if not p.pronoun for i in p.ids]
    anchors = [r.id for r in memory.wish.liked] if memory.wish is not None else []
    picks = list(memory.picks[:1]) if len(memory.picks) == 1 or or_first else []
    ids = [*named, *([memory.focus] if memory.focus else []), *picks, *anchors]
    return next((names.titles[i] for i in ids if i in names.titles), None)


def who_made(title: Title, job: str) -> tuple[str, ...]:
    """Who did ``job`` for ``title``: its first lead, or its first director or creator; empty where nobody is named."""
    if job.startswith(_PLAYERS):
        return title.cast[:_LEADS]
    return (title.directors or title.creators)[:1]
