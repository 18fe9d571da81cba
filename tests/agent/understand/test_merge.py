"""A message after picks: refinements, and what of the last wish stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory
from matinee.agent.request import Request
from matinee.index.filters import Filters
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS


GOES_ON = ["another", "more", "what else?", "next", "other suggestions?", "thanks, another one please", "show me more"]


@pytest.mark.parametrize("message", GOES_ON)
def test_more_of_the_same(say: Say, after: After, message: str) -> None:
    request = say(message, after("something like Dark but lighter"))
    assert request.act == "recommend"
    assert request.refines
    assert [r.name for r in request.liked] == ["Dark"]
    assert [s.axis for s in request.shifts] == ["light"]


REFINED = [
    ("something shorter", lambda r: [s.field for s in r.fact_shifts] == ["runtime"]),
    ("older please", lambda r: [(s.field, s.direction) for s in r.fact_shifts] == [("year", -1)]),
    ("scarier", lambda r: [(s.axis, s.direction) for s in r.shifts] == [("light", 1), ("scary", 1)]),
    ("lighter", lambda r: [(s.axis, s.degree) for s in r.shifts] == [("light", 2.0)]),
    ("darker", lambda r: [(s.axis, s.direction) for s in r.shifts] == [("light", -1)]),
    ("that was too dark", lambda r: [(s.axis, s.direction) for s in r.shifts] == [("light", 1)]),
    ("and a film instead?", lambda r: r.filters.kind == "film"),
    ("only films", lambda r: r.filters.kind == "film"),
    ("no series", lambda r: r.filters.kind == "film"),
    ("same but French", lambda r: r.filters.countries == ("France",)),
    ("in French", lambda r: r.filters.languages == ("French",)),
    ("from the 90s", lambda r: r.filters.year_min == 1990),
    ("nothing scary", lambda r: r.filters.tone_max == {"scary": 0.25}),
    ("with Tilda Swinton", lambda r: r.filters.people == ("Tilda Swinton",)),
    ("no horror please", lambda r: r.filters.genres_not == ("horror",)),
    ("make it a comedy", lambda r: r.filters.genres == ("comedy",)),
    ("also with robots", lambda r: "robots" in (*r.themes, r.free_text)),
    ("give me three more", lambda r: r.count == 3),
    ("not Parasite, something shorter", lambda r: r.rejected == (PARASITE,)),
    ("seen the first, anything else?", lambda r: r.seen == (DOLL,)),
    ("from the same director", lambda r: r.filters.people == ("Baran bo Odar",)),
    ("hidden gems only", lambda r: [s.field for s in r.fact_shifts] == ["fame"]),
    ("what about a Korean thriller?", lambda r: r.filters.countries == ("South Korea",)),
    ("less weird", lambda r: ("strange", -1) in [(s.axis, s.direction) for s in r.shifts]),
]


@pytest.mark.parametrize(("message", "check"), REFINED)
def test_refinements_keep_the_anchor(say: Say, after: After, message: str, check: Callable[[Request], bool]) -> None:
    request = say(message, after("something like Dark but lighter"))
    assert request.act == "recommend"
    assert request.refines
    assert [r.name for r in request.liked] == ["Dark"]
    assert check(request), request.model_dump(exclude_defaults=True)


FRESH = [
    "something like Heat",
    "I want a western from the 60s",
    "find me a funny film about chess",
    "I loved Amélie, what's similar?",
    "recommend a documentary about space",
]


@pytest.mark.parametrize("message", FRESH)
def test_a_wish_of_its_own_starts_afresh(say: Say, after: After, message: str) -> None:
    request = say(message, after("a series like Dark but lighter"))
    assert not request.refines
    assert "Dark" not in [r.name for r in request.liked]
    assert request.filters.kind != "series"


def test_more_like_a_pick_changes_the_anchor(say: Say, after: After) -> None:
    request = say("more like the second one", after("a series like Dark but lighter"))
    assert [r.id for r in request.liked] == [SEVERANCE]
    assert request.shifts == ()
    assert request.filters.kind == "series"
    assert request.refines


def test_a_pick_but_different(say: Say, after: After) -> None:
    request = say("the second one but funnier", after("something like Dark"))
    assert [r.id for r in request.liked] == [SEVERANCE]
    assert [s.axis for s in request.shifts] == ["funny"]


def test_new_values_replace_old_ones(say: Say, after: After) -> None:
    base = after("a French comedy from the 80s under two hours, no horror")
    request = say("rather from the 90s", base)
    assert request.filters == Filters(
        year_min=1990, year_max=1999, runtime_max=119, genres=("comedy",), genres_not=("horror",), countries=("France",)
    )
    request = say("in Korean please", base)
    assert (request.filters.languages, request.filters.countries) == (("Korean",), ())
    request = say("what about a thriller?", base)
    assert request.filters.genres == ("thriller",)
    assert say("horror after all", base).filters.genres_not == ()


def test_a_film_has_no_seasons(say: Say, after: After) -> None:
    request = say("a film instead", after("a thriller series with at most two seasons"))
    assert (request.filters.kind, request.filters.seasons_max) == ("film", None)


def test_a_new_direction_lifts_an_old_bound(say: Say, after: After) -> None:
    base = after("a film about chess, not scary")
    assert base.wish is not None
    assert base.wish.filters.tone_max == {"scary": 0.25}
    assert say("scarier", base).filters.tone_max == {}


def test_without_an_anchor_shorter_is_settled_by_what_was_shown(say: Say, after: After) -> None:
    first = after("a comedy")
    shorter = say("something shorter", first)
    assert [s.field for s in shorter.fact_shifts] == ["runtime"]
    shown = first.model_copy(update={"wish": shorter, "picks": (GROUNDHOG, DOLL)})
    lighter = say("lighter", shown)
    assert lighter.fact_shifts == ()
    assert lighter.filters.runtime_max == 101
    settled = say("older", shown.model_copy(update={"wish": lighter}))
    assert [(s.axis, s.relative) for s in settled.shifts] == [("light", False)]
    assert settled.filters.tone_min == {"light": 0.52}


def test_start_over(say: Say, after: After) -> None:
    request = say("start over", after("something like Dark"))
    assert (request.act, request.fresh, request.refines) == ("unclear", True, False)
    request = say("forget that, something about chess", after("something like Dark"))
    assert (request.act, request.fresh, request.themes, request.liked) == ("recommend", True, ("chess",), ())


def test_surprise_keeps_nothing_but_what_was_shown(say: Say, after: After) -> None:
    request = say("surprise me", after("something like Dark"))
    assert (request.act, request.surprise, request.liked, request.refines) == ("recommend", True, (), True)
    assert say("surprise me").refines is False


def test_dark_is_the_title_on_the_table(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"focus": "it-1990-series"})
    assert [r.year for r in say("something like It", memory).liked] == [1990]


def test_the_film_without_a_correction_is_a_refinement(say: Say, after: After) -> None:
    assert say("a film instead", after("something like Dark")).filters.kind == "film"
