"""How themes stand in a sentence: ``about a serial killer and the police``, ``marked by slapstick``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matinee.agent.compose.say import article, listed
from matinee.agent.understand.patterns import word_set
from matinee.index.title import fold


def about(themes: Sequence[str], word: str = "and") -> str:
    """``about …`` for what a story is about, ``marked by …`` where all that is named is a manner of telling."""
    topics = [theme for theme in themes if theme.lower() not in _MANNERS]
    if list(themes) == ["black and white"]:
        return "in black and white"
    if topics:
        return f"about {listed([named(theme) for theme in topics], word)}"
    return f"marked by {listed(themes, word)}" if themes else ""


def named(theme: str) -> str:
    """A theme with the article that its noun wants: ``a road trip``, ``the police``, ``friendship``."""
    low = theme.lower()
    if low in _SAID:
        return _SAID[low]
    if low in _WITH_THE or (low[:4].isdigit() and low[4:] == "s"):
        return f"the {theme}"
    words = theme.split()
    if len(words) > 2 and words[0].endswith("ing") and words[1] in {"a", "an", "the"}:
        return theme
    head = _head(theme)
    counted = head in _COUNTABLE and not theme[:1].isupper() and words[0] not in _DETERMINED
    return f"{article(theme)} {theme}" if counted else theme


def _head(theme: str) -> str:
    words = fold(theme.replace("-", "")).split()
    stop = next((i for i, w in enumerate(words) if i and w in _PREPOSITIONS), len(words))
    return words[stop - 1] if words else ""


_SAID: Mapping[str, str] = {
    "fish out of water": "a fish out of water", "opposites attract": "opposites who attract",
    "chosen one": "a chosen one",
    "double life": "a double life", "race against time": "a race against time", "femme fatale": "a femme fatale",
    "power struggle": "a power struggle", "on the run": "people on the run", "wrongly accused": "the wrongly accused",
    "undercover": "working undercover", "strangers bond": "strangers who bond", "post-war": "the post-war years",
    "anti-war": "the case against war", "cat and mouse": "a game of cat and mouse",
    "family in danger": "a family in danger",
    "civil war": "a civil war", "secret identity": "a secret identity", "courtroom": "a courtroom",
    "border": "a border",
    "deadly game": "a deadly game", "secret society": "a secret society", "class divide": "the class divide",
    "small town": "a small town", "midlife crisis": "a midlife crisis", "good versus evil": "good against evil",
    "nonlinear story": "a story out of order", "treasure hunt": "a treasure hunt", "break-up": "a break-up",
    "fairy tale": "a fairy tale", "sibling rivalry": "sibling rivalry", "siege": "a siege",
    "murder mystery": "a murder mystery",
    "drug trade": "the drug trade", "dysfunctional family": "a dysfunctional family", "plane crash": "a plane crash",
    "american south": "the American South", "cover-up": "a cover-up", "prison escape": "a prison escape",
    "corporate conspiracy": "a corporate conspiracy", "alien invasion": "an alien invasion",
    "identity": "identity", "shipwreck": "a shipwreck", "road movie": "a road trip", "car crash": "a car crash",
    "car accident": "a car accident", "bank robbery": "a bank robbery", "hit and run": "a hit-and-run",
    "literary adaptation": "a story first told in a book", "police procedural": "police work step by step",
    "based on true story": "a true story", "based on a true story": "a true story", "dying": "dying",
}  # fmt: skip
"""Theme phrases that no rule says well."""
_PREPOSITIONS = word_set("in of with when at on for from as out gone to by without against and after under between or")
_DETERMINED = word_set("one two three seven the a an my")
_WITH_THE = frozenset(
    ["police", "workplace", "big city", "cold war", "holocaust", "great depression", "meaning of life", "mafia",
     "seaside",
     "jungle", "desert", "theatre", "sea", "afterlife", "future", "outback", "internet", "apocalypse", "underworld",
     "middle ages", "wild west", "moon", "church", "circus", "army", "navy", "cia", "fbi", "working class",
     "ocean", "arctic",
     "end of the world", "class divide", "generation gap", "great outdoors", "vietnam war", "korean war", "gulf war",
     "spanish civil war", "american civil war", "american west", "american dream", "supernatural", "occult", "frontier",
     "french revolution", "french new wave", "czech new wave", "hong kong new wave", "great war",
     "russian revolution", "french resistance", "iraq war", "music industry", "film industry"]
)  # fmt: skip
_MANNERS = frozenset(
    ["cringe comedy", "sketch comedy", "gross-out humour", "telenovela",
     "satire", "slapstick", "epic", "gothic", "surrealism", "absurdism", "film noir", "dark comedy",
     "black comedy", "banter",
     "anthology", "mockumentary", "melodrama", "feel-good", "ensemble", "ensemble cast", "single location",
     "one location",
     "black and white", "parody", "deadpan", "farce", "whimsy", "wordplay", "found footage", "twist ending",
     "plot twist",
     "unreliable narrator", "stop motion", "slow burn", "screwball", "neorealism", "nonlinear", "satirical",
     "tearjerker"]
)  # fmt: skip
"""Theme phrases that say how a story is told."""
_COUNTABLE = word_set(
    """
    accident actor adventure analyst antihero asylum baby band barber battle birthday body bomb bookshop boss
    bunker butler
    cabin camp casino castle cat century chase chef chief child choir city clash clerk clown club coach coma company
    concert corpse country coup couple cult curse detective devil dilemma disaster dog doll dragon dream drifter
    driver duel
    dystopia empire exconvict factory family farm father feud fixer flood forest friend frontier funeral funfair
    gap girl
    grandmother gunfighter heist hero heroine hoax hospital hotel house hunter imposter impostor inheritance inn
    investigation
    island journey kidnapping killer kingdom lake legend lord man manhunt mansion marriage massacre mentor mission
    mother murder
    murderer museum nanny neighbourhood nightclub nurse office outcast outlaw park party person place plague planet
    playwright
    portrait priest prison prodigy profiler pub quest ranch rebel relic republic restaurant riot ritual rivalry
    robbery saga
    scam school scientist secret serialkiller shark sheep sheriff ship shipwreck singer slaughterhouse soldier
    spirit stalker
    station statue stepmother story street submarine swap supervillain sword swordswoman teacher team thief
    tournament town
    trial tramp triangle trip underdog university village villain volcano warrior wasteland wedding whodunit
    whistleblower
    widow widower wife wizard woman writer film
    """
) - {"family"}
"""Nouns that want an article in the singular."""
