"""The lexicon of tone: what people say, and which way it moves on which of the twelve axes, or on which trait.

A word that is as good as one axis, or two that go together, moves those. One that is more than that ("gory" is blood,
fear and horror films; "cosy" is warm, calm and set in villages) moves along its trait in ``index/tone/lexicon.toml``,
a mix of axes, genres, themes and text. Such words keep their axes here too: hard bounds ("no gore"), standing taste
and questions ("is it gory?") are about axes.
"""

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
    trait: str = ""
    """The trait of ``index/tone/lexicon.toml`` that says more than the axes do; empty where they say it all."""


# effects, and a trait after "=" ("_" for a space) | adjectives and phrases | nouns, wanted "with", "more of", "without"
_LEXICON = """
light+ | light, light-hearted, cheerful, cheery, breezy, sunny, jolly, fluffy, bubbly, joyful, joyous, frothy, merry,
    good-natured, warm, warm-hearted, easygoing, easy-going, playful, carefree, lightweight | lightness, cheer, joy,
    warmth, good vibes
light+ hopeful+ | feel-good, feelgood, happy, upbeat, cheer me up, cheers me up, pick-me-up, lift my spirits, lifts my
    spirits, lift my mood, makes me smile, make me smile, leaves me smiling, positive, good mood
light+ hopeful+.5 | sweet, endearing, charming, delightful, cute | happiness
light+ funny+.5 | fun, entertaining | fun
light+ tense- =cosy | cosy, cozy, comforting, snug, comfort film, comfort movie, comfort show, comfort series, comfort
    watch | cosiness, coziness
strange+ light+.5 fantastic+.5 =whimsical | whimsical, fanciful | whimsy
light+ family+ | wholesome | wholesomeness
light+.5 funny+.5 =cheesy | cheesy, corny
light- | dark, heavy, gloomy, sombre, somber, brooding, sad, tragic, melancholic, melancholy, downbeat, sorrowful,
    heart-breaking, heartbreaking, heart-wrenching, heartrending, tearjerking, tearful, mournful, devastating,
    upsetting, miserable, moody, darkly, murky, hard-hitting, heavy-hearted | darkness, sadness, gloom, tears,
    heaviness, misery, doom
light- =tearful | make me cry, makes me cry, cry over, to cry, a good cry, have a cry, sob, makes you cry,
    tear-jerker, tearjerker, tear-jerkers, tearjerkers, weepie, weepy
light- hopeful- | bleak, depressing, grim, desolate, hopelessly sad, soul-crushing, a downer, downer, gut-wrenching,
    harsh | bleakness, grimness
light- fantastic-.5 =gritty | gritty, raw, unflinching, hard-boiled, hardboiled | grit
light- tense+.5 | harrowing
light- scary+.5 =disturbing | disturbing, dreadful, morbid, macabre
light- strange+.5 =disturbing | twisted
light- strange+.5 =atmospheric | atmospheric, noirish | atmosphere
light- fast-.5 =melancholy | bittersweet, wistful, elegiac
light- =emotional | emotional, poignant | emotion
funny+ | funny, hilarious, humorous, humourous, comic, comical, comedic, witty, amusing, laugh-out-loud, make me
    laugh, makes me laugh, making me laugh, makes you laugh, hysterical, side-splitting, uproarious, have a laugh,
    need a laugh, good laugh, laugh | humour, humor, laughs, laughter, jokes, gags, wit, giggles
funny+ strange+.5 =tongue-in-cheek | tongue-in-cheek, tongue in cheek, self-aware, irreverent, ironic | irony
funny+ =deadpan | deadpan, dry humour, dry humor
funny+ light-.5 =dark_humour | darkly comic, darkly funny, blackly comic | dark humour, dark humor, black humour,
    black humor, gallows humour, gallows humor
funny+ complex-.5 =juvenile_humor | sophomoric, puerile | juvenile humour, juvenile humor, toilet humour, toilet
    humor, fart jokes
funny+ hopeful-.5 =satirical | satirical, satiric | satire
funny+ light+.5 =silly | silly, goofy, zany, daft, ridiculous, slapsticky | silliness
funny- light-.5 | serious, earnest, po-faced, sober, solemn | seriousness
funny- | unfunny, humourless, straight-faced
scary+ fantastic+.5 =spooky | spooky, gothic, ghostly | spookiness
scary+ | scary, frightening, terrifying, chilling, horrifying, nightmarish, spine-chilling, spine-tingling,
    blood-curdling, sinister, scare me, scares me, petrifying, hair-raising | scares, jump scares, jumpscares, terror,
    fright, frights, dread, fear, nightmares
scary+ strange+.5 =creepy | creepy, eerie, unsettling, uncanny, ghoulish | creepiness
violent+ | violent, bloody, brutal, savage, ultraviolent, blood-soaked, vicious, bloodthirsty, ruthless | violence,
    blood, bloodshed, brutality, killings, torture, shootouts, shooting, killing, beatings, fist fights, gunfights
violent+ scary+.5 =gory | gory, crazy gore, grisly, gruesome, blood-drenched | gore, guts, splatter, blood and guts
violent- | nonviolent, non-violent, bloodless
violent- tense- | gentle, peaceful, mild | gentleness
violent- scary- | tame
tense+ | tense, suspenseful, gripping, thrilling, nail-biting, nailbiting, edge of my seat, edge of your seat, edge of
    the seat, edge-of-your-seat, edge-of-seat, on edge, intense, nerve-wracking, nerve-racking, taut, riveting,
    white-knuckle, stressful, heart-pounding, heart-stopping, nervy, anxiety-inducing | tension, suspense, thrills,
    stress, intensity, anxiety
tense+ scary+.5 =claustrophobic | claustrophobic | claustrophobia
tense+ complex+.5 =psychological_horror | paranoid, psychological | paranoia, mind games
tense+ fast+ =thrilling | exciting, pulse-pounding, adrenaline-fuelled, adrenaline-fueled, adrenaline-pumping |
    excitement, adrenaline
tense- | relaxing, relaxed, calm, calming, soothing, chill, chilled, chilled out, laid-back, laidback, mellow,
    restful, serene, low-stakes, tranquil, unwind, wind down, easy-watching, stress-free, help me sleep, fall asleep
    to, background watching | calmness, relaxation
tense- fast- | quiet, sleepy
tense- complex- | switch off, turn my brain off, switch my brain off, brain off, easy watch, easy viewing, undemanding
fast+ | fast, fast-paced, quick-paced, fast-moving, high-octane, frantic, frenetic, pacy, pacey, brisk, snappy, rapid,
    rapid-fire, energetic, dynamic, kinetic, high-energy, non-stop, nonstop, breakneck, zippy, propulsive | energy,
    pace
fast+ violent+.5 =action-packed | action-packed, actionpacked, full of action, lots of action, action-filled |
    explosions, car chases, fight scenes, stunts
fast+ fantastic+.5 =adventurous | adventurous, swashbuckling
fast+ light+.5 | lively, rollicking
fast- =slow-paced | slow-burn, slow-burning, slowburn, slow burner, slow burners, takes its time, takes their time
fast- | slow, slow-paced, slow-moving, slower-paced, unhurried, leisurely, patient, languid, measured, sedate,
    lingering
fast- complex+.5 =contemplative | contemplative, meditative, reflective, thoughtful, pensive, poetic, lyrical
fast- violent-.5 =talky | talky, dialogue-driven, dialogue-heavy | dialogue
fast- fantastic-.5 =character-driven | character-driven, character driven
fast-.5 tense-.5 | boring, dull, tedious, dragging, drawn out, snoozy
complex+ | complex, complicated, intricate, brainy, cerebral, intellectual, layered, dense, challenging, labyrinthine,
    convoluted, demanding, puzzling, multi-layered, sophisticated, clever, smart, intelligent, brain-teasing,
    complexly plotted, enigmatic | complexity, brains, intelligence
complex+ =make_you_think | thought-provoking, thought provoking, make me think, makes me think, makes you think, make
    you think, deep, profound | depth
complex+ strange+ =confusing | confusing, incomprehensible, head-scratching | confusion
complex+ strange+ =mind-bending | mind-bending, mind bending, mind-blowing, mind blowing, mindbending, mind-boggling,
    mindfuck, mindfucks, mind-twisting, mind-melting, head-spinning, brain-melting, messes with my head, mess with my
    head, reality-bending, trippy, like a fever dream
complex+ tense+.5 =twisty | twisty, full of twists, unpredictable, surprising, keeps me guessing, keeps you guessing |
    plot twists, twists
complex+ fast-.5 =philosophical | philosophical, existential | philosophy
complex- light+.5 =mindless | mindless, brainless, no-brainer, dumb, popcorn
complex- | simple, straightforward, uncomplicated, simplistic, not too deep, easy to follow, easier to follow, easiest
    to follow, easy to watch, easy to understand, easier to understand, easy, accessible, shallow, dont have to think,
    dont need to think, not have to think, without thinking, doesnt require thinking, doesnt make me think, turn off
    my brain, pointless | simplicity
fantastic+ | fantastical, magical, otherworldly, other-worldly, out of this world, mythical, mythic, fairytale-like,
    fairy-tale-like, more fantastic, less fantastic | fantasy elements
fantastic+ =imaginative | imaginative, inventive | imagination, world-building, worldbuilding
fantastic+ scary+.5 =supernatural | supernatural, paranormal, occult | supernatural elements, the supernatural
fantastic+ =futuristic | futuristic, cyberpunk, high-tech
fantastic+ strange+.5 =far-fetched | far-fetched, unrealistic, outlandish, implausible
fantastic+ fast+.5 =big_budget | big budget, big-budget, lavish, blockbuster-like | special effects, cgi
fantastic+ =visually_stunning | visually stunning, beautifully shot, gorgeous to look at, picturesque | visuals,
    cinematography
fantastic+ tense+.5 =epic | epic, sweeping, grandiose, larger scale
fantastic+ light+.5 =whimsical | enchanting, enchanted
fantastic- fast-.5 =low_budget | low budget, low-budget, homemade
fantastic- | realistic, grounded, down to earth, down-to-earth, believable, naturalistic, true to life, plausible,
    feels real, feel real, lifelike, authentic, true-to-life, rooted in reality | realism
fantastic- =documentary_style | documentary-style, documentary-like, like a documentary, feels like a documentary,
    documentary feel, docudrama-like
fantastic- =factual | factual, educational, informative
romantic+ family- =steamy | steamy, sexy, sensual, erotic
romantic+ | romantic, lovey-dovey, passionate, swoony, swoonworthy, swoon-worthy, mushy, soppy, love story, love
    stories, date night, for date night, for a date, first date | passion, love interest, love scenes, kissing,
    chemistry
romantic+.5 hopeful+.5 light+.5 =sappy | sappy, schmaltzy, saccharine | schmaltz
romantic+.5 hopeful+.5 light+.5 =sentimental | sentimental | sentimentality
romantic- | unromantic, platonic
hopeful+ | hopeful, optimistic, inspiring, inspirational, life-affirming, encouraging, happy ending, happy endings,
    ends well, ends happily, heartfelt, humane, restore my faith, restores my faith, triumphant, redemptive | hope,
    optimism, inspiration
hopeful+ light+.5 =uplifting | uplifting
hopeful+ light+.5 | heartwarming, heart-warming, feel good about
hopeful- | cynical, pessimistic, nihilistic, hopeless, despairing, fatalistic, sad ending, sad endings, unhappy
    ending, unhappy endings, misanthropic, bitter | cynicism, despair, pessimism, nihilism
strange+ | strange, weird, odd, bizarre, unusual, unconventional, eccentric, original, unique, unique story, kooky,
    out there, like nothing else, off-the-wall, freaky, crazy, bonkers, unlike anything else, oddball, loopy, wild,
    nuts, insane | weirdness, strangeness, oddness
strange+ light+.5 =quirky | quirky, offbeat, off-beat, idiosyncratic | quirkiness
strange+ fantastic+.5 =surreal | surreal, dreamlike, dream-like, dreamy, surrealist, kafkaesque, lynchian,
    psychedelic, hallucinatory | surrealism
strange+ funny+.5 =absurd | absurd, wacky, absurdist, madcap, screwball | absurdity
strange+ fast-.5 =artsy | arty, artsy, arthouse, art-house, art house, highbrow, experimental, avant-garde, avant
    garde
strange+.5 funny+.5 =campy | campy, kitschy | kitsch
strange+.5 funny+.5 =over_the_top | over the top, over-the-top, outrageous, exaggerated, bombastic
strange+ =stylish | stylish, stylised, stylized, slick
strange+ family- =subversive | subversive, transgressive, edgy, provocative
strange- | conventional, normal, traditional, ordinary, typical, formulaic, by the book, standard, orthodox,
    run-of-the-mill
strange- complex-.5 =predictable | predictable
family- | grown-up, grownup, grown up, adult, mature, for adults, for grown-ups, for grownups, adults only, not for
    kids, not for children, explicit | sex, sex scenes, nudity, swearing, bad language, strong language
family- funny+.5 =raunchy | raunchy, crude, vulgar, smutty
light+.5 hopeful+.5 =nostalgic | nostalgic | nostalgia
light+.5 =great_soundtrack | great soundtrack, good soundtrack | great music, soundtrack
family+ complex- | childish, juvenile, infantile, kiddie
"""

_GENRE_TONES: tuple[tuple[str, str, Literal[-1, 1], float, str], ...] = (
    ("action", "fast", 1, 1.0, "action-packed"),
    ("adventure", "fast", 1, 0.5, "adventurous"),
    ("romance", "romantic", 1, 1.0, ""),
    ("love", "romantic", 1, 1.0, ""),
    ("comedy", "funny", 1, 1.0, ""),
    ("horror", "scary", 1, 1.0, ""),
    ("fantasy", "fantastic", 1, 1.0, ""),
    ("magic", "fantastic", 1, 1.0, ""),
    ("drama", "light", -1, 0.5, "dramatic"),
    ("mystery", "complex", 1, 0.5, "mysterious"),
    ("crime", "light", -1, 0.5, "criminal"),
    ("war", "violent", 1, 0.5, "warlike"),
    ("music", "light", 1, 0.5, "great soundtrack"),
)
GENRE_TONES: dict[str, ToneWord] = {
    name: ToneWord((Effect(axis, sign, weight),), "noun", trait) for name, axis, sign, weight, trait in _GENRE_TONES
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


def _effects(text: str) -> tuple[tuple[Effect, ...], str]:
    """The effects, and the trait, at the head of a line."""
    effects, trait = [], ""
    for part in text.split():
        if part.startswith("="):
            trait = part[1:].replace("_", " ")
            continue
        axis = part.rstrip("+-.0123456789")
        sign = part[len(axis)]
        assert axis in TONE_AXES, axis
        effects.append(Effect(axis, 1 if sign == "+" else -1, float(part[len(axis) + 1 :] or 1)))
    return tuple(effects), trait


def _entries() -> Iterator[tuple[str, ToneWord]]:
    joined = _LEXICON.replace("\n    ", " ").strip()
    for line in joined.splitlines():
        head, words, *nouns = (part.strip() for part in line.split("|"))
        effects, trait = _effects(head)
        for phrase in filter(None, (w.strip() for w in words.split(","))):
            yield from _forms(phrase, effects, trait)
        for noun in filter(None, (w.strip() for w in ",".join(nouns).split(","))):
            yield fold(noun), ToneWord(effects, "noun", trait)


def _forms(phrase: str, effects: tuple[Effect, ...], trait: str) -> Iterator[tuple[str, ToneWord]]:
    key = fold(phrase)
    form: Form = "more" if key.startswith("easier ") else "most" if key.startswith("easiest ") else "plain"
    yield key, ToneWord(effects, form, trait)
    if "-" in phrase:
        yield key.replace(" ", ""), ToneWord(effects, "plain", trait)
    if _compares_with_er(key):
        stem = key[:-1] + "i" if key.endswith("y") else key[:-1] if key.endswith("e") else key
        if key in {"sad", "grim", "fun"}:
            stem = key + key[-1]
        yield f"{stem}er", ToneWord(effects, "more", trait)
        yield f"{stem}est", ToneWord(effects, "most", trait)


def _compares_with_er(word: str) -> bool:
    """Whether English says ``word``-er rather than "more ``word``": one syllable, or two ending in -y, -le, -er."""
    syllables = len(re.findall("[aeiouy]+", word.rstrip("e")))
    if " " in word or word == "sob" or syllables > 2 or word.endswith(("ing", "ed")):
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
