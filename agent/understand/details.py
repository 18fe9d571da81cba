"""Questions about what is in a title: "is there nudity?", "does the dog die?", "does it end well?", "is it on TV?".

They are read on the skeleton, where § is a title and ¤ a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from matinee.agent.understand.asked import Question, about_a_title
from matinee.agent.understand.patterns import one_of

_X = r"(?:§|¤)"
_START = r"^(?:and |but |ok |okay |so |hmm |wait |hey |please |\| )*"
_SERVICE = (
    r"(?:netflix|amazon(?: prime)?|prime(?: video)?|hulu|hbo(?: max)?|max|disney(?: plus)?"
    r"|apple(?: tv)?(?: plus)?|mubi|"
    r"criterion|youtube|peacock|paramount(?: plus)?|itunes|iplayer|tubi|tv|television|dvd|blu ?ray|cinemas?|demand|"
    r"a streaming service|any streaming services?|streaming)"
)
_WHERE = one_of(
    rf"""
    {_START}(?:is|are) {_X}(?: still| also| out| already)* (?:available|streaming|streamed|on {_SERVICE})\b
    {_START}{_X} (?:is )?on {_SERVICE}
    {_START}(?:where|how) (?:can|could|do|should|would) (?:i|we|you) (?:watch|see|find|stream|get|rent|buy|catch)\b
    {_START}where(?:s| is| are)? {_X} (?:streaming|available|on|showing|playing)
    {_START}where (?:to|do they|do you) (?:watch|see|find|stream|get|rent|show)\b
    {_START}who(?:s| is)? (?:streams|streaming|shows|showing|broadcasts)\b
    {_START}(?:(?:on )?(?:what|which) )(?:streaming )?(?:service|platform|streaming|channel|streamer|app|network)
    {_START}can (?:i|we) (?:watch|see|stream|rent|get|find|buy) {_X}(?: (?:on|online|at home|for free|free
    ... |anywhere|somewhere|streaming))
    {_START}(?:do|does) (?:{_SERVICE}) (?:have|show|stream) {_X}
    """,
)
_ENDING = one_of(
    rf"""
    \b(?:happy|sad|good|bad|tragic|bleak|downbeat|upbeat|satisfying|hopeful|nice|depressing
    ... |unhappy)(?: kind of)? (?:end|ending|endings)\b
    \b(?:the|its) ending\b
    \bends? (?:up )?(?:well|badly|happy|happily|good|bad|sad|sadly|okay|ok|in tears)\b
    \bhow (?:does|do|did) {_X} end\b
    \bwhat happens (?:at|in) the end\b
    \b(?:turn|turns|work|works) out (?:well|fine|ok|okay|all right|alright)\b
    """,
)
_ASKING = re.compile(
    rf"{_START}(?:does|do|did|is|are|was|has|have|will|would|can|how|what|any|tell me)\b|^(?:a )?happy ending"
)
_IN_IT = re.compile(rf" (?:in|with|during) {_X}| at all| though| then| or not| in there| by any chance")
_QUANTITY = (
    r"(?:any |much |many |a lot of |lots of |some |too much |too many |a |an |the |really |actually |explicit |"
    r"graphic |strong |a bit of |full |male |female )*"
)

_CONTENT: Mapping[str, str] = {
    **dict.fromkeys(
        ("gore", "blood", "violence", "killing", "killings", "fighting", "fights", "torture", "murder", "murders",
         "guns",
         "shooting", "body horror", "action", "rape", "sexual violence", "abuse", "animal cruelty", "bloodshed", "war"),
        "violent",
    ),
    **dict.fromkeys(
        ("jump scares", "jumpscares", "jump scare", "scares", "horror", "ghosts", "scary bits", "scary scenes",
         "scary parts", "frightening scenes", "clowns"),
        "scary",
    ),
    **dict.fromkeys(("romance", "kissing", "love", "love story", "love scenes", "kisses", "love interest"), "romantic"),
    **dict.fromkeys(("jokes", "humour", "humor", "laughs", "comedy"), "funny"),
    **dict.fromkeys(("magic", "monsters", "aliens", "vampires", "zombies", "robots"), "fantastic"),
    **dict.fromkeys(("twist", "twists", "plot twist", "plot twists", "twist ending"), "complex"),
    **dict.fromkeys(
        ("nudity", "sex", "sex scenes", "nude scenes", "naked people", "swearing", "bad language", "cursing",
         "profanity",
         "strong language", "drugs", "drug use", "smoking", "alcohol", "drinking", "suicide", "death", "deaths",
         "singing",
         "songs", "dancing", "music", "animals", "dogs", "dog", "cats", "children", "kids", "religion", "politics",
         "flashing lights", "spiders", "snakes", "blood and gore", "trigger warnings", "post credit scene",
         "post credits scene", "sequel", "sequels", "remake", "book", "scene after the credits", "narrator",
         "voiceover", "car chases", "explosions"),
        "",
    ),
}  # fmt: skip
"""What people ask about, with the axis that says most about it; an empty one where none does."""
_THERE = re.compile(
    rf"{_START}(?:(?:is|are|was|were) there |theres |has {_X} got |any |does {_X} have |do {_X} have |"
    rf"(?:does|do|did) {_X} (?:contain|show|feature|include|get|involve|have) |how much |how many )"
    rf"{_QUANTITY}(?P<subject>[^|?§¤]+?)(?: scenes| parts| bits)?(?: (?:is|are) (?:there|in))?(?: \?)?$"
)
_HAPPENS = re.compile(
    rf"{_START}(?:does|do|did|will) (?P<who>¤|(?:the |a |an |any |his |her |their |my |main |little |old "
    rf"|poor )*[a-z]+(?: [a-z]+)?) "
    r"(?P<verb>die|survive|live|make|win|get|cry|escape|end|find|leave|marry|kill|lose|turn|stay|kiss|fall|suffer|appear|"
    r"come|break|come back|go|return|solve|show|hold up|age well|make sense|work)\b(?P<rest>[^|?]*?)(?: \?)?$"
)
_STATE = re.compile(
    rf"{_START}(?:is|are) (?P<who>(?:the|his|her|their|any) (?:[a-z]+ )?[a-z]+) (?P<rest>(?:ok|okay|alright"
    rf"|all right|alive|dead|"
    r"safe|killed|hurt|harmed|good|bad|great|real|any good)[^|?]*?)(?: \?)?$"
)
_DIES = re.compile(
    rf"{_START}(?:who|which \w+) (?:dies|survives|lives|is the (?:killer|murderer)|did ¤|is killed|gets killed)\b"
)
_DRAGS = re.compile(rf"{_START}(?:does|do|did) {_X} (?:drag|take its time|move (?:fast|slow\w*|along)|get going)\b")
_COLOUR = re.compile(rf"{_START}(?:is|are|was) {_X} (?:in |shot in |filmed in )?(?:colou?r|black and white|b and w)\b")
_NOBODY = re.compile(r"^(?:you|i|we|it|that|this|anyone know|anybody know)\b")
_SINGULAR_NOT = ("they", "people", "all", "both", "kids", "children", "animals", "dogs", "parents", "many")


def read_detail(text: str, *, at_hand: bool, asks: bool) -> Question | None:
    """The question about what is in a title; None where ``text`` asks nothing of the kind.

    ``at_hand`` says whether there is a title to ask about, ``asks`` whether the message has a question mark.
    """
    if _WHERE.search(text):
        return Question("fact", "where")
    if not at_hand or not about_a_title(text):
        return None
    if _ENDING.search(text) and (_ASKING.search(text) or (asks and len(text.split()) < 6)):
        return Question("fact", "ending", "hopeful")
    if _COLOUR.search(text):
        return Question("fact", "detail", None, "colour")
    if _DRAGS.search(text):
        return Question("fact", "tone", "fast")
    return _contained(text) or _happening(text)


def _contained(text: str) -> Question | None:
    pointed = bool(re.search(r"[§¤]", text))
    # the title stands where a subject would be looked for: "any gore in it", "is there nudity in the second"
    bare = re.sub(r" +", " ", _IN_IT.sub("", text.replace("|", ""))).strip()
    match = _THERE.search(bare)
    if match is None:
        return None
    subject = match["subject"].strip()
    if re.match(rf"{_START}how many ", bare):
        return Question("fact", "detail", None, f"how many {subject}") if pointed else None
    if subject in _CONTENT:
        return Question("fact", "detail", _CONTENT[subject] or None, subject)
    if not pointed or len(subject.split()) > 4 or subject in {"more", "others", "other"}:
        return None
    known = next((s for s in _CONTENT if f" {s} " in f" {subject} "), None)
    if re.search(r"\b(?:seasons?|episodes?|minutes?|rating|subtitles|actors?|stars?)\b", subject):
        return None
    return Question("fact", "detail", (_CONTENT[known] or None) if known else None, subject)


def _happening(text: str) -> Question | None:
    if _DIES.search(text):
        return Question(
            "fact", "detail", None, "who dies" if "killer" not in text and "murderer" not in text else "who did it"
        )
    happens = _HAPPENS.search(text)
    if happens is not None and not _NOBODY.search(happens["who"]):
        who, verb = happens["who"].strip(), happens["verb"]
        who = who if who != "¤" else "they" if re.search(r"\bdo ¤", text) else "it"
        plural = who.endswith("s") or who.split()[-1] in _SINGULAR_NOT
        verb = (
            verb
            if plural
            else f"{verb}es"
            if verb in {"kiss", "go"}
            else "marries"
            if verb == "marry"
            else "cries"
            if verb == "cry"
            else f"{verb}s"
        )
        return Question("fact", "detail", None, f"whether {who} {verb}{_bare_rest(happens['rest'])}")
    state = _STATE.search(text)
    if state is not None:
        verb = "are" if state["who"].endswith("s") else "is"
        return Question("fact", "detail", None, f"whether {state['who']} {verb} {_bare_rest(state['rest']).strip()}")
    return None


def _bare_rest(rest: str) -> str:
    """What follows the verb, without the title it is about: that is named anyway."""
    return (
        re.sub(r" (?:in|of|at the end of|during|throughout) §", "", rest).replace("§", "it").replace("¤", "it").rstrip()
    )
