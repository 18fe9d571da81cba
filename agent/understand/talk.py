"""Talk that asks for no title: greetings, thanks, help, small talk, and what lies outside films and series."""

from __future__ import annotations

import re
from typing import Literal

from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.text import Utterance

Talk = Literal["greeting", "thanks", "help", "smalltalk", "complaint", "farewell", "off_topic"]

_PHRASES: tuple[tuple[Talk, str], ...] = (
    ("help", r"""
        (?:what|how) (?:can|do|could) (?:you|i) (?:do|ask(?: you)?|help(?: me)?(?: with)?|say|
        ... use(?: (?:this|you|it))?|work|know)(?: here| exactly)?
        how does (?:this|it|that) work
        help(?: me)?(?=\W*$)
        ^(?:/)?help\b(?=\W*$)
        what are you(?: for)?(?=\W*$)
        who are you
        what is (?:this|matinee)(?=\W*$)
        how do you work
        instructions(?=\W*$)
        what should i (?:say|type|ask)
        are you an? (?:ai|bot|robot|human|person)
        """),
    ("complaint", r"""
        ^\W*(?:(?:well|no|nah|ugh|meh|wow|but|and|sorry)\W+)*(?:(?:that|this|these|they|those|it|you
        ... |what)(?:'?s| is| are|'?re| was| were)? )?
        ... (?:all |so |just |really |totally |pretty |a |such |complete |utter )*(?:crap|rubbish|useless
        ... |terrible|awful|garbage|trash|
        ... shit|bullshit|lame|stupid|nonsense|no good|not good|horrible|boring|bad|wrong|pathetic|
        ... ridiculous|not helpful|
        ... no help|hopeless|disappointing|disappointment|waste of time|joke)(?: (?:list|suggestions?|picks?
        ... |ideas?|films|movies))?
        ... (?=\W*$|\s*[.!;])
        (?:are you|you(?:'re| are)) (?:deaf|blind|broken|drunk|an? idiot|kidding(?: me)?|serious|joking)(?: or what)?
        (?:you )?(?:stupid|dumb|useless|damn(?:ed)?|idiotic|silly|fucking|bloody) (?:machine|bot|robot|computer
        ... |thing|program|
        ... box|idiot|app)
        you(?:'re| are) (?:so |very |really |bloody |fucking )?(?:stupid|useless|bad|dumb|terrible|awful)(?! like)
        ^\W*(?:i )?(?:don't|do not|dont) like (?:any of )?(?:them|these|those|your (?:list|picks|suggestions))(?=\W*$)
        ^\W*none of (?:them|these|those)(?: (?:appeals?|appeal to me|please|works?|will do))?(?=\W*$)
        """),
    ("smalltalk", r"""
        how (?:are|r) (?:you|u|things)(?: (?:doing|today))*
        how'?s it going
        what'?s up
        how is your day
        how do you feel
        do you (?:like|love|watch|enjoy) (?:films?|movies?|series|cinema|them|it)
        what(?:'s| is) your (?:favou?rite|name)(?: \w+)?
        nice to meet you
        do you have a favou?rite(?: \w+)?
        (?:did|do|have) you (?:like|enjoy|love|see|seen) (?:it|that|this|them|either|both)(?: one)?(?=\W*$)
        what (?:kinds?|types?|sorts?)(?: of \w+)? (?:do you like|are you (?:looking for|into))(?: \w+)?
        you(?:'re| are) (?:so |very |really )?(?:funny|smart|great|clever|cool|nice|sweet|awesome|good|
        ... the best)(?! like)
        tell me a joke
        i love you
        good (?:job|bot|work)
        well done
        haha+
        lol
        sorry
        never ?mind
        ^(?:that's |that is |oh |ah )*(?:funny|cool|great|nice|interesting|awesome|perfect|good|
        ... fine)(?=\W*$)
        wow
        ^really(?=\W*$)
        ^ok(?:ay)?(?=\W*$)
        ^yes(?=\W*$)
        ^no(?=\W*$)
        ^sure(?=\W*$)
        """),
    ("farewell", r"""
        (?:have (?:a )?)(?:good|nice|great|lovely) (?:day|one|night|evening|weekend)
        bye(?: bye)?
        goodbye
        see (?:you|ya)(?: later| soon)?
        good ?night
        (?:i'?m |i am )?(?:going|off) to bed(?=\W*$)
        """),
    ("thanks", r"""
        (?:you(?:'ve| have)? )(?:saved|made|rescued) (?:my|our|the) (?:day|night|evening|afternoon|morning|weekend|life)
        (?:you(?:'re| are) )?(?:a )?(?:life ?saver|star|legend)(?=\W*$)
        (?:muito )?obrigad[oa]
        gracias
        merci(?: beaucoup)?
        danke
        grazie
        thanks?(?: you)?(?: (?:ever )?(?:so|very) (?:much|kindly)| kindly| a lot| a million| again| a bunch)?
        thank u
        thx
        ty(?=\W*$)
        cheers
        much appreciated
        (?:i )?appreciate (?:it|that)
        great help
        that(?:'s| is) (?:all|it)(?=\W*$)
        """),
    ("greeting", r"""
        hi(?: there| again| all)?
        hello(?: there| again)?
        hey(?: there| you)?
        howdy
        yo(?=\W*$)
        good (?:morning|afternoon|evening|day)
        greetings
        hiya
        hullo
        sup(?=\W*$)
        """),
)  # fmt: skip
_TALK = tuple((name, one_of(pattern, before=r"(?<![\w'])", after=r"(?![\w'])")) for name, pattern in _PHRASES)

_OUTSIDE = one_of(
    r"""
    \bweather\b
    \bforecast\b
    \btemperature\b
    \b(?:write|generate|debug|fix|refactor|explain)\b.*\b(?:code|python|javascript|script|function|
    ... program|sql|java|html|regex|bug)\b
    \bwrite (?:me )?(?:an? )?(?:essay|poem|email|letter|song|haiku|story|limerick)\b
    \bwho (?:won|wins|will win)\b
    \bworld cup\b
    \b(?:premier league|champions league|super bowl|nba|nfl)\b
    \bcapital of\b
    \btranslate\b
    \bthe news\b
    \bnews today\b
    \b(?:stock|share) (?:price|market)s?\b
    \bbitcoin\b
    \brecipe\b
    \bwhat(?:'s| is)? (?:the )?(?:time|date|day)(?: is it)?\b(?! travel)
    \bset (?:a |an )?(?:timer|alarm|reminder)\b
    \bpresident\b
    \bprime minister\b
    \bhomework\b
    \bsolve\b
    \bcalculate\b
    \bsquare root\b
    \bhow (?:tall|far|heavy)\b
    \bhow many people (?:live|are there)\b
    \bmeaning of life\b(?=\W*$)
    \bbook (?:a|me|us)\b
    \bflights?\b
    \bhotels? in\b
    \brestaurants?\b
    \border (?:a )?pizza\b
    \bplay (?:some )?music\b
    \bturn (?:on|off) the\b
    \bdoctor'?s? appointment\b
    \bmedical advice\b
    \blawyer\b
    \bhow do i (?:fix|cook|make|install|lose|get rid)\b
    \bdefine\b
    \bspell\b
    \bwhat does .* mean\b
    \bsystem prompt\b
    \byour instructions\b
    \bpassword\b
    \bemails?\b
    """,
)  # fmt: skip
_SUM = one_of(
    r"""
    (?!(?:19|20)\d\d ?- ?(?:19|20)\d\d)^\W*(?:what(?:'s| is)|how much is|calculate)?\W*\d+(?:[.,]\d+)?\s*(?:[-+*/x×÷^]|
    ... plus|minus|times|divided by)\s*\d+(?:[.,]\d+)?(?:\s*(?:[-+*/x×÷^]|plus|minus|times)\s*\d+)*\W*$
    """,
)  # fmt: skip
_ASKS = re.compile(r"^(?:who|what|when|where|why|how|which|is|are|does|do|did|was|were|will|should)\b")
_OUR_WORLD = one_of(
    r"""
    films?
    movies?
    series
    shows?
    watch(?:ed|ing)?
    seen
    directors?
    actors?
    actress
    cast
    stars?
    starring
    genre
    seasons?
    episodes?
    cinema
    recommend\w*
    suggest\w*
    picks?
    plot
    scene
    sequel
    something
    anything
    """,
    before=r"\b",
    after=r"\b",
)  # fmt: skip


def find_talk(said: Utterance) -> tuple[Talk, ...]:
    """The kinds of talk in the message, most telling first; their words are taken."""
    found: list[Talk] = []
    for name, pattern in _TALK:
        for _, start, end in list(said.search(pattern)):
            said.take(start, end)
            if name not in found:
                found.append(name)
    return tuple(found)


def is_outside(said: Utterance) -> bool:
    """Whether the message asks for something that is not about films or series."""
    if _SUM.search(said.plain):
        return True
    return bool(_OUTSIDE.search(said.plain)) and not _OUR_WORLD.search(said.plain)


def asks_elsewhere(said: Utterance) -> bool:
    """Whether an unread question has nothing of films in it: "how do magnets work?"."""
    return (
        bool(_ASKS.search(said.plain))
        and not _OUR_WORLD.search(said.plain)
        and (not said.plain.startswith(("what about", "how about", "which one", "who else", "what else")))
    )
