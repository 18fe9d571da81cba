"""Batch ranking: a dialogue or a list of liked titles to a ranked list, over the steps of a turn, without prose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matinee.agent.log import Standing
from matinee.agent.memory import Memory, Message
from matinee.agent.rank import RankConfig, rank
from matinee.agent.remember import remember
from matinee.agent.request import Request, TitleRef
from matinee.agent.retrieve import retrieve
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from matinee.errors import InputError
from matinee.index.catalogue import Catalogue

_PLAIN = RankConfig(mmr=1.0, kin=False)
"""A ranked list is judged place by place: nothing is moved for variety."""


class _Said(BaseModel):
    role: str
    content: Annotated[str, Field(max_length=200_000)]


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str | int
    messages: list[_Said] = []
    liked: list[str | int] = []
    disliked: list[str | int] = []
    exclude: list[str | int] = []


class BatchRanker:
    """Ranks line after line over one catalogue; deterministic for a seed."""

    def __init__(self, catalogue: Catalogue, *, seed: int) -> None:
        self._catalogue, self._seed = catalogue, seed
        self._linker = Linker(catalogue)

    def rank_line(self, line: str, k: int) -> dict[str, Any]:
        """One line in, one object out; raises :class:`InputError` saying what is wrong with the line."""
        try:
            row = _Line.model_validate(json.loads(line))
        except ValidationError as error:
            first = error.errors()[0]
            raise InputError(f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}") from None
        except (ValueError, RecursionError) as error:
            raise InputError(f"not a JSON object ({error})") from None
        if not row.messages and not row.liked:
            raise InputError("one of messages and liked is needed")
        request = self._request(row)
        excluded = tuple(self._known(i) for i in (*row.exclude, *row.disliked))
        found = retrieve(request, Memory(), Standing(disliked=excluded), self._catalogue)
        ranking = rank(
            request, found, self._catalogue, count=k, seed=self._seed, explore=False, config=_PLAIN
        )  # fmt: skip
        return {
            "id": row.id,
            "titles": [
                {"id": p.title.id, "title": p.title.name, "year": p.title.year, "score": round(p.scores["total"], 6)}
                for p in ranking.picks
            ],
        }

    def _request(self, row: _Line) -> Request:
        """The dialogue as one request: the last wish, with every title the user brought up along the way."""
        memory = Memory()
        liked: dict[str, TitleRef] = {}
        avoided: dict[str, TitleRef] = {}
        for said in row.messages:
            if said.role != "user":
                memory = memory.model_copy(
                    update={"messages": (*memory.messages, Message(role=said.role, content=said.content))}
                )
                continue
            request = understand(said.content, memory, self._linker)
            liked |= {ref.id: ref for ref in request.liked}
            avoided |= {ref.id: ref for ref in request.avoided}
            memory = remember(memory, request, None, (), "")
            if request.has_wish:
                memory = memory.model_copy(update={"wish": request})
        liked |= self._refs(row.liked)
        avoided |= self._refs(row.disliked)
        wish = memory.wish or Request(text="", act="recommend")
        return wish.model_copy(
            update={"liked": tuple(liked.values()), "avoided": tuple(avoided.values()), "taste": memory.taste,
                    "seen": memory.seen, "refines": False}
        )  # fmt: skip

    def _refs(self, ids: Sequence[str | int]) -> dict[str, TitleRef]:
        """The ids that are in the catalogue, as titles named."""
        titles = (self._catalogue.titles.get(self._known(i)) for i in ids)
        return {t.id: TitleRef(id=t.id, name=t.name, year=t.year, surface=t.name) for t in titles if t is not None}

    def _known(self, ident: str | int) -> str:
        """The id under which the catalogue holds a record, which may have been merged into another."""
        return self._catalogue.aliases.get(str(ident), str(ident))
