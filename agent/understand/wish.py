"""The wish of a message: what it says, put together as a request of its own, before the conversation comes in."""

from __future__ import annotations

from collections.abc import Iterable

from matinee.agent.memory import Memory
from matinee.agent.request import Request, TitleRef
from matinee.agent.understand import markers
from matinee.agent.understand.assemble import assemble
from matinee.agent.understand.content import PersonWish
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.makers import people_through_titles
from matinee.agent.understand.measures import stands_between
from matinee.agent.understand.reading import Reading
from matinee.agent.understand.roles import Part, Role, chosen
from matinee.agent.understand.taste import read_taste
from matinee.index.filters import Filters
from matinee.index.title import fold

_STYLE_TITLES = 2
"""How many of a person's best-known titles stand for their style."""
_SURE = 0.75
"""Below this the nearest other names are offered along with the title linked."""


def wish_of(text: str, reading: Reading, memory: Memory, names: Linker) -> Request:
    """The request that ``reading`` makes by itself, as a recommendation."""
    said, content, bones = reading.said, reading.content, reading.bones
    asks = markers.asks_for_picks(bones)
    assembled = assemble(said, content, names, with_likes=asks)
    people, pointers = people_through_titles(bones, memory, names)
    assembled.add("people", people)
    # who asks for more by the director of a film does not ask for that film
    assembled.add("ids_not", [i for p in bones.places if p.at in pointers for i in p.ids])
    measures = set(content.measures)
    parts = [p for p in reading.parts if p.place.at not in pointers and p.place.start not in measures]
    liked = _refs(parts, reading, names, ("liked",))
    unused = [p for p in parts if p.role == "none"]
    if not liked and (asks or not any(p.seen for p in unused)):
        liked = tuple(r for p in unused if p.place.mention is not None for r in _refs_of(p, reading, names))
    liked += tuple(_style(content.people, names))
    titles = tuple(u.text for u in reading.mentions.unknown)
    return Request.model_validate(
        {
            "text": text,
            "act": "recommend",
            "liked": tuple({r.id: r for r in liked}.values()),
            "avoided": _refs(parts, reading, names, ("avoided",)),
            "fact_shifts": tuple({s.field: s for s in content.fact_shifts}.values()),
            "count": content.count,
            "seen": tuple(dict.fromkeys(i for p in reading.parts if p.seen for i in p.place.ids)),
            "rejected": chosen(reading.parts, "rejected"),
            "taste": read_taste(said, content, reading.parts, memory),
            "unknown": (*titles, *content.strangers),
            "near": _near(titles, liked, names),
            "between": stands_between(bones),
            "surprise": markers.surprises(bones),
            "rewatch": markers.rewatches(bones),
            **assembled.request_fields(),
        }
    )


def is_substantial(wish: Request) -> bool:
    """Whether there is more to go on than "a film"."""
    rest = wish.filters.model_copy(update={"kind": None})
    return bool(
        wish.liked or wish.shifts or wish.fact_shifts or wish.themes or wish.free_text or wish.surprise
        or rest != Filters()
    )  # fmt: skip


def _refs(parts: Iterable[Part], reading: Reading, names: Linker, roles: Iterable[Role]) -> tuple[TitleRef, ...]:
    return tuple(r for p in parts if p.role in roles for r in _refs_of(p, reading, names))


def _refs_of(part: Part, reading: Reading, names: Linker) -> Iterable[TitleRef]:
    if part.place.mention is not None:
        yield part.place.mention.ref
        return
    surface = reading.said.span(part.place.start, part.place.end)
    for id_ in part.place.ids:
        title = names.titles[id_]
        yield TitleRef(id=id_, name=title.name, year=title.year, surface=surface)


def _style(people: Iterable[PersonWish], names: Linker) -> Iterable[TitleRef]:
    for person in people:
        if person.style and person.stance.sign > 0:
            for id_ in person.titles[:_STYLE_TITLES]:
                title = names.titles[id_]
                yield TitleRef(id=id_, name=title.name, year=title.year, surface=person.name, certainty=0.9)


def _near(unknown: Iterable[str], liked: Iterable[TitleRef], names: Linker) -> tuple[TitleRef, ...]:
    refs: dict[str, TitleRef] = {}
    for text in unknown:
        for title in names.nearest(text):
            refs.setdefault(
                title.id, TitleRef(id=title.id, name=title.name, year=title.year, surface=text, certainty=0.4)
            )
    for ref in liked:
        if ref.certainty < _SURE:
            words = tuple(fold(ref.surface).split())
            others = [names.titles[n.id] for n in names.exact(words)]
            for title in others if len(others) > 1 else names.nearest(ref.surface):
                if title.id != ref.id:
                    refs.setdefault(title.id, TitleRef(id=title.id, name=title.name, year=title.year,
                                                       surface=ref.surface, certainty=0.4))  # fmt: skip
    return tuple(refs.values())[:5]
