"""Questions about titles: which fact is asked, of which titles, and whether they are to be compared."""

from __future__ import annotations

import re
from dataclasses import replace

from matinee.agent.request import Fact
from matinee.agent.understand.asked import Question, about_a_title, axis_in
from matinee.agent.understand.choosing import read_choice
from matinee.agent.understand.details import read_detail
from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.recall import read_recall
from matinee.agent.understand.skeleton import Skeleton

_X = r"(?:§|¤)"
_BE = r"(?:is|are|was|were|s)"
_KIDS = (
    r"(?:(?:my |the |our |a |an )*(?:\d+ |\w+ )?"
    r"(?:year old|kids?|children|child|family|teens?|teenagers?|toddlers?|son|daughter|little ones?|all ages))"
)

_WHY = one_of(
    r"""
    ^(?:but |and |so |ok )?(?:why|how come|what made you)(?= (?:§|¤|did you|do you|would you|this|that|
    ... these|those|the|you|is §|pick|suggest|recommend|choose|show))
    ^(?:but |and )?why(?: \?)?$
    \bwhy (?:did you|do you|would you|are you) (?:pick|suggest\w*|recommend\w*|choose|think|show\w*|say)
    \breasons? (?:for|behind) (?:§|¤|this|that)
    """,
)
_WHY_NOT = re.compile(r"^why (?:not|dont)\b")
_MORE = one_of(
    rf"""
    \b(?:tell me|say|know|hear|learn|info|information|details|
    ... read) (?:a bit |a little |some |any )?(?:more )?(?:about|on) {_X}
    \b(?:tell me more|say more|more info(?:rmation)?|more details?|details please|go on|elaborate)\b
    \bmore about {_X}
    \bwhats? (?:{_BE} )?{_X} (?:all )?about\b
    \bwhat (?:{_BE} |happens in |s )?{_X} about\b
    \bwhats ¤? ?about\b
    \bwhat {_BE}? ?{_X} like\b
    \bwhat happens in {_X}
    \b(?:plot|story|synopsis|premise|summary|logline) of {_X}
    \b(?:describe|summari[sz]e|explain) {_X}
    \bwhats? (?:{_BE} )?(?:the )?(?:plot|story|synopsis|premise)(?: of {_X})?
    ^(?:do you (?:know|have)|have you (?:got|heard of)|is there|have you seen|got|whats?|what is|
    ... do you know about) {_X}(?: \?)?$
    ^about {_X}$
    ^more (?:about|on)\b
    ^(?:and )?what about {_X} then\b
    ^(?:i )?(?:want|wanna|would like|d like|id like|like) to (?:watch|see) {_X}
    ^(?:show|give|play|watch|open|find)(?: me)? {_X}$
    ^would i (?:like|enjoy|love) {_X}
    ^will i (?:like|enjoy) {_X}
    """,
)
_YES_NO = re.compile(r"^(?:and |but )?(?:does|do|did|is|are|was|were|has|have|can|will) (?!you|i |we )[^|]*§[^|]*\?$")
"""Any other yes-or-no question about a title: "does anyone die in Titanic?"; its plot is what can be told."""
_BARE = re.compile(r"^(?:and |ok |okay |so |but |hmm )*(?:(?:what|how) about )?§(?: then| please)?(?: \?)?$")
"""Nothing but a title pointed at: "the French one", "and the first?"."""
_FACT_TABLE: tuple[tuple[Fact, str], ...] = (
    ("director", rf"""
    \b(?:is|was) {_X} (?:directed|made|created|written) by\b
    \bwho (?:directed|made|makes?|did|directs?|wrote|created|shot|filmed|helmed)\b
    ^(?:the |who |whos |whats |what is |name |and )*(?:director|creator|maker|filmmaker|
    ... showrunner)s? of {_X}
    \bwhos? (?:is |was )?(?:the )?(?:director|creator|maker|showrunner|writer)\b
    \bwho (?:is|was) {_X} (?:by|directed by|made by)
    \bwho (?:is |s )?behind {_X}
    \bwhos {_X} by
    § (?:director|creator)(?: \?)?$
    ^(?:and |what about |how about )?(?:the |its )?(?:director|creator)(?: \?)?$
    """),
    ("cast", rf"""
    \bwhos? (?:is |are |was |else is |all is |else )?(?:in|stars?|starring|acts?|acting|plays?|played|
    ... starred|playing) (?:in )?{_X}?
    \bwhos (?:in|starring)\b
    \b(?:actors?|actress(?:es)?|cast|stars?|lead|leads) (?:in|of) {_X}
    \bwhos? (?:is |are )?(?:the )?(?:actors?|actress|cast|leads?|stars?|main)\b
    \bwhats? (?:is )?the cast\b
    ^(?:the )?cast(?: \?)?$
    § cast(?: \?)?$
    \bdoes {_X} (?:star|feature)\b
    \bwho(?:s| is) (?:¤|the|that) (?:guy|girl|man|woman|dude|actor|actress|kid|lady|bloke) (?:in|from) {_X}
    ^(?:and |what about |how about )?(?:the |its )?(?:cast|actors)(?: \?)?$
    """),
    ("runtime", rf"""
    \bhow long {_BE}\b
    \bhow long does\b
    \b(?:runtime|running time|length|duration)\b
    \bhow (?:many|much) (?:minutes|hours|time)\b
    ^how long(?: \?)?$
    \b{_BE} {_X} (?:very |too |that |really )?(?:long|short)\b
    \bhow long\b.*\?
    """),
    ("seasons", rf"""
    \bhow many (?:seasons|episodes|series|parts)\b
    \bnumber of (?:seasons|episodes)\b
    ^(?:is|are|will|was) there (?:be |going to be )?(?:a |any )?(?:(?:second|third|fourth|2nd|3rd|another|new
    ... |more|next|other) )+seasons?\b
    \b{_BE} {_X} (?:finished|over|still (?:running|going|on)|complete|ended)
    """),
    ("year", rf"""
    \bwhen (?:was|did|were|is|does)\b
    \b(?:what|which) year\b
    \bhow old {_BE} {_X}
    \b(?:what|which) decade\b
    \brelease (?:date|year)\b
    ^(?:and |what about |how about )?(?:the |its )?year(?: \?)?$
    \b{_BE} {_X} (?:very |that |really )?(?:old|new|recent)\b
    \byear (?:was|did|is)\b
    """),
    ("maturity", rf"""
    (?<!more )(?<!less )(?<!\bas )\b(?:suitable|appropriate|okay|ok|safe|fine|good|alright|right|too \w+) for {_KIDS}
    \bage rating\b
    \b(?:what|which) age\b
    \bhow old\b.*\bto (?:watch|see)\b
    \bcan (?:{_KIDS}|i watch ¤ with)\b.*\b(?:watch|see|{_KIDS})\b
    \b{_BE} {_X} (?:\w+ )?(?:kid|child|family|children) ?friendly\b
    \b{_BE} {_X} (?:\w+ )?for {_KIDS}
    \bwhats? (?:is )?{_X} rated(?: for)?\b
    \bmaturity\b
    \bparental\b
    \b{_BE} {_X} (?:pg|rated r|r rated)\b
    \bwith (?:the |my )?kids\b.*\?
    \b(?:will|would|does|do) {_KIDS} (?:like|enjoy|love|understand|follow|be (?:scared|frightened|bored))\b
    \bcan (?:i|we) (?:watch|see) {_X} with (?:my|our|the|a)\b
    """),
    ("language", rf"""
    \b(?:what|which) language\b
    \b{_BE} {_X} (?:in|dubbed|subtitled|spoken)\b
    \bsubtitles\b.*\?
    \blanguage (?:is|of)\b
    ^(?:and |what about |how about )?(?:the |its )?language(?: \?)?$
    """),
    ("country", rf"""
    \bwhere {_BE} {_X} (?:from|made|shot|filmed|set|produced)
    \b(?:what|which) country\b
    \bwhere does {_X} come from
    \bwhere {_X} from\b
    \bwheres {_X} from
    ^(?:and |what about |how about )?(?:the |its )?country(?: \?)?$
    """),
    ("rating", rf"""
    \bhow (?:good|well rated|highly rated|popular) {_BE}\b
    \b{_BE} {_X} (?:any |really |actually |very )?(?:good|worth|well rated|highly rated|popular|
    ... recommended)\b
    \brating (?:of|for) {_X}
    \bwhats? (?:is )?(?:the |its )?(?:rating|score|imdb)\b
    \b(?:reviews?|score) (?:of|for) {_X}
    \b(?:the )?rating\b.*\?
    \b(?:will|would) (?:my|our) [a-z]+(?: in law)? (?:like|enjoy|love|appreciate) {_X}
    """),
    ("kind", rf"""
    \b{_BE} {_X} (?:a |an )?(?:film|movie|series|show|tv show|tv series|miniseries|
    ... feature)\b(?! with| about)
    """),
    ("genre", rf"""
    \b(?:what|which) (?:kind|type|sort|genre|genres)\b(?: of (?:film|movie|series|show|thing))?.*{_X}
    \bgenres? (?:of|is) {_X}
    \b{_BE} {_X} (?:a |an |more (?:of )?a )?(?:comedy|drama|horror|thriller|romance|musical|western|
    ... documentary|sci fi|cartoon|anime|animated|mystery|fantasy|rom com|war|crime|biopic|whodunit|
    ... romantic comedy|action)\b
    \bwhat genre\b
    """),
    ("themes", rf"""
    \bthemes? (?:of|in) {_X}
    \bwhat themes\b
    \bwhat (?:is|are) the themes\b
    """),
)  # fmt: skip
_FACTS = tuple((fact, one_of(table)) for fact, table in _FACT_TABLE)
_COMPARE = one_of(
    rf"""
    \bcompare\b
    \bdifferences? between\b
    \bwhats? (?:is )?the difference\b
    ^(?:so )?{_X} (?:or|vs|versus|v) {_X}(?: then)?(?: \?)?$
    \bhow do(?:es)? {_X}(?: and {_X})? (?:compare|differ)
    \b(?:is|are|was) {_X} (?:any )?(?:much |a lot |more |less )?[\w ]+ than {_X}
    \b(?:which|what|who)(?: one| of (?:§|¤|these|those|them|
    ... the \w+)| film| movie| series| show| pick)?s?(?: of (?:§|¤))? (?:{_BE}|has|would|do|should)\b
    \bwhich one\b
    \bshould i (?:watch|see|pick|choose|start with) {_X} or {_X}
    {_X} vs {_X}
    \b{_X} or {_X}(?: \?)
    """,
)
_WHICH_TABLE: tuple[tuple[Fact, str], ...] = (
    (
        "runtime",
        r"""
        \b(?:shortest|longest|shorter|longer|(?:more|most) (?:short|long)|length|runtime)\b
        """,
    ),
    (
        "year",
        r"""
        \b(?:oldest|newest|older|newer|most recent|more recent|latest|earliest|came (?:out )?first)\b
        """,
    ),
    (
        "seasons",
        r"""
        \b(?:fewest|most|more|fewer) seasons\b
        """,
    ),
    (
        "rating",
        r"""
        \b(?:best|highest|better|higher)(?: rated| rating| reviews)?\b
        """,
    ),
)


_WHICH_FACTS = tuple((fact, one_of(table)) for fact, table in _WHICH_TABLE)


def read_question(bones: Skeleton, *, shown: bool, asks: bool) -> Question | None:
    """The question in ``bones``; None where there is none.

    ``shown`` says whether there are picks to ask about, ``asks`` whether the message has a question mark.
    """
    bones = replace(bones, text=_bare_text(bones.text))
    text = bones.text
    titled = any(p.ids for p in bones.places) or "§" in text
    at_hand = titled or shown or "¤" in text
    found = _first(text, shown=shown, at_hand=at_hand, asks=asks)
    measured = found is not None and found.act == "choose" and not found.subject and _compares(bones, shown)
    if found is not None and not (measured and _measure(text)[0]):
        return found
    if _WHY.search(text) and not _WHY_NOT.search(text):
        return Question("why")
    if _compares(bones, shown):
        fact, axis = _measure(text)
        return Question("compare", fact, axis)
    if _MORE.search(text) and at_hand:
        return Question("more", "plot")
    if _BARE.search(text) and (bones.places[0].mention is None or " about §" in text):
        return Question("more", "plot")
    if not at_hand:
        return None
    for fact, pattern in _FACTS:
        if pattern.search(text) and about_a_title(text):
            return Question("fact", fact, "family" if fact == "maturity" else None)
    axis = _tone_asked(text, asks)
    if axis:
        return Question("fact", "tone", axis)
    return Question("more", "plot") if asks and _YES_NO.search(text) and about_a_title(text) else None


_FILLERS = re.compile(
    r"^(?:(?:lol|haha|hehe|hmm+|bruh|bro|dude|yo|hey|hi|hello|well|oh|ah|wait|nah|no|yes|yeah|um+|uh|so|ok|okay|fine|right|alright|great|"
    r"good|cool|nice|perfect|thanks|thank you|cheers|please|sorry|wow|omg|man|mate|sir)\b(?: \|)? )+|"
    r"(?<=\w) (?:tho|though|lol|bro|bruh|mate|man|dude|please|pls|then|haha)(?= \?|$)|"
    r" (?:the (?:hell|fuck|heck|devil)|on earth|actually|really|even|exactly|fucking|damn|goddamn|freaking)(?= )"
)
"""Words around a question that do not change it."""


def _bare_text(text: str) -> str:
    bare = text
    while (shorter := _FILLERS.sub("", bare, count=1)) != bare and shorter.strip():
        bare = shorter
    return bare


def _first(text: str, *, shown: bool, at_hand: bool, asks: bool) -> Question | None:
    """The first question about the conversation, the list or what is in a title, in the whole or a sentence."""
    sentences = [s.strip() for s in re.split(r"(?<=\?) \|", text)]
    for part in dict.fromkeys((text, *sentences)):
        found = read_recall(part) or read_choice(part, shown=shown) or read_detail(part, at_hand=at_hand, asks=asks)
        if found is not None:
            return found
    return None


def _compares(bones: Skeleton, shown: bool) -> bool:
    text = bones.text
    if not _COMPARE.search(text):
        return False
    several = len({i for p in bones.places for i in p.ids} | {p.beyond for p in bones.places if p.beyond}) > 1
    several = several or bool(re.search(r"¤ (?:any )?(?:much |a lot |more |less )?[\w ]+ than §", text))
    if re.match(r"^(?:and |so )?(?:which|what)\b", text) and not several:
        fact, axis = _measure(text)
        return shown and (fact is not None or axis is not None or "which one" in text)
    likened = re.search(r"\b(?:like|similar to|seen|loved|liked|something|want|between) (?:the )?§", text)
    return (several or (shown and "compare" in text) or "difference" in text) and (not likened or "difference" in text)


def _measure(text: str) -> tuple[Fact | None, str | None]:
    for fact, pattern in _WHICH_FACTS:
        if pattern.search(text):
            return fact, None
    return None, axis_in(text)


_PLAIN_QUESTION = re.compile(r"^(?:and |but |ok |so )*(?:is|are|how|does) (?:§|¤|\w+ (?:is|are) (?:§|¤))")


def _tone_asked(text: str, asks: bool) -> str | None:
    opens = re.match(r"^(?:and |but |ok |so )*(?:is|are|was|were|does|do|will|would|how|did)\b", text)
    if not opens or not about_a_title(text) or not ("§" in text or "¤" in text):
        return None
    if not asks and not _PLAIN_QUESTION.match(text):
        return None
    if re.search(r"\bhow about\b", text):
        return None
    return axis_in(text)
