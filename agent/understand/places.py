"""Countries and languages: names, demonyms and regions, in the catalogue's own wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from matinee.agent.understand.genres import GENRE_WORDS
from matinee.agent.understand.patterns import alternatives, one_of, word_set
from matinee.agent.understand.stance import Stance, stance
from matinee.agent.understand.text import Utterance
from matinee.index.title import fold

# demonym and other names | countries | language
_PLACES = """
american, hollywood, usa, us, u s, united states, america | United States | English
british, uk, britain, english made, brit, brits, great britain, england | United Kingdom | English
scottish, welsh, scotland, wales | United Kingdom | English
irish, ireland | Ireland | English
australian, aussie, australia | Australia | English
canadian, canada | Canada | English
kiwi, new zealand | New Zealand | English
french, france | France | French
belgian, belgium | Belgium | French
german, germany | Germany, West Germany, East Germany | German
austrian, austria | Austria | German
swiss, switzerland | Switzerland | German
italian, italy | Italy | Italian
spanish, spain | Spain | Spanish
portuguese, portugal | Portugal | Portuguese
brazilian, brazil | Brazil | Portuguese
mexican, mexico | Mexico | Spanish
argentinian, argentine, argentinean, argentina | Argentina | Spanish
chilean, chile | Chile | Spanish
colombian, colombia | Colombia | Spanish
cuban, cuba | Cuba | Spanish
peruvian, peru | Peru | Spanish
japanese, japan | Japan | Japanese
korean, south korean, south korea, korea | South Korea | Korean
chinese, china | China | Mandarin
taiwanese, taiwan | Taiwan | Mandarin
hong kong, cantonese | Hong Kong | Cantonese
indian, india | India | Hindi
bengali | India | Bengali
tamil | India | Tamil
telugu | India | Telugu
pakistani, pakistan | Pakistan | Urdu
iranian, persian, iran | Iran | Persian
turkish, turkey | Turkey | Turkish
israeli, israel | Israel | Hebrew
palestinian, palestine | Palestine | Arabic
lebanese, lebanon | Lebanon | Arabic
egyptian, egypt | Egypt | Arabic
moroccan, morocco | Morocco | Arabic
algerian, algeria | Algeria | Arabic
tunisian, tunisia | Tunisia | Arabic
saudi, saudi arabia | Saudi Arabia | Arabic
russian, russia | Russia, Soviet Union | Russian
soviet, ussr, soviet union | Soviet Union | Russian
ukrainian, ukraine | Ukraine | Ukrainian
polish, poland | Poland | Polish
czech, czechoslovak, czechoslovakian, czechia, czechoslovakia | Czech Republic, Czechoslovakia | Czech
slovak, slovakia | Slovakia, Czechoslovakia | Slovak
hungarian, hungary | Hungary | Hungarian
romanian, romania | Romania | Romanian
bulgarian, bulgaria | Bulgaria | Bulgarian
serbian, serbia, yugoslav, yugoslavia | Serbia, Yugoslavia | Serbian
croatian, croatia | Croatia, Yugoslavia | Croatian
bosnian, bosnia | Bosnia and Herzegovina | Bosnian
georgian | Georgia | Georgian
greek, greece | Greece | Greek
dutch, netherlands, the netherlands, holland | Netherlands | Dutch
danish, denmark | Denmark | Danish
swedish, sweden | Sweden | Swedish
norwegian, norway | Norway | Norwegian
finnish, finland | Finland | Finnish
icelandic, iceland | Iceland | Icelandic
estonian, estonia | Estonia | Estonian
latvian, latvia | Latvia | Latvian
lithuanian, lithuania | Lithuania | Lithuanian
thai, thailand | Thailand | Thai
vietnamese, vietnam | Vietnam | Vietnamese
indonesian, indonesia | Indonesia | Indonesian
filipino, philippines, the philippines | Philippines | Filipino
malaysian, malaysia | Malaysia | Malay
south african, south africa | South Africa | Afrikaans
nigerian, nollywood, nigeria | Nigeria | English
senegalese, senegal | Senegal | Wolof
ethiopian, ethiopia | Ethiopia | Amharic
scandinavian, scandi, nordic, scandinavia | Denmark, Sweden, Norway, Finland, Iceland |
european, europe | United Kingdom, France, Germany, Italy, Spain, Denmark, Sweden, Norway, Finland, Iceland,
    ...  Poland, Austria, Belgium, Netherlands, Portugal, Ireland, Switzerland, Hungary, Czech Republic,
    ...  Greece, Romania,
    ...  West Germany, Czechoslovakia, Yugoslavia, Serbia, Bosnia and Herzegovina |
eastern european | Poland, Hungary, Czech Republic, Czechoslovakia, Romania, Bulgaria, Serbia, Yugoslavia,
    ...  Soviet Union, Russia, Ukraine |
asian, asia | Japan, South Korea, China, Hong Kong, Taiwan, India, Thailand, Vietnam, Indonesia, Philippines, Iran |
east asian | Japan, South Korea, China, Hong Kong, Taiwan |
latin american, south american, latin america, south america | Mexico, Argentina, Brazil, Chile, Colombia, Peru,
    ...  Cuba, Uruguay, Venezuela, Guatemala |
african, africa | South Africa, Nigeria, Senegal, Egypt, Ethiopia, Mauritania, Morocco, Algeria, Tunisia, Kenya,
    ...  Democratic Republic of the Congo |
middle eastern, arab, arabic | Egypt, Lebanon, Palestine, Syria, Jordan, Saudi Arabia, Iraq, United Arab
    ...  Emirates, Qatar, Kuwait | Arabic
"""

_LANGUAGES = """english|mandarin|cantonese|hindi|urdu|persian|farsi:Persian|hebrew|yiddish|arabic|catalan|latin|bengali
|tamil|telugu|malayalam|punjabi|marathi|basque|galician|welsh|gaelic|icelandic|afrikaans|swahili|tagalog:Filipino
|chinese:Mandarin|flemish:Dutch|sign language""".replace("\n", "")

_NO_SUBTITLES = one_of(
    r"""
    \b(?:no|without|nothing with|anything with|not with|don'?t (?:want|like|do)|hate|hate reading|
    ... not) (?:any |the |reading )*sub(?:title)?s\b
    \bnot subtitled\b
    \bno foreign languages?\b
    """,
)  # fmt: skip
_FOREIGN = one_of(
    r"""
    foreign(?:[- ]language)?(?= (?:films?|movies?|series|shows?|cinema|thrillers?|comed(?:y|ies)|dramas?|horrors?))
    world cinema
    non[- ]english(?:[- ]language)?
    """,
    before=r"\b",
    after=r"\b",
)
_IN_FROM = word_set("from made produced out shot filmed")


@dataclass(frozen=True, slots=True)
class Place:
    """What one word for a place or tongue can mean."""

    countries: tuple[str, ...]
    language: str | None
    noun: bool
    """A country's name ("France") rather than an adjective ("French")."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place or tongue named in a message."""

    start: int
    end: int
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    other: bool = False
    """Anything but these: "foreign films"."""


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """A place or tongue wanted or ruled out."""

    start: int
    end: int
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    stance: Stance


class Places:
    """Countries and languages, worded as one catalogue words them."""

    def __init__(self, countries: Mapping[str, str], languages: Mapping[str, str]) -> None:
        self._table: dict[str, Place] = {}
        for names, lands, language in _rows():
            for name in names:
                noun = fold(name) in {fold(land) for land in lands} or name in _NOUNS
                known = tuple(countries[fold(c)] for c in lands if fold(c) in countries) or lands[:1]
                self._table[fold(name)] = Place(known, languages.get(fold(language), language) or None, noun)
        for key, shown in countries.items():
            self._table.setdefault(key, Place((shown,), None, noun=True))
        for item in _LANGUAGES.split("|"):
            name, _, shown = item.partition(":")
            shown = shown or name.capitalize()
            self._table.setdefault(fold(name), Place((), languages.get(fold(shown), shown), noun=False))
        for key, shown in languages.items():
            self._table.setdefault(key, Place((), shown, noun=False))
        self.words = frozenset(word for key in self._table for word in key.split())
        self.english = languages.get("english", "English")

    def knows(self, word: str) -> bool:
        """Whether a folded word names a place or tongue."""
        return word in self._table

    def meaning(self, word: str) -> Place | None:
        """What a folded word for a place or tongue can mean."""
        return self._table.get(word)

    def find(self, said: Utterance) -> list[PlaceHit]:
        """Places and tongues among what is not understood yet; their tokens are taken. A setting is none."""
        hits = []
        for _, start, end in list(said.search(_NO_SUBTITLES)):
            hits.append(PlaceHit(start, end, (), (self.english,)))
            said.take(start, end)
        for _, start, end in list(said.search(_FOREIGN)):
            hits.append(PlaceHit(start, end, (), (self.english,), other=True))
            said.take(start, end)
        for start, end in list(said.phrases(self._table, 3)):
            place = self._table[said.key(start, end, self._table) or ""]
            hit = self._read(said, start, end, place)
            if hit is not None:
                hits.append(hit)
                said.take_name(hit.start, hit.end)
        return hits

    def _read(self, said: Utterance, start: int, end: int, place: Place) -> PlaceHit | None:
        before = said.words[start - 1] if start else ""
        after = said.words[end] if end < len(said) else ""
        text = said.tokens[start].text
        if (text.lower() in {"polish", "turkey"} and text.islower()) or (text.lower() == "us" and text != "US"):
            return None
        if after in {"language", "speaking", "spoken", "dialogue", "audio", "dubbed", "dub"} and place.language:
            return PlaceHit(start, end + 1, (), (place.language,))
        if after == "subtitles":
            return None
        if place.noun:
            made = before in _IN_FROM or (before == "in" and start > 1 and said.words[start - 2] in _IN_FROM)
            made = made or before in {"not", "no"} or len(said) <= 2 or after in GENRE_WORDS
            return PlaceHit(start, end, place.countries) if made and place.countries else None
        if before in {"in", "speak", "speaking", "understand", "spoken"} and place.language:
            return PlaceHit(start, end, (), (place.language,))
        if place.countries:
            return PlaceHit(start, end, place.countries)
        return PlaceHit(start, end, (), (place.language,)) if place.language else None


_NOUNS = frozenset(
    alternatives(
        """
        usa
        u s
        us
        america
        united states
        great britain
        britain
        england
        scotland
        wales
        korea
        czechia
        holland
        the netherlands
        the philippines
        scandinavia
        europe
        asia
        africa
        latin america
        south america
        soviet union
        ussr
        uk
        """
    )
)


def _rows() -> Iterable[tuple[list[str], tuple[str, ...], str]]:
    for line in alternatives(_PLACES):
        names, lands, language = (part.strip() for part in line.split("|"))
        yield [n.strip() for n in names.split(",")], tuple(c.strip() for c in lands.split(",")), language


def is_place(words: str) -> bool:
    """Whether ``words`` name a country, its people or its language: "french", "South Korea"."""
    return any(fold(words) in (*names, *map(fold, (*countries, language))) for names, countries, language in _rows())


def read_places(said: Utterance, hits: Iterable[PlaceHit]) -> list[PlaceWish]:
    """The places and tongues found, each with how the user stands to it."""
    wishes = []
    for hit in hits:
        stands = stance(said, hit.start)
        if hit.other:
            stands = replace(stands, sign=1 if stands.sign < 0 else -1)
        if stands.sign:
            wishes.append(PlaceWish(hit.start, hit.end, hit.countries, hit.languages, stands))
    return wishes
