"""Phrases that say what a message does with the conversation: go on, change the last wish, start over, surprise."""

from __future__ import annotations

import re

from matinee.agent.understand.patterns import one_of
from matinee.agent.understand.skeleton import Skeleton
from matinee.agent.understand.text import Utterance

_RESET = one_of(
    r"""
    start (?:over|again|afresh|from scratch)
    (?:forget|scrap|ignore|clear|drop) (?:¤|that|it|this|everything|all (?:of )?that|all(?= *$)|about it|my last)
    new (?:search|topic|request)
    reset
    from scratch
    never mind (?:that|all)
    (?:different|new) mood now
    something (?:completely|totally|entirely|very) different
    """,
    before=r"\b",
    after=r"(?!\w)",
)  # fmt: skip
_SURPRISE = one_of(
    r"""
    \bsurprise (?:me|us)\b
    \byou (?:choose|pick|decide)\b
    \b(?:pick|choose|decide) (?:one )?(?:something |anything )?for (?:me|us)\b
    \bdealers choice\b
    \brandom\b
    \b(?:i|we) (?:really )?(?:dont|do not) (?:care|mind)(?: what| which)?(?:$| (?:\?|\||it|¤))
    \bup to you\b
    \bno preferences?\b
    \b(?:im|were) (?:easy|open to anything|open|flexible)(?:$| \|)
    \banything (?:goes|works|you (?:like|want)|is fine|will do|at all)\b
    ^(?:just )?(?:anything|whatever)(?: please| really| good)?$
    \bwhatever you (?:like|want|think)\b
    \bjust (?:pick|choose) (?:something|one|anything)\b
    \bblow my mind\b
    """,
)  # fmt: skip
_REWATCH = one_of(
    r"""
    \brewatch(?:ing|able)?\b
    \bwatch(?:ing)? again\b
    \bsee(?:ing)? again\b
    \bseen (?:it |¤ |them |before |already )*(?:is|are|its) (?:fine|ok|okay|good|welcome)\b
    \b(?:even|including|also) (?:if |ones |titles |films |things |what |those |stuff )+(?:that )?(?:i|ive|
    ... weve|i have)(?: \w+)? (?:seen|watched)\b
    \b(?:dont|do not) mind (?:if ive |having |seeing |rewatching |watching )?(?:seen|rewatch|again|
    ... something ive)
    \balready seen is (?:fine|ok|okay)\b
    \bseen before is (?:fine|ok|okay)\b
    \ban old favou?rite\b
    """,
)  # fmt: skip
_CONTINUE = one_of(
    r"""
    \b(?:another|more|others?|else|next|again|keep going|try again|show more|some more|different ones?|
    ... other (?:ones?|options?|suggestions?|ideas|titles|films|movies|series|recommendations?))\b
    ^(?:and |ok |okay )*(?:go on|continue|next|more)\b
    """,
)  # fmt: skip
_REFINES = one_of(
    r"""
    ^(?:(?:no|nope|hmm|ok|okay|well|actually|maybe|thanks|yes|cool|great|nice) )*(?:\| )?(?:and|but|or|also|plus|only|
    ... just|rather|preferably|ideally|without|nothing|with|in|from|under|over|by|as|except|less|more|same|before|
    ... after|since|too)\b
    \b(?:instead|another|else|again|others?|next|this time|rather|same (?:but|thing|kind|sort|vibe|again)|
    ... make ¤|also|too (?:long|short|old|new|dark|scary|violent|slow|heavy|sad|weird|light|silly|childish|
    ... much|famous|obvious)|how about|what about|prefer|preferably|could ¤ be|can ¤ be|it should|¤ should|
    ... ¤ (?:must|has to|needs to)|of (?:those|these|them|¤)|among (?:those|these|them|¤)|narrow|
    ... only (?:the )?(?:films?|series|shows?|movies?)|like (?:that|this|those|these|¤) but|similar but)\b
    """,
)  # fmt: skip
_LOOSELY = re.compile(r"^(?:now|then|no|nope|hmm|ok|okay|well|actually|maybe|not)\b")
_ADDS = one_of(
    r"""
    ^(?:and |also |plus |with |maybe with |but with |but also )
    \b(?:also|as well|too|in addition|plus|add)\b
    """,
)
_OPENS = one_of(
    r"""
    i (?:want|need|wanna|would like|fancy|feel like)
    id (?:like|love)
    im (?:looking|in the mood|after|searching)
    looking for
    find (?:me|us)
    show (?:me|us)
    give (?:me|us)
    recommend
    suggest
    got any
    do you (?:have|know)
    any (?:good )?
    are there
    is there
    what (?:should|can|could|do|would) (?:i|we|you)
    can you
    could you
    help me find
    let me see
    a good
    some good
    best
    search
    give me
    were looking
    we (?:want|need)
    """,
    before=r"\b",
    after=r"\b",
)  # fmt: skip
_ASKS_FOR_PICKS = one_of(
    r"""
    recommend\w*
    suggest\w*
    what (?:should|can|could|do|would|shall) (?:i|we|you)
    what(?:s| is)? (?:next|else|similar|good)
    any(?:thing)? (?:similar|like|ideas?|recs?|suggestions?|good|else)
    something
    what now
    find me
    give me
    show me
    looking for
    what to watch
    got any
    more please
    similar
    """,
    before=r"\b",
    after=r"\b",
)
_CORRECTS = one_of(
    r"""
    ^(?:no |nope |sorry |oh |ah |wait |i said |\| )*(?:\| )?(?:i (?:meant|mean)|not (?:the|that) (?:film|
    ... movie|series|show|one)\b|the other one$|the (?:film|movie|series|show|(?:18|19|
    ... 20)\d\d)(?: one| film| movie| series| version| show)?$|the one from (?:18|19|20)\d\d|(?:wrong|
    ... different) (?:one|film|movie|series|show|title))
    \bi (?:meant|mean) (?:the|§)
    """,
)  # fmt: skip
_MARKED_NO = re.compile(r"^(?:no|nope|sorry|wait|oh|not|i said|i mean|i meant|wrong|actually)\b")


_SAID = one_of(
    r"""
    (?:^|(?<=hi )|(?<=hello )|(?<=hey )|(?<=hi, )|(?<=hello, )|(?<=hey, ))(?:my name is|my name's|call me) [a-z]+
    (?:(?<=hi )|(?<=hello )|(?<=hey )|(?<=hi, )|(?<=hello, )|(?<=hey, ))(?:i'?m|i am) [a-z]+(?=\W*$)
    \bsurprise (?:me|us)\b
    \b(?<=who |how |why )the (?:hell|fuck|heck|devil)\b
    \b(?<=what |when )the (?:hell|fuck|heck|devil)\b
    \bstart(?:ing)? (?:over|again|afresh|from scratch)\b
    \b(?:forget|scrap|ignore|clear|drop) (?:that|it|this|everything|all(?: of)?(?: that| this| it)?|
    ... about (?:it|that))\b
    \bfrom scratch\b
    \breset\b
    \b(?:completely |totally |entirely |very )?different(?: mood)?\b
    \b(?:can't|cannot|cant|couldn't|couldnt) (?:stand|bear|take)\b
    \bup to you\b
    \b(?:you|please) (?:choose|decide)\b
    \bdealer'?s choice\b
    \brandom(?:ly)?\b
    \brewatch\w*\b
    \b(?:doesn't|doesnt|don't|dont|no) matter\b
    \b(?:doesn't|doesnt|don't|dont|do not) (?:really )?mind\b
    \bblow my mind\b
    \bin a row\b
    \bchanged my mind\b
    \bafter all\b
    \bno preferences?\b
    \b(?:(?:big|huge|massive|real|great) )?fan of\b
    \bopen to anything\b
    \bwhatever you (?:like|want)\b
    \binstead\b
    \bnever heard of\b
    \b(?:big|huge|massive|great)(?= (?:\w+ ){1,2}(?:fan|lover|buff)s?\b)
    \bi'?m easy\b
    \bhad enough\b
    \b(?:sick|tired|bored|fed up)(?: and tired)? (?:of|with)\b
    \bshow(?:ing)? me\b
    \bcare for\b
    \bin the mood\b
    \bhow about\b
    \banything goes\b
    """,
)


def take_markers(said: Utterance) -> None:
    """Take the words of such phrases, so that no theme or free text is made of them."""
    for _, start, end in list(said.search(_SAID)):
        said.take_name(start, end)


def resets(bones: Skeleton) -> bool:
    """ "Start over": the last wish no longer counts."""
    return bool(_RESET.search(bones.text))


def surprises(bones: Skeleton) -> bool:
    """ "Surprise me", "anything"."""
    return bool(_SURPRISE.search(bones.text)) or bool(
        re.search(r"\bsomething (?:completely|totally|entirely) different\b", bones.text)
    )


def rewatches(bones: Skeleton) -> bool:
    """ "Seen before is fine"."""
    return bool(_REWATCH.search(bones.text))


def continues(bones: Skeleton) -> bool:
    """ "Another", "what else?"."""
    return bool(_CONTINUE.search(bones.text))


def refers_back(bones: Skeleton) -> bool:
    """Whether the words say that the last wish is being changed: "and …", "instead", "make it …"."""
    return bool(_REFINES.search(bones.text))


def refers_loosely(bones: Skeleton) -> bool:
    """Whether a word opens the message that can hang on what went before, or just open: "well, …", "now …"."""
    return bool(_LOOSELY.search(bones.text))


def adds_to(bones: Skeleton) -> bool:
    """Whether what is new joins what was asked before rather than replacing it."""
    return bool(_ADDS.search(bones.text))


def opens_wish(bones: Skeleton) -> bool:
    """Whether the message opens a wish of its own: "I want …", "find me …"."""
    return bool(_OPENS.search(bones.text))


def asks_for_picks(bones: Skeleton) -> bool:
    """Whether suggestions are asked for in so many words."""
    return bool(_ASKS_FOR_PICKS.search(bones.text))


def corrects(bones: Skeleton) -> bool:
    """ "I meant the film", "no, the 1990 one"."""
    return bool(_CORRECTS.search(bones.text))


def marked_correction(bones: Skeleton) -> bool:
    """Whether a correction says so ("no, …"), rather than being a bare "the film"."""
    return bool(_MARKED_NO.search(bones.text))


def says_only_seen(said: Utterance) -> bool:
    """ "Seen", "already watched": without a word on what."""
    words = [
        w
        for w in said.words
        if w not in {"i", "ive", "already", "have", "all", "that", "it", "sorry", "but", "weve", "we", "yes"}
    ]
    return bool(words) and all(w in {"seen", "watched", "saw"} for w in words)
