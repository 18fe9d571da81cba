"""Genres and kinds: "sci-fi", "rom-coms", "a miniseries", "Nordic noir", "anything but horror"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matinee.agent.understand.common import FUNCTION
from matinee.agent.understand.stance import Stance, stance
from matinee.agent.understand.text import Utterance
from matinee.index.title import Kind, fold


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word for a genre or kind stands for."""

    genres: tuple[str, ...] = ()
    kind: Kind | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    seasons_max: int | None = None
    year_max: int | None = None


@dataclass(frozen=True, slots=True)
class GenreHit:
    """A word for a genre or kind, found in a message."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class GenreWish:
    """A genre or kind wanted or ruled out."""

    start: int
    end: int
    meaning: Meaning
    words: str
    stance: Stance

    @property
    def denied(self) -> tuple[str, ...]:
        """The genres that go where this is ruled out: of a mixture the first alone; who hates rom-coms may laugh."""
        return self.meaning.genres[:1]


_NORDIC = ("Denmark", "Sweden", "Norway", "Finland", "Iceland")
_G = Meaning

_WORDS: Mapping[str, Meaning] = {
    "film, movie, flick, motion picture, feature film, feature length, feature, cinema, talkie": _G(kind="film"),
    "series, show, tv show, tv series, television series, programme, box set, boxset, serial, tv, television, telly, "
    "something to binge, binge, bingeable, binge watch, bingewatch": _G(kind="series"),
    "miniseries, mini series, limited series, one season series": _G(kind="series", seasons_max=1),
    "sitcom, situation comedy": _G(("comedy",), "series"),
    "anime": _G(("animation",), countries=("Japan",)),
    "anime film, anime movie": _G(("animation",), "film", ("Japan",)),
    "anime series, anime show": _G(("animation",), "series", ("Japan",)),
    "documentary, doc, docu, docs, documentaries, docuseries, docu series": _G(("documentary",)),
    "action": _G(("action",)),
    "adventure": _G(("adventure",)),
    "animation, animated, cartoon": _G(("animation",)),
    "biography, biopic, biographical, bio pic": _G(("biography",)),
    "comedy, comedies": _G(("comedy",)),
    "romantic comedy, rom com, romcom, romantic comedies": _G(("romance", "comedy")),
    "dramedy, comedy drama, tragicomedy": _G(("comedy", "drama")),
    "action comedy, action comedies": _G(("action", "comedy")),
    "horror comedy, comedy horror, horror comedies": _G(("horror", "comedy")),
    "crime, crime story, crime drama, police procedural, cop show, gangster, mafia, mob, detective": _G(("crime",)),
    "whodunit, whodunnit, murder mystery, murder mysteries": _G(("mystery", "crime")),
    "mystery": _G(("mystery",)),
    "drama, melodrama": _G(("drama",)),
    "fantasy, sword and sorcery": _G(("fantasy",)),
    "historical, history, period drama, costume drama, period piece, historical drama": _G(("history",)),
    "horror, slasher": _G(("horror",)),
    "kung fu, martial arts, wuxia, karate": _G(("martial arts",)),
    "musical": _G(("musical",)),
    "romance, love movie, love film, chick flick": _G(("romance",)),
    "science fiction, sci fi, scifi, sf, sci fis, space opera": _G(("science fiction",)),
    "silent, silent film, silent movie": _G(("silent",)),
    "sport, sports": _G(("sport",)),
    "superhero, superheroes, super hero, comic book movie, comic book film": _G(("superhero",)),
    "thriller, suspense thriller": _G(("thriller",)),
    "war": _G(("war",)),
    "western": _G(("western",)),
    "spaghetti western": _G(("western",), countries=("Italy",)),
    "giallo": _G(("horror",), countries=("Italy",)),
    "bollywood": _G(countries=("India",), languages=("Hindi",)),
    "k drama, kdrama": _G(kind="series", countries=("South Korea",)),
    "j drama, jdrama": _G(kind="series", countries=("Japan",)),
    "c drama, cdrama": _G(kind="series", countries=("China",)),
    "j horror, jhorror": _G(("horror",), countries=("Japan",)),
    "k horror": _G(("horror",), countries=("South Korea",)),
    "nordic noir, scandi noir, scandinavian noir": _G(("crime",), countries=_NORDIC),
    "telenovela": _G(kind="series", countries=("Mexico", "Colombia", "Brazil", "Argentina", "Venezuela")),
    "film noir, noir": _G(("crime",), themes=("film noir", "noir")),
    "soap, soap opera": _G(("drama",), "series"),
    "black and white, b and w": _G(themes=("black and white",), year_max=1968),
}  # fmt: skip

_PLURALS = {"series": "series", "miniseries": "miniseries", "anime": "anime"}

LONGEST_GENRE = 3


def _table() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}
    for words, meaning in _WORDS.items():
        for phrase in words.split(", "):
            table[phrase] = meaning
            table.setdefault(_plural(phrase), meaning)
    return table


def _plural(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    if last in _PLURALS:
        last = _PLURALS[last]
    elif last.endswith("y") and last[-2] not in "aeiou":
        last = f"{last[:-1]}ies"
    elif not last.endswith("s"):
        last += "s"
    return f"{head} {last}".strip()


GENRE_WORDS: Mapping[str, Meaning] = _table()


def genre_table(catalogue: Mapping[str, str]) -> dict[str, Meaning]:
    """Words to meanings for one catalogue, whose own genres count as words too and whose wording is used."""
    table = {
        words: Meaning(
            tuple(catalogue.get(fold(g), g) for g in m.genres),
            m.kind, m.countries, m.languages, m.themes, m.seasons_max, m.year_max,
        )
        for words, m in GENRE_WORDS.items()
    }  # fmt: skip
    for key, shown in catalogue.items():
        table.setdefault(key, Meaning((shown,)))
        table.setdefault(_plural(key), Meaning((shown,)))
    return table


def find_genres(said: Utterance, table: Mapping[str, Meaning], *, shortest: int = 1) -> list[GenreHit]:
    """Words for genres and kinds, of ``shortest`` words or more, among what is not understood yet; they are taken."""
    hits = []
    for start, end in list(said.phrases(table, LONGEST_GENRE)):
        if end - start < shortest or _means_something_else(said, start, end):
            continue
        hits.append(GenreHit(start, end, table[said.key(start, end, table) or ""]))
        said.take(start, end)
    return hits


def read_genres(said: Utterance, hits: Iterable[GenreHit]) -> list[GenreWish]:
    """The genres and kinds found, each with how the user stands to it."""
    wishes = []
    for hit in hits:
        stands = stance(said, hit.start)
        if stands.sign and not (stands.sign < 0 and not stands.standing and _described(said, hit)):
            wishes.append(GenreWish(hit.start, hit.end, hit.meaning, said.span(hit.start, hit.end).lower(), stands))
    return wishes


def _described(said: Utterance, hit: GenreHit) -> bool:
    """Whether a word read as tone, place or time stands right before: "no dark comedies" denies the dark ones only."""
    return (
        hit.start > 0
        and said.taken[hit.start - 1]
        and not said.opens_clause(hit.start)
        and (said.words[hit.start - 1] not in GENRE_WORDS or not hit.meaning.genres)
        and said.words[hit.start - 1] not in FUNCTION
    )


def _means_something_else(said: Utterance, start: int, end: int) -> bool:
    before = said.words[start - 1] if start else ""
    after = said.words[end] if end < len(said) else ""
    words = said.words[start:end]
    if words == ("show",):
        return (
            after in {"me", "us", "it", "them"}
            or before in {"can", "you", "please", "to", "could", "just"}
            or (start == 0 and after in {"more", "something", "another", "a", "the", "some"})
        )
    if words == ("feature",):
        return before not in {"a", "the", "main", "double"}
    if words in {("features",), ("tv",), ("television",)}:
        return words == ("features",)
    if words == ("war",):
        return before in {"world", "cold", "civil", "vietnam", "the", "at", "about", "trojan", "nuclear"}
    if words == ("history",):
        return before in {"about", "in", "of", "my", "a"} or start == 0
    if words == ("crime",):
        return before in {"about", "a", "the", "true", "organised", "organized"}
    if words == ("silent",):
        return (
            after
            not in {
                "film",
                "films",
                "movie",
                "movies",
                "era",
                "comedy",
                "comedies",
                "cinema",
                "musical",
                "classic",
                "classics",
                "horror",
                "drama",
            }
            and start > 0
            and not said.closes(end)
        )
    if words in {("detective",), ("mob",), ("mafia",), ("gangster",), ("crime",), ("sports",), ("sport",)}:
        return after not in {
            "film",
            "films",
            "movie",
            "movies",
            "series",
            "show",
            "shows",
            "story",
            "stories",
            "drama",
            "dramas",
            "thriller",
            "thrillers",
            "flick",
            "flicks",
            "fiction",
            "comedy",
            "documentary",
            "documentaries",
        } and words[0] not in {"crime", "sports", "sport"}
    return False
