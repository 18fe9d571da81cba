"""A message after picks: references, refinements, and what of the last wish stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matinee.agent.memory import Memory, Message
from matinee.agent.request import Request, TasteStatement
from matinee.agent.understand.linker import Linker
from matinee.index.filters import Filters
from tests.agent.understand.conftest import PICKS, Say

After = Callable[[str], Memory]
DOLL, SEVERANCE, GROUNDHOG, PARASITE, AMELIE = PICKS

ABOUT = [
    ("who's in the second one?", "fact", "cast", [SEVERANCE]),
    ("who directed the third?", "fact", "director", [GROUNDHOG]),
    ("what's the last one about?", "more", "plot", [AMELIE]),
    ("how long is the 4th?", "fact", "runtime", [PARASITE]),
    ("how many seasons does the second have?", "fact", "seasons", [SEVERANCE]),
    ("when did the third come out?", "fact", "year", [GROUNDHOG]),
    ("is the last one in French?", "fact", "language", [AMELIE]),
    ("where is the Korean one from?", "fact", "country", [PARASITE]),
    ("is the first suitable for kids?", "fact", "maturity", [DOLL]),
    ("can my 8 year old watch number 3?", "fact", "maturity", [GROUNDHOG]),
    ("how good is the fourth?", "fact", "rating", [PARASITE]),
    ("is the third one a series?", "fact", "kind", [GROUNDHOG]),
    ("is the third a comedy?", "fact", "genre", [GROUNDHOG]),
    ("is the fourth one scary?", "fact", "tone", [PARASITE]),
    ("how scary is the fourth?", "fact", "tone", [PARASITE]),
    ("tell me more about the first", "more", "plot", [DOLL]),
    ("tell me more about 2", "more", "plot", [SEVERANCE]),
    ("more about #3", "more", "plot", [GROUNDHOG]),
    ("tell me about the French one", "more", "plot", [AMELIE]),
    ("the one with Bill Murray, what is it about?", "more", "plot", [GROUNDHOG]),
    ("the shortest one", "more", "plot", [DOLL]),
    ("and the first?", "more", "plot", [DOLL]),
    ("what about the second?", "more", "plot", [SEVERANCE]),
    ("the funniest one", "more", "plot", [GROUNDHOG]),
    ("the one by Bong Joon-ho", "more", "plot", [PARASITE]),
    ("3", "more", "plot", [GROUNDHOG]),
    ("why the third?", "why", None, [GROUNDHOG]),
    ("why did you suggest Parasite?", "why", None, [PARASITE]),
    ("why these?", "why", None, list(PICKS)),
    ("compare the first two", "compare", None, [DOLL, SEVERANCE]),
    ("compare the first and the third", "compare", None, [DOLL, GROUNDHOG]),
    ("Dark or Severance?", "compare", None, ["dark-2017-series", SEVERANCE]),
    ("Dark vs Severance", "compare", None, ["dark-2017-series", SEVERANCE]),
    ("what's the difference between the first and the last?", "compare", None, [DOLL, AMELIE]),
    ("which is the funniest?", "compare", None, list(PICKS)),
    ("which one is shortest?", "compare", "runtime", list(PICKS)),
    ("which is the oldest?", "compare", "year", list(PICKS)),
    ("which has the best rating?", "compare", "rating", list(PICKS)),
    ("which one has Bill Murray?", "fact", "cast", [GROUNDHOG]),
    ("are they scary?", "fact", "tone", list(PICKS)),
    ("the last two: how long are they?", "fact", "runtime", [PARASITE, AMELIE]),
]


@pytest.mark.parametrize(("message", "act", "fact", "about"), ABOUT)
def test_questions_about_picks(
    say: Say, after: After, message: str, act: str, fact: str | None, about: list[str]
) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.fact, list(request.about)) == (act, fact, about)


@pytest.mark.parametrize(
    ("message", "axis"),
    [
        ("is the first one scary?", "scary"),
        ("which is the funniest?", "funny"),
        ("is it violent?", "violent"),
        ("how weird is the second?", "strange"),
        ("is the third good for children?", "family"),
        ("is Up sad?", "light"),
    ],
)
def test_axis_of_a_question(say: Say, after: After, message: str, axis: str) -> None:
    assert say(message, after("something like Dark")).axis == axis


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        ("how long is it?", "runtime"),
        ("who directed it?", "director"),
        ("who's in it?", "cast"),
        ("what's it about?", "plot"),
        ("tell me more", "plot"),
        ("is it scary?", "tone"),
        ("why this one?", None),
        ("how long is this film?", "runtime"),
    ],
)
def test_it_is_the_title_in_focus(say: Say, after: After, message: str, fact: str | None) -> None:
    memory = after("something like Dark").model_copy(update={"focus": SEVERANCE})
    request = say(message, memory)
    assert request.about == (SEVERANCE,)
    assert request.fact == fact


@pytest.mark.parametrize("message", ["how long is it?", "why this one?", "tell me more", "who directed it?"])
def test_it_among_several_picks_is_asked_back(say: Say, after: After, message: str) -> None:
    assert say(message, after("something like Dark")).about == ()


def test_the_only_pick_is_it(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"picks": (AMELIE,)})
    assert say("how long is it?", memory).about == (AMELIE,)


MARKED = [
    ("not that one", "reject", (), ()),
    ("not the second one", "reject", (SEVERANCE,), ()),
    ("not the first two", "reject", (DOLL, SEVERANCE), ()),
    ("no, not Parasite", "reject", (PARASITE,), ()),
    ("I don't want the last one", "reject", (AMELIE,), ()),
    ("seen it", "seen", (), ()),
    ("I've seen the third", "seen", (), (GROUNDHOG,)),
    ("already seen the first two", "seen", (), (DOLL, SEVERANCE)),
    ("I have seen all of those", "seen", (), PICKS),
    ("seen Parasite", "seen", (), (PARASITE,)),
    ("seen", "seen", (), ()),
]


@pytest.mark.parametrize(("message", "act", "rejected", "seen"), MARKED)
def test_picks_turned_down_and_seen(
    say: Say, after: After, message: str, act: str, rejected: tuple[str, ...], seen: tuple[str, ...]
) -> None:
    request = say(message, after("something like Dark"))
    assert (request.act, request.rejected, request.seen) == (act, rejected, seen)


def test_seen_it_with_a_focus(say: Say, after: After) -> None:
    memory = after("something like Dark").model_copy(update={"focus": SEVERANCE})
    assert say("seen it", memory).seen == (SEVERANCE,)
    assert say("not that one", memory).rejected == (SEVERANCE,)


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


CORRECTIONS = [
    ("I meant the film", "something like Dark but lighter", "dark-2015-film"),
    ("no, the 2015 one", "something like Dark but lighter", "dark-2015-film"),
    ("not the series, the film", "something like Dark but lighter", "dark-2015-film"),
    ("I meant the series", "like Fargo", "fargo-2014-series"),
    ("no, the series", "like Fargo", "fargo-2014-series"),
    ("I mean the 1990 one", "like It but funnier", "it-1990-series"),
    ("I meant Alien", "like Aliens", "alien-1979-film"),
]


@pytest.mark.parametrize(("message", "first", "meant"), CORRECTIONS)
def test_corrections_of_a_wish(say: Say, after: After, message: str, first: str, meant: str) -> None:
    request = say(message, after(first))
    assert request.act == "recommend"
    assert [r.id for r in request.liked] == [meant]
    wish = after(first).wish
    assert wish is not None
    assert request.shifts == wish.shifts


def test_correction_of_a_question(say: Say, names: Linker) -> None:
    said = (Message(role="user", content="who directed Dark?"), Message(role="assistant", content="…"))
    request = say("I meant the film", Memory(messages=said, focus="dark-2017-series"))
    assert (request.act, request.fact, request.about) == ("fact", "director", ("dark-2015-film",))


def test_correction_to_what_is_not_there(say: Say, after: After) -> None:
    request = say("I meant the 1950 one", after("something like Dark"))
    assert (request.act, request.unknown) == ("correct", ("Dark (1950)",))


def test_the_film_without_a_correction_is_a_refinement(say: Say, after: After) -> None:
    assert say("a film instead", after("something like Dark")).filters.kind == "film"


TASTES = [
    ("I can't stand musicals", [(False, "genre", "musical", True)]),
    ("I hate westerns", [(False, "genre", "western", True)]),
    ("I never watch horror", [(False, "genre", "horror", True)]),
    ("I'm not into sci-fi", [(False, "genre", "science fiction", True)]),
    ("I'm not really into sci-fi", [(False, "genre", "science fiction", False)]),
    ("I don't like horror", [(False, "genre", "horror", True)]),
    ("not a fan of musicals", [(False, "genre", "musical", True)]),
    ("no more Tom Cruise ever", [(False, "person", "Tom Cruise", True)]),
    ("never show me westerns again", [(False, "genre", "western", True)]),
    ("I love Kurosawa", [(True, "person", "Akira Kurosawa", True)]),
    ("I'm a big fan of Wes Anderson", [(True, "person", "Wes Anderson", False)]),
    ("I love comedies", [(True, "genre", "comedy", True)]),
    ("I like thrillers", [(True, "genre", "thriller", False)]),
    ("I hate scary films", [(False, "axis", "scary", True)]),
    ("I love weird films", [(True, "axis", "strange", True)]),
    ("I hate gore", [(False, "axis", "violent", True)]),
    ("I can't stand sad films", [(True, "axis", "light", False)]),
    ("I love time travel", [(True, "theme", "time travel", True)]),
    ("I love French films", [(True, "country", "France", True)]),
    ("I prefer series", [(True, "kind", "series", False)]),
    ("my favourite film is Amélie", [(True, "title", AMELIE, False)]),
    ("I hated Titanic", [(False, "title", "titanic-1997-film", False)]),
    ("I like action, comedies and thrillers", [(True, "genre", g, False) for g in ("action", "comedy", "thriller")]),
    ("I'm not a huge horror fan", [(False, "genre", "horror", False)]),
    ("I'm a big horror film fan", [(True, "genre", "horror", False)]),
    ("westerns aren't my thing", [(False, "genre", "western", True)]),
    ("horror is not really for me", [(False, "genre", "horror", False)]),
    ("I'd love a comedy", []),
    ("no musicals", []),
    ("anything but horror", []),
]


@pytest.mark.parametrize(("message", "expected"), TASTES)
def test_taste(say: Say, message: str, expected: list[tuple[bool, str, str, bool]]) -> None:
    request = say(message)
    assert [(s.likes, s.what, s.value, s.lasting) for s in request.taste] == expected
    if expected:
        assert request.act == "taste"


def test_taste_and_wish_in_one_message(say: Say) -> None:
    request = say("I hate musicals, what about something like Dark?")
    assert request.act == "recommend"
    assert [r.name for r in request.liked] == ["Dark"]
    assert [(s.likes, s.value) for s in request.taste] == [(False, "musical")]


def test_a_liked_genre_is_wanted_when_suggestions_are_asked_for(say: Say) -> None:
    assert say("I love comedies").filters == Filters()
    assert say("I love comedies, what do you suggest?").filters.genres == ("comedy",)


@pytest.mark.parametrize("message", ["musicals are fine after all", "I don't mind musicals", "musicals are ok again"])
def test_a_dislike_taken_back(say: Say, message: str) -> None:
    hated = TasteStatement(likes=False, what="genre", value="musical", words="musicals")
    request = say(message, Memory(taste=(hated,)))
    assert [(s.likes, s.what, s.value) for s in request.taste] == [(True, "genre", "musical")]


def test_words_of_taste(say: Say) -> None:
    words = {
        m: say(m).taste[0].words for m in ("I hate musicals", "I hate scary films", "I hate gore", "I love slow films")
    }
    assert words == {
        "I hate musicals": "musicals",
        "I hate scary films": "scary films",
        "I hate gore": "gore",
        "I love slow films": "fast-paced films",
    }
