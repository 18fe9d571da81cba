"""Words of sentences: grammar, talk about watching, and what can turn a plot into its opposite."""

from __future__ import annotations

import re
from functools import cache

from snowballstemmer import stemmer

from matinee.index.title import fold

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)?s?|\.\d+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _set("a an the this these those some")
POSSESSIVES = _set("his her its their")
PREPOSITIONS = _set(
    """
    about above across after against along alongside amid among around at away back before behind below beneath beside
    between beyond by despite down during for from in inside into near next of off on onto out outside over past
    through throughout to toward towards under underneath up upon via with within
    """
)
AUXILIARIES = _set("is are was were be been being am has have had do does did will")
MARKERS = _set(
    """
    who whom whose which that where when whenever while as until till because if unless though although since so than
    like before after once what how why whether
    """
)
"""Words that open a clause of its own: its truth hangs on them."""
JOINTS = _set("and but or nor yet plus then")

SMALL = ARTICLES | POSSESSIVES | PREPOSITIONS | AUXILIARIES | MARKERS | JOINTS | _set("he she it they them him")
"""All words that mean nothing by themselves."""

TRUTH = re.compile(
    r"(?:not|never|no|nobody|nothing|none|nowhere|neither|nor|without|cannot|\w+n't|hardly|barely|scarcely|almost|nearly"
    r"|only|instead|rather|would|could|might|may|must|should|can|ought|if|unless|perhaps|maybe|supposed\w*|alleged\w*"
    r"|pretend\w*|dream\w*|imagin\w*|fak\w+|false\w*|claim\w*|want\w*|wish\w*|hop(?:e|es|ing)|plan(?:s|ned|ning)?"
    r"|tr(?:y|ies|ied|ying)|attempt\w*|refus\w*|fail\w*|den(?:y|ies|ied)|believ\w*|think\w*|thought|suspect\w*|accus\w*"
    r"|seem\w*|appear\w*|threaten\w*|promis\w*|vow\w*|swear\w*|offer\w*|fear\w*|rumou?r\w*|say|says|said|tells?|told"
    r"|lear\w+|stop\w*|forbid\w*|avoid\w*|prevent\w*|save[sd]?|former|ex|would-be|so-called|stag\w+|play(?:s|ed)?"
    r"|intend\w*|decid\w*|need\w*|forget\w*|lose[s]?|lost|ask\w*|order\w*|sent|hire[sd]?|invite[sd]?|dare[sd]?)$"
)
"""Words without which the rest may say the opposite: "pretends to", "never", "would-be"."""

_TALK = """
again all almost already also although always among another any anyone anything as at back be because become been being
best better both but can come comes did does done each either else enough especially even ever every everyone everything
few first for from full good great had has have here how i if in is it its it's itself just kind least less let's like
little long lot many may maybe me might more most much must my near never new next now of often old on once one only or
other others our out own part perhaps quite rather really right same second see set she since small so some someone
something sometimes soon start starts still such than that the their them then there there's these they thing things
third this those though through time times to together too two until up us very want wants was way we well were what
when where which while who whole whose why will with within without would yes yet you you'll you're your yours while
i'd i'll a an and are by into about he his her him over under

film films movie movies series show shows documentary miniseries season seasons episode episodes story stories tale
tales drama title titles pick picks choice recommendation watch watching viewer viewers audience screen cinema evening
night tonight mood feel feels feeling tone theme themes plot centre center focus focuses explore explores exploring
deals dealing involves feature features featuring tells telling told unfolds revolve revolves combines mixes mix blend
blends brings offers delivers begins ground echo echoes touch side atmosphere spirit pace heart
great wonderful excellent lovely beautiful gripping compelling engaging captivating fascinating interesting intriguing
unique memorable unforgettable perfect ideal enjoyable clever smart thoughtful rich vivid strong powerful
deeply truly simply certainly particularly worth love loved enjoy enjoyed enjoying hope
recommend suggest fits fit suits suit similar similarly close closer closest share shares shared keep keeps
created directed written starring stars star leads lead led played cast director creator made
bet stays stay captures yet ride feels bring evokes sense vibe pairs leans goes well go
clearly slightly shade must-see must need look looks looking know
"""

TALK: frozenset[str] = frozenset(_TALK.split())
"""Words a sentence about a title's qualities may use with no fact behind them; none of them tells a plot."""


@cache
def stem(word: str) -> str:
    """The Snowball stem (English) of one folded word."""
    return str(_STEMMER.stemWord(word))


_STEMMER = stemmer("english")


def bare(token: str) -> str:
    """A token as compared: folded, its possessive ending kept apart by :func:`owns`."""
    return fold(re.sub(r"['’]s$", "", token))


def owns(token: str) -> bool:
    """Whether a token ends in a possessive."""
    return bool(re.search(r"(?:['’]s|s['’])$", token))
