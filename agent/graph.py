"""The turn as a LangGraph graph: understand, retrieve, rank, compose and verify in turns, remember.

No edge leads to the screen but through ``verify``: it alone writes sentences to the stream.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, TypedDict

from langgraph.channels import UntrackedValue
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from matinee.agent.absence import why_absent
from matinee.agent.compose.answers import answer, courtesy_lines, rejected_line, taste_line
from matinee.agent.compose.plan import Plan, plain
from matinee.agent.compose.recommend import recommend, replacement
from matinee.agent.compose.scene import Scene
from matinee.agent.compose.wish import wish_words
from matinee.agent.drive import drive
from matinee.agent.log import Standing, TurnLog
from matinee.agent.memory import Memory, Message
from matinee.agent.models.choose import ChosenModel
from matinee.agent.models.stream import stream_text
from matinee.agent.rank import rank
from matinee.agent.remember import remember
from matinee.agent.request import Request
from matinee.agent.retrieve import Found, retrieve
from matinee.agent.turn import Cards, Done, Ranking, Said, Sentence, Turn, Understood
from matinee.agent.understand.linker import Linker
from matinee.agent.understand.parse import understand
from matinee.agent.verify.claims import Checker, Evidence
from matinee.agent.voice import Draft, Generate, Voice
from matinee.index.catalogue import Catalogue
from matinee.index.filters import Filters
from matinee.index.title import Title

MOST_PICKS = 20
"""The most picks one reply shows, however many are asked for."""
STEPS = 120
"""Upper bound of graph steps in one turn; a reply has a dozen sentences at most, two steps each."""


@dataclass
class Run:
    """What one turn works with; the graph's context, never persisted."""

    catalogue: Catalogue
    linker: Linker
    chosen: ChosenModel
    log: TurnLog
    user: str
    conversation: str
    count: int
    seed: int
    policy: str
    turn_id: str
    explore: bool = True
    stopping: threading.Event = field(default_factory=threading.Event)
    voice: Voice | None = None
    timings: dict[str, float] = field(default_factory=dict)

    def clock(self, step: str, started: float) -> None:
        """Add the time since ``started`` to ``step``, in milliseconds."""
        spent = (time.perf_counter() - started) * 1000
        self.timings[step] = round(self.timings.get(step, 0.0) + spent, 3)


class State(TypedDict, total=False):
    """What passes between the nodes. Only ``memory`` outlives the turn."""

    memory: dict[str, Any]
    before: Annotated[Memory, UntrackedValue]
    message: Annotated[str, UntrackedValue]
    request: Annotated[Request, UntrackedValue]
    wish: Annotated[Request | None, UntrackedValue]
    found: Annotated[Found | None, UntrackedValue]
    ranking: Annotated[Ranking, UntrackedValue]
    draft: Annotated[Draft | None, UntrackedValue]
    said: Annotated[tuple[Sentence, ...], UntrackedValue]


def build_graph(checkpointer: BaseCheckpointSaver[Any]) -> CompiledStateGraph[State, Run, State, State]:
    """The compiled graph; conversations are threads of ``checkpointer``."""
    graph = StateGraph(State, Run)
    graph.add_node("understand", _understand)
    graph.add_node("drive", _drive)
    graph.add_node("retrieve", _retrieve)
    graph.add_node("rank", _rank)
    graph.add_node("compose", _compose)
    graph.add_node("verify", _verify)
    graph.add_node("remember", _remember)
    graph.add_edge(START, "understand")
    graph.add_conditional_edges("understand", _after_understand, ["drive", "retrieve", "compose"])
    graph.add_conditional_edges("drive", _after_drive, ["retrieve", "compose"])
    graph.add_conditional_edges("retrieve", lambda s: "rank" if s["wish"] else "compose", ["rank", "compose"])
    graph.add_edge("rank", "compose")
    graph.add_conditional_edges("compose", lambda s: "verify" if s["draft"] else "remember", ["verify", "remember"])
    graph.add_edge("verify", "compose")
    graph.add_edge("remember", END)
    return graph.compile(checkpointer=checkpointer)


def _understand(state: State, runtime: Runtime[Run]) -> State:
    run, started = runtime.context, time.perf_counter()
    memory = Memory.model_validate(state.get("memory") or {})
    request = understand(state["message"], memory, run.linker)
    wish = _wish(request, memory, run.catalogue)
    get_stream_writer()(Understood(request=request))
    run.clock("understand", started)
    return {
        "before": memory,
        "request": request,
        "wish": wish,
        "found": None,
        "ranking": Ranking(),
        "draft": None,
        "said": (),
    }


def _wish(request: Request, memory: Memory, catalogue: Catalogue) -> Request | None:
    """The request to recommend for: the message's own, or the standing one with what it just lost."""
    if request.act == "recommend":
        blind = request.unknown and not request.liked and not (request.themes or request.free_text)
        return request if request.has_wish and not blind else None
    wish = memory.wish
    if wish is None or request.act not in {"seen", "reject", "taste"}:
        return None
    gone = {*request.seen, *request.rejected}
    if request.act == "taste":
        gone = {i for i in memory.picks if i in catalogue.titles and _offends(catalogue.titles[i], request)}
    if not gone & set(memory.picks):
        return None
    # the list stays as it was but for what went: earlier lists do not come back
    earlier = tuple(i for i in memory.shown if i not in memory.picks)
    return wish.model_copy(
        update={"text": request.text, "refines": False, "seen": (*wish.seen, *request.seen),
                "rejected": (*wish.rejected, *request.rejected), "taste": request.taste,
                "unknown": (), "near": (), "conflicts": (),
                "filters": wish.filters.model_copy(update={"ids_not": (*wish.filters.ids_not, *earlier)})}
    )  # fmt: skip


def _offends(title: Title, request: Request) -> bool:
    """Whether a title shown goes against a statement of taste just made."""
    fields = {"genre": title.genres, "theme": title.themes, "country": title.countries, "language": title.languages,
              "person": (*title.directors, *title.creators, *title.cast), "title": (title.id,),
              "kind": (title.kind,)}  # fmt: skip
    return any(
        (
            s.what == "axis"
            and s.value in title.tone
            and (title.tone[s.value] < 0.3 if s.lower else title.tone[s.value] > 0.3)
        )
        or s.value.casefold() in {v.casefold() for v in fields.get(s.what, ())}
        for s in request.taste
        if not s.likes
    )


def _after_understand(state: State, runtime: Runtime[Run]) -> str:
    """A model with tools drives where there is something to find; elsewhere code knows what to do."""
    request, chosen = state["request"], runtime.context.chosen
    if chosen.model is not None and chosen.tools and request.act in {"recommend", "unclear"}:
        return "drive"
    return "retrieve" if state["wish"] else "compose"


def _drive(state: State, runtime: Runtime[Run]) -> State:
    run, started, request = runtime.context, time.perf_counter(), state["request"]
    memory = state["before"]
    assert run.chosen.model is not None

    def search(wish: Request) -> tuple[Found, Ranking]:
        found = retrieve(wish, memory, run.log.standing(run.user), run.catalogue)
        return found, _ranked(wish, found, run)

    notes = drive(run.chosen.model, request, wish_words(request), memory, run.linker, search, seed=run.seed)
    run.clock("drive", started)
    heard = request.model_copy(update={"taste": (*request.taste, *notes.taste)})
    if notes.ranking is not None and notes.ranking.picks and notes.wish is not None:
        get_stream_writer()(Cards(picks=notes.ranking.picks))
        wish = notes.wish.model_copy(update={"taste": heard.taste})
        return {"request": heard, "wish": wish, "found": notes.found, "ranking": notes.ranking}
    if notes.asked is not None and not request.has_wish:
        return {"request": heard.model_copy(update={"act": "unclear"}), "wish": None}
    return {"request": heard}


def _after_drive(state: State) -> str:
    return "compose" if state["ranking"].picks or not state["wish"] else "retrieve"


def _retrieve(state: State, runtime: Runtime[Run]) -> State:
    run, started = runtime.context, time.perf_counter()
    wish = state["wish"]
    assert wish is not None
    memory = state["before"]
    found = retrieve(wish, memory, run.log.standing(run.user), run.catalogue)
    run.clock("retrieve", started)
    if _meaningless(wish, found) or _nonsense(wish, memory.wish, run.catalogue):
        return {"request": state["request"].model_copy(update={"act": "unclear"}), "wish": None}
    return {"found": found}


NEAR_ENOUGH = 0.3
"""Cosine below which words that no title contains are taken for no wish at all."""


def _meaningless(wish: Request, found: Found) -> bool:
    """Whether all there is to go by is words, and they match no title by letter nor by meaning."""
    if not wish.free_text or wish.model_copy(update={"free_text": ""}).has_wish:
        return False
    best = max((s.get("text", 0.0) for s in found.scores.values()), default=0.0)
    return best < NEAR_ENOUGH and not any("keyword" in s for s in found.scores.values())


def _nonsense(wish: Request, before: Request | None, catalogue: Catalogue) -> bool:
    """Whether a message added nothing to the wish that stood but words that say nothing to any title."""
    if before is None or not wish.refines or not wish.free_text or wish.free_text == before.free_text:
        return False
    added = any(getattr(wish, name) != getattr(before, name) for name in ("liked", "themes", "filters", "count"))
    own = wish.free_text.removeprefix(before.free_text).strip()
    if added or not own or len(wish.shifts) > len(before.shifts):
        return False
    near, worded = catalogue.by_text(own[:200], 1, Filters())
    return not worded and (not near or near[0].score < NEAR_ENOUGH)


def _rank(state: State, runtime: Runtime[Run]) -> State:
    run, started = runtime.context, time.perf_counter()
    wish, found = state["wish"], state["found"]
    assert wish is not None
    assert found is not None
    ranking = _ranked(wish, found, run)
    run.clock("rank", started)
    if ranking.picks:
        get_stream_writer()(Cards(picks=ranking.picks))
    return {"ranking": ranking}


def _ranked(wish: Request, found: Found, run: Run) -> Ranking:
    return rank(wish, found, run.catalogue, count=_count(wish, run), seed=run.seed, explore=run.explore)


def _count(wish: Request, run: Run) -> int:
    return min(wish.count or run.count, MOST_PICKS)


def _compose(state: State, runtime: Runtime[Run]) -> State:
    run, started = runtime.context, time.perf_counter()
    if run.voice is None:
        plan = _plan(state, run)
        run.voice = Voice(plan, _generator(run) if run.chosen.model is not None else None, run.stopping)
        if plan.prompt_label and run.chosen.model is not None:
            run.policy = f"{run.policy}+{plan.prompt_label}"
    draft = run.voice.next()
    run.clock("compose", started)
    return {"draft": draft}


def _plan(state: State, run: Run) -> Plan:
    request, wish, found = state["request"], state["wish"], state["found"]
    scene = _scene(request, state["before"], run)
    if wish is None or found is None:
        return Plan(slots=tuple(plain(text) for text in answer(scene)))
    voice = "none" if run.chosen.model is None else "large" if run.chosen.tools else "small"
    if request.act in {"seen", "reject", "taste"}:
        plan = replacement(state["ranking"], found.situation, scene, count=_count(wish, run))
        first = answer(scene)
    else:
        plan = recommend(wish, state["ranking"], found.situation, scene, count=_count(wish, run), voice=voice)
        taste = (taste_line(s, run.catalogue.titles, scene.say) for s in request.taste)
        first = tuple(line for line in (*courtesy_lines(scene), rejected_line(scene), *taste) if line)
    return plan.model_copy(update={"slots": (*(plain(text) for text in first), *plan.slots)})


def _scene(request: Request, memory: Memory, run: Run) -> Scene:
    titles = run.catalogue.titles
    standing = run.log.standing(run.user) if request.act in {"recall", "absent"} else Standing()
    asked = [titles[i] for i in request.about if i in titles] if request.act == "absent" else []
    absent = tuple(why_absent(title, memory, standing, run.catalogue) for title in asked[:3])
    return Scene(request, memory, titles, run.seed, standing, absent)


def _generator(run: Run) -> Generate:
    model = run.chosen.model
    assert model is not None

    def generate(messages: Sequence[Message], tokens: int) -> Iterator[str]:
        pairs = [(m.role, m.content) for m in messages]
        return stream_text(model, pairs, max_tokens=tokens, seed=run.seed, temperature=0.3)

    return generate


def _verify(state: State, runtime: Runtime[Run]) -> State:
    run, started = runtime.context, time.perf_counter()
    draft, voice = state["draft"], run.voice
    assert draft is not None
    assert voice is not None
    sentence: Sentence | None
    if not draft.by_model:
        sentence = Sentence(text=draft.text, by="composer")
    else:
        fault = _checker(state, run, draft)(draft.text)
        line = voice.judge(passed=fault is None)
        if fault is None:
            sentence = Sentence(text=draft.text, by="model")
        else:
            sentence = Sentence(text=line, by="replaced", rejected=draft.text, why=fault) if line else None
    if sentence is not None:
        get_stream_writer()(Said(sentence=sentence))
    run.clock("verify", started)
    return {"said": (*state["said"], sentence) if sentence else state["said"]}


def _checker(state: State, run: Run, draft: Draft) -> Checker:
    wish, titles = state["wish"] or state["request"], run.catalogue.titles
    picks = tuple(p.title for p in state["ranking"].picks if p.title.id in draft.about)
    named = tuple(titles[r.id] for r in wish.liked if r.id in titles)
    check = Checker(Evidence(picks, named))
    spoken = (check.speaks_of(s.text) for s in reversed(state["said"]))
    return replace(check, subject=next((title for title in spoken if title is not None), None))


def _remember(state: State, runtime: Runtime[Run]) -> State:
    run = runtime.context
    request, picks = state["request"], state["ranking"].picks
    memory = state["before"]
    voice = run.voice
    turn = Turn(
        id=run.turn_id,
        conversation=run.conversation,
        user=run.user,
        message=state["message"],
        request=state["wish"] or request,
        catalogue=run.catalogue.info.version,
        candidates=state["ranking"].candidates,
        picks=picks,
        prompt=tuple(voice.prompts) if voice else (),
        completion="".join(voice.completion) if voice else "",
        sentences=state["said"],
        model=run.chosen.name,
        policy=run.policy,
        seed=run.seed,
        timings_ms={**run.timings, "total": round(sum(run.timings.values()), 3)},
        stopped=voice.stopped if voice else False,
    )
    run.log.record(turn)
    for ident in request.seen:
        run.log.feedback(turn_id=turn.id, user=run.user, signal="seen", title_id=ident)
    after = remember(memory, request, state["wish"], picks, turn.reply)
    get_stream_writer()(Done(turn=turn))
    return {"memory": after.model_dump(mode="json", exclude_defaults=True)}
