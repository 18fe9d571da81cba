"""The lexicon of tone: what people say, and which way it moves on which of the twelve axes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matinee.index.title import TONE_AXES, fold

Form = Literal["plain", "more", "most", "noun"]


@dataclass(frozen=True, slots=True)
class Effect:
    """Movement along one axis that a word stands for."""

    axis: str
    direction: Literal[-1, 1]
    weight: float


@dataclass(frozen=True, slots=True)
class ToneWord:
    """One word or phrase, in one form. The first effect is what the word is mainly about."""

    effects: tuple[Effect, ...]
    form: Form


# effects | adjectives and phrases | nouns, which are wanted "with", "more of", "without"
_LEXICON = """
light+ | light, light-hearted, cheerful, cheery, breezy, sunny, jolly, fluffy, bubbly, joyful, joyous, frothy, merry,
    good-natured, warm, warm-hearted, easygoing, easy-going, playful, carefree, lightweight | lightness, cheer, joy,
    warmth, good vibes
light+ hopeful+ | feel-good, feelgood, happy, upbeat, cheer me up, cheers me up, pick-me-up, lift my spirits,
    lifts my spirits, lift my mood, makes me smile, make me smile, leaves me smiling, positive, good mood
light+ hopeful+.5 | sweet, endearing, charming, delightful, cute | happiness
light+ funny+.5 | fun, entertaining | fun
light+ tense- | cosy, cozy, comforting, snug, comfort film, comfort movie, comfort show, comfort series, comfort watch
strange+ light+.5 fantastic+.5 | whimsical, fanciful | whimsy
light+ family+ | wholesome | wholesomeness
light+.5 funny+.5 | cheesy, corny
light- | dark, heavy, gloomy, sombre, somber, brooding, sad, tragic, melancholic, melancholy, downbeat, sorrowful,
    heart-breaking, heartbreaking, heart-wrenching, heartrending, tearjerking, tearful, mournful, devastating,
    upsetting, miserable, make me cry, makes me cry, cry over, to cry, a good cry, have a cry, sob, makes you cry,
    tear-jerker, tearjerker, tear-jerkers,
    tearjerkers, weepie, weepy, moody, darkly, murky, hard-hitting, heavy-hearted | darkness, sadness, gloom,
    tears, heaviness, misery, doom
light- hopeful- | bleak, depressing, grim, desolate, hopelessly sad, soul-crushing, a downer, downer, gut-wrenching,
    harsh | bleakness, grimness
light- fantastic-.5 | gritty, raw, unflinching, hard-boiled, hardboiled | grit
light- tense+.5 | harrowing
light- scary+.5 | disturbing, dreadful, morbid, macabre
light- strange+.5 | twisted
funny+ | funny, hilarious, humorous, humourous, comic, comical, comedic, witty, amusing, laugh-out-loud, make me laugh,
    makes me laugh, making me laugh, makes you laugh, hysterical, side-splitting, uproarious, deadpan,
    tongue-in-cheek, tongue in cheek, have a laugh, need a laugh, good laugh, laugh | humour, humor, laughs, laughter,
    jokes, gags, wit, giggles
funny+ light+.5 | silly, goofy, zany, daft, ridiculous, slapsticky | silliness
funny- light-.5 | serious, earnest, po-faced, sober, solemn | seriousness
funny- | unfunny, humourless, straight-faced
scary+ | scary, frightening, terrifying, spooky, chilling, horrifying, nightmarish, spine-chilling, spine-tingling,
    blood-curdling, sinister, scare me, scares me, petrifying, hair-raising | scares, jump scares, jumpscares, terror,
    fright, frights, dread, fear, nightmares, spookiness
scary+ strange+.5 | creepy, eerie, unsettling, uncanny, ghoulish | creepiness
violent+ | violent, bloody, brutal, savage, ultraviolent, blood-soaked, vicious, bloodthirsty, ruthless | violence,
    blood, bloodshed, brutality, killings, torture, shootouts, shooting, killing, beatings, fist fights, gunfights
violent+ scary+.5 | gory, crazy gore, grisly, gruesome | gore, guts, blood and guts
violent- | nonviolent, non-violent, bloodless
violent- tense- | gentle, peaceful, mild | gentleness
violent- scary- | tame
tense+ | tense, suspenseful, gripping, thrilling, nail-biting, nailbiting, edge of my seat, edge of your seat,
    edge of the seat, edge-of-your-seat, edge-of-seat, on edge, intense, nerve-wracking, nerve-racking, taut, riveting,
    white-knuckle, stressful, heart-pounding, heart-stopping, nervy, paranoid, anxiety-inducing, claustrophobic |
    tension, suspense, thrills, stress, intensity, anxiety
tense+ fast+ | exciting, pulse-pounding, adrenaline-fuelled, adrenaline-fueled, adrenaline-pumping, action-filled |
    excitement, adrenaline
tense- | relaxing, relaxed, calm, calming, soothing, chill, chilled, chilled out, laid-back, laidback, mellow, restful,
    serene, low-stakes, tranquil, unwind, wind down, easy-watching, stress-free, help me sleep, fall asleep to,
    background watching | calmness, relaxation
tense- fast- | quiet, sleepy
tense- complex- | switch off, turn my brain off, switch my brain off, brain off, easy watch, easy viewing, undemanding
fast+ | fast, fast-paced, quick-paced, fast-moving, high-octane, frantic, frenetic, pacy, pacey, brisk, snappy, rapid,
    rapid-fire, energetic, dynamic, kinetic, high-energy, non-stop, nonstop, breakneck, zippy, propulsive | energy, pace
fast+ violent+.5 | action-packed, actionpacked, full of action, lots of action
fast+ light+.5 | lively, rollicking
fast- | slow, slow-burn, slow-burning, slowburn, slow-paced, slow-moving, slower-paced, unhurried, leisurely, patient,
    languid, measured, sedate, slow burner, slow burners, takes its time, takes their time, lingering
fast- complex+.5 | contemplative, meditative, reflective, thoughtful, pensive
fast-.5 tense-.5 | boring, dull, tedious, dragging, drawn out, snoozy
complex+ | complex, complicated, intricate, brainy, cerebral, intellectual, thought-provoking, thought provoking,
    make me think, makes me think, makes you think, make you think, layered, dense, challenging, labyrinthine,
    convoluted, confusing, deep, profound, demanding, puzzling, multi-layered, sophisticated, clever, smart,
    intelligent, brain-teasing, complexly plotted, enigmatic | complexity, depth, plot twists, twists, brains,
    intelligence
complex+ strange+ | mind-bending, mind bending, mind-blowing, mind blowing, mindbending, mind-boggling, mindfuck,
    mindfucks, mind-twisting, mind-melting, head-spinning, head-scratching, incomprehensible, brain-melting,
    messes with my head, mess with my head, reality-bending
complex+ tense+.5 | twisty
complex+ fast-.5 | philosophical, existential
complex- | simple, straightforward, mindless, brainless, uncomplicated, no-brainer, dumb, simplistic, not too deep,
    easy to follow, easier to follow, easiest to follow, easy to watch, easy to understand, easier to understand,
    easy, accessible, shallow, dont have to think, dont need to think, not have to think, without thinking,
    doesnt require thinking, doesnt make me think, turn off my brain, pointless | simplicity
complex- fast+.5 | popcorn
fantastic+ | fantastical, magical, otherworldly, other-worldly, imaginative, supernatural, out of this world, mythical,
    mythic, futuristic, far-fetched, unrealistic, outlandish, fairytale-like, fairy-tale-like, more fantastic,
    less fantastic | fantasy elements, supernatural elements, the supernatural
fantastic+ light+.5 | enchanting, enchanted
fantastic- | realistic, grounded, down to earth, down-to-earth, believable, naturalistic, true to life, plausible,
    factual, feels real, feel real, lifelike, authentic, true-to-life, rooted in reality, documentary-style,
    documentary-like | realism
romantic+ | romantic, lovey-dovey, steamy, sexy, passionate, swoony, swoonworthy, swoon-worthy, sensual, erotic, mushy,
    soppy, love story, love stories, date night, for date night, for a date | passion, love interest, love scenes,
    kissing, chemistry
romantic+.5 hopeful+.5 light+.5 | sappy, sentimental, schmaltzy | schmaltz, sentimentality
romantic- | unromantic, platonic
hopeful+ | hopeful, optimistic, inspiring, inspirational, life-affirming, encouraging, happy ending, happy endings,
    ends well, ends happily, heartfelt, humane, restore my faith, restores my faith, triumphant, redemptive | hope,
    optimism, inspiration
hopeful+ light+.5 | uplifting, heartwarming, heart-warming, feel good about
hopeful- | cynical, pessimistic, nihilistic, hopeless, despairing, fatalistic, sad ending, sad endings,
    unhappy ending, unhappy endings, misanthropic, bitter | cynicism, despair, pessimism, nihilism
strange+ | strange, weird, odd, bizarre, unusual, unconventional, trippy, eccentric, experimental, original, unique,
    unique story, avant-garde, avant garde, psychedelic, kooky, out there, like nothing else, off-the-wall, freaky,
    crazy, bonkers, kafkaesque, lynchian, hallucinatory, unlike anything else, oddball, loopy, wild, nuts, insane |
    weirdness, strangeness, oddness
strange+ light+.5 | quirky, offbeat, off-beat, idiosyncratic | quirkiness
strange+ fantastic+.5 | surreal, dreamlike, dream-like, dreamy, surrealist | surrealism
strange+ funny+.5 | absurd, wacky, absurdist, madcap, screwball
strange+ fast-.5 | arty, artsy, arthouse, art-house, art house, highbrow
strange+.5 funny+.5 | campy, over the top, over-the-top, outrageous, exaggerated
strange- | conventional, normal, traditional, ordinary, typical, formulaic, by the book, standard, orthodox,
    run-of-the-mill
strange- complex-.5 | predictable
family- | grown-up, grownup, grown up, adult, mature, for adults, for grown-ups, for grownups, adults only,
    not for kids, not for children, explicit | sex, sex scenes, nudity, swearing, bad language, strong language
family- funny+.5 | raunchy, crude, vulgar
family+ complex- | childish, juvenile, infantile, kiddie
"""

GENRE_TONES: dict[str, tuple[Effect, ...]] = {
    "action": (Effect("fast", 1, 1.0),),
    "romance": (Effect("romantic", 1, 1.0),),
    "love": (Effect("romantic", 1, 1.0),),
    "comedy": (Effect("funny", 1, 1.0),),
    "horror": (Effect("scary", 1, 1.0),),
    "fantasy": (Effect("fantastic", 1, 1.0),),
    "magic": (Effect("fantastic", 1, 1.0),),
    "drama": (Effect("light", -1, 0.5),),
    "mystery": (Effect("complex", 1, 0.5),),
}
"""What "more of it" or "a touch of it" moves, where the word is a genre otherwise."""

MOODS: tuple[tuple[str, tuple[Effect, ...], str], ...] = (
    (r"\b(?:feel|feeling|felt|i'?m|been)(?: (?:a bit|so|really|very|kind of|pretty|quite))? "
     r"(?:sad|down|low|blue|depressed|lonely|gloomy|heartbroken)\b",
     (Effect("light", 1, 1.0), Effect("hopeful", 1, 0.5)), "cheering"),
    (r"\b(?:feel|feeling|felt|i'?m|been)(?: (?:a bit|so|really|very|kind of|pretty|quite))? "
     r"(?:stressed|stressed out|anxious|nervous|overwhelmed|on edge)\b", (Effect("tense", -1, 1.0),), "calm"),
    (r"\b(?:feel|feeling|i'?m)(?: (?:a bit|so|really|very|kind of|pretty|quite))? "
     r"(?:tired|exhausted|knackered|hungover)\b(?! of)", (Effect("complex", -1, 0.5),), "easy to follow"),
    (r"\b(?:scares? (?:very |too |so )?easily|easily scared|scaredy[- ]cats?|easily frightened|frightens? easily)\b",
     (Effect("scary", -1, 1.0),), "not scary"),
    (r"\b(?:(?:bad|rough|hard|long|terrible|awful|horrible) (?:day|week))\b", (Effect("light", 1, 0.5),), "light"),
)  # fmt: skip
"""How the user feels, and what that asks for: a regular expression, effects, and how to say it."""


def _effects(text: str) -> tuple[Effect, ...]:
    effects = []
    for part in text.split():
        axis = part.rstrip("+-.0123456789")
        sign = part[len(axis)]
        assert axis in TONE_AXES, axis
        effects.append(Effect(axis, 1 if sign == "+" else -1, float(part[len(axis) + 1 :] or 1)))
    return tuple(effects)


def _entries() -> Iterator[tuple[str, ToneWord]]:
    joined = _LEXICON.replace("\n    ", " ").strip()
    for line in joined.splitlines():
        head, words, *nouns = (part.strip() for part in line.split("|"))
        effects = _effects(head)
        for phrase in filter(None, (w.strip() for w in words.split(","))):
            yield from _forms(phrase, effects)
        for noun in filter(None, (w.strip() for w in ",".join(nouns).split(","))):
            yield fold(noun), ToneWord(effects, "noun")


def _forms(phrase: str, effects: tuple[Effect, ...]) -> Iterator[tuple[str, ToneWord]]:
    key = fold(phrase)
    yield key, ToneWord(effects, "plain")
    if "-" in phrase:
        yield key.replace(" ", ""), ToneWord(effects, "plain")
    if _compares_with_er(key):
        stem = key[:-1] + "i" if key.endswith("y") else key[:-1] if key.endswith("e") else key
        if key in {"sad", "grim", "fun"}:
            stem = key + key[-1]
        yield f"{stem}er", ToneWord(effects, "more")
        yield f"{stem}est", ToneWord(effects, "most")


def _compares_with_er(word: str) -> bool:
    """Whether English says ``word``-er rather than "more ``word``": one syllable, or two ending in -y, -le, -er."""
    syllables = len(re.findall("[aeiouy]+", word.rstrip("e")))
    if " " in word or syllables > 2 or word.endswith(("ing", "ed")):
        return False
    return syllables < 2 or word.endswith(("y", "le", "er", "ow", "uiet"))


def _first_wins(pairs: Iterator[tuple[str, ToneWord]]) -> dict[str, ToneWord]:
    table: dict[str, ToneWord] = {}
    for key, word in pairs:
        table.setdefault(key, word)
    return table


TONE_WORDS: dict[str, ToneWord] = _first_wins(_entries())
"""Folded word or phrase to what it means."""

LONGEST_TONE = max(key.count(" ") + 1 for key in TONE_WORDS)
