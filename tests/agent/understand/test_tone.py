"""Tone words in messages: axis, direction, degree, and what is ruled out."""

from __future__ import annotations

import pytest

from matinee.agent.request import Shift
from tests.agent.understand.conftest import Say


def _short(shift: Shift) -> str:
    sign = "+" if shift.direction > 0 else "-"
    degree = "" if shift.degree == 1 else f"{shift.degree:g}"
    return f"{shift.axis}{sign}{degree}{' rel' if shift.relative else ''}"


SHIFTS = [
    ("something light", ["light+"]),
    ("something dark", ["light-"]),
    ("dark comedies", ["light-"]),
    ("something like Dark but lighter", ["light+ rel"]),
    ("like Inception but a bit lighter", ["light+0.5 rel"]),
    ("like Inception but slightly lighter", ["light+0.5 rel"]),
    ("like Inception but a little less violent", ["violent-0.5 rel"]),
    ("like Inception but much funnier", ["funny+1.5 rel"]),
    ("like Inception but way more violent", ["violent+1.5 rel"]),
    ("like Inception but a lot less scary", ["scary-1.5 rel"]),
    ("like Heat but less violent", ["violent-rel"]),
    ("very funny", ["funny+1.5"]),
    ("as funny as possible", ["funny+2"]),
    ("the scariest film you have", ["scary+2"]),
    ("a cheerful film", ["light+"]),
    ("feel-good", ["light+", "hopeful+"]),
    ("feelgood movie", ["light+", "hopeful+"]),
    ("cosy", ["cosy+"]),
    ("cozy", ["cosy+"]),
    ("uplifting", ["uplifting+"]),
    ("bleak", ["light-", "hopeful-"]),
    ("grim", ["light-", "hopeful-"]),
    ("gritty", ["gritty+"]),
    ("hilarious", ["funny+"]),
    ("something that makes me laugh", ["funny+"]),
    ("I need a good laugh", ["funny+"]),
    ("more laughs", ["funny+ rel"]),
    ("creepy", ["creepy+"]),
    ("gory", ["gory+"]),
    ("bloody", ["violent+"]),
    ("tense", ["tense+"]),
    ("gripping", ["tense+"]),
    ("edge of my seat", ["tense+"]),
    ("an edge-of-your-seat thriller", ["tense+"]),
    ("relaxing", ["tense-"]),
    ("something to unwind", ["tense-"]),
    ("slow-burn", ["slow-paced+"]),
    ("a slow burner", ["slow-paced+"]),
    ("fast-paced", ["fast+"]),
    ("action-packed", ["action-packed+"]),
    ("more action", ["action-packed+ rel"]),
    ("mind-bending", ["mind-bending+"]),
    ("easy to follow", ["complex-"]),
    ("brainy", ["complex+"]),
    ("something that makes me think", ["make you think+"]),
    ("magical", ["fantastic+"]),
    ("realistic", ["fantastic-"]),
    ("down to earth", ["fantastic-"]),
    ("grounded", ["fantastic-"]),
    ("romantic", ["romantic+"]),
    ("steamy", ["steamy+"]),
    ("a love story", ["romantic+"]),
    ("less romance", ["romantic- rel"]),
    ("with a touch of romance", ["romantic+0.5"]),
    ("hopeful", ["hopeful+"]),
    ("a happy ending", ["hopeful+"]),
    ("cynical", ["hopeful-"]),
    ("weird", ["strange+"]),
    ("quirky", ["quirky+"]),
    ("surreal", ["surreal+"]),
    ("conventional", ["strange-"]),
    ("for the whole family", ["family+"]),
    ("kid-friendly", ["family+"]),
    ("grown-up", ["family-"]),
    ("not for kids", ["family-"]),
    ("wholesome", ["light+", "family+"]),
    ("stranger than Inception", ["strange+ rel"]),
    ("a stranger comes to town", []),
    ("light but dark", ["light-"]),
    ("scary but not too scary", ["scary+0.5"]),
    ("that was too scary", ["scary- rel"]),
    ("not scary enough", ["scary+ rel"]),
    ("not as scary as Alien", ["scary- rel"]),
    ("not that scary", ["scary- rel"]),
    ("as dark as Dark but funnier", ["light-", "funny+ rel"]),
    ("darkly funny", ["dark humour+"]),
    ("I'm stressed, help me relax", ["tense-"]),
    ("I feel sad", ["light+", "hopeful+0.5"]),
    ("I'm tired, something easy", ["complex-"]),
    ("for someone who scares easily", ["scary-"]),
    ("I had a bad day", ["light+0.5"]),
    ("a sweet, funny film", ["light+", "funny+", "hopeful+0.5"]),
    ("tone down the violence", ["violent- rel"]),
    ("a bit of horror", ["scary+0.5"]),
    ("serious", ["funny-", "light-0.5"]),
    ("I don't mind gore", []),
    ("it doesn't have to be funny", []),
    ("happy with anything short", []),
    ("like Inception but gorier", ["gory+ rel"]),
    ("like Inception but a bit less quirky", ["quirky-0.5 rel"]),
    ("like Inception but much cosier", ["cosy+1.5 rel"]),
    ("like Heat but more like a documentary", ["documentary style+ rel"]),
    ("easier to follow than Inception", ["complex- rel"]),
    ("something with juvenile humour", ["juvenile humor+"]),
    ("big budget", ["big budget+"]),
    ("not cosy", ["cosy-"]),
    ("over the top", ["over the top+"]),
    ("not gory", ["violent-", "scary-0.5"]),
    ("lighter and darker", ["light- rel"]),
]


@pytest.mark.parametrize(("message", "expected"), SHIFTS)
def test_shifts(say: Say, message: str, expected: list[str]) -> None:
    assert sorted(_short(s) for s in say(message).shifts) == sorted(e.replace("-rel", "- rel") for e in expected)


RULED_OUT = [
    ("not scary please", {"scary": 0.25}, {}),
    ("nothing scary", {"scary": 0.25}, {}),
    ("not too scary", {"scary": 0.45}, {}),
    ("nothing too violent", {"violent": 0.45}, {}),
    ("not very violent", {"violent": 0.45}, {}),
    ("no gore", {"violent": 0.25}, {}),
    ("gore-free horror", {"violent": 0.25}, {}),
    ("without any violence", {"violent": 0.25}, {}),
    ("Kill Bill without the violence", {"violent": 0.25}, {}),
    ("no violence or gore", {"violent": 0.25}, {}),
    ("not scary or violent", {"scary": 0.25, "violent": 0.25}, {}),
    ("nothing weird", {"strange": 0.4}, {}),
    ("nothing romantic", {"romantic": 0.25}, {}),
    ("a thriller without being depressing", {}, {"light": 0.4}),
    ("I don't want anything sad", {}, {"light": 0.4}),
    ("not too dark", {}, {"light": 0.25}),
    ("scary but not too scary", {"scary": 0.7}, {}),
    ("dark without being depressing", {}, {"light": 0.3}),
    ("less violent", {}, {}),
    ("like Heat but less violent", {}, {}),
    ("not only scary", {}, {}),
    ("not scary but funny", {"scary": 0.25}, {}),
]


@pytest.mark.parametrize(("message", "most", "least"), RULED_OUT)
def test_what_is_ruled_out_becomes_a_bound(
    say: Say, message: str, most: dict[str, float], least: dict[str, float]
) -> None:
    filters = say(message).filters
    assert filters.tone_max == most
    assert {axis: v for axis, v in filters.tone_min.items() if axis != "hopeful"} == least


def test_a_denial_does_not_reach_the_next_wish(say: Say) -> None:
    request = say("not scary, funny please")
    assert {s.axis: s.direction for s in request.shifts} == {"scary": -1, "funny": 1}
    request = say("I don't want horror, something light")
    assert {s.axis: s.direction for s in request.shifts} == {"light": 1}
    request = say("no gore and funny")
    assert {s.axis: s.direction for s in request.shifts if s.degree == 1} == {"violent": -1, "funny": 1}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("like Dark but lighter", ["lighter"]),
        ("like Dark but less bleak", ["less bleak"]),
        ("like Dark but a bit more hopeful", ["more hopeful"]),
        ("not scary please", ["not scary"]),
        ("nothing too violent", ["not too violent"]),
        ("no gore", ["no gore"]),
        ("that was too long and too scary", ["less scary"]),
        ("something feel-good", ["feel-good"]),
    ],
)
def test_words_are_as_the_user_would_say_them(say: Say, message: str, words: list[str]) -> None:
    assert list(dict.fromkeys(s.word for s in say(message).shifts)) == words
