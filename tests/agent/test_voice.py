from collections.abc import Iterator

from matinee.agent.compose.plan import Plan, Slot
from matinee.agent.memory import Message
from matinee.agent.voice import Voice
from matinee.errors import ModelInterrupted

PROMPT = (Message(role="user", content="say"),)


def model(*pieces: str | Exception):
    def generate(_messages, _tokens) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    return generate


def speak(voice: Voice, passes=lambda _text: True) -> list[str]:
    said = []
    while (draft := voice.next()) is not None:
        if not draft.by_model:
            said.append(draft.text)
            continue
        ok = passes(draft.text)
        line = voice.judge(passed=ok)
        said += [draft.text] if ok else [line] if line else []
    return said


def test_without_a_model_the_lines_are_said() -> None:
    plan = Plan(slots=(Slot(lines=("one.", "two.")), Slot(lines=("three.",), prompt=PROMPT)))
    assert speak(Voice(plan, None)) == ["one.", "two.", "three."]


def test_the_model_speaks_in_its_slot_and_the_line_is_not_said_too() -> None:
    plan = Plan(slots=(Slot(lines=("open.",)), Slot(lines=("fallback.",), prompt=PROMPT), Slot(lines=("end.",))))
    voice = Voice(plan, model("Mine it is. ", "And too much. "))
    assert speak(voice) == ["open.", "Mine it is.", "end."]
    assert voice.prompts == list(PROMPT)
    assert "".join(voice.completion).startswith("Mine it is.")


def test_a_failed_sentence_is_replaced() -> None:
    plan = Plan(slots=(Slot(lines=("fallback.",), prompt=PROMPT),))
    assert speak(Voice(plan, model("A lie. ")), passes=lambda _: False) == ["fallback."]


def test_a_long_reply_keeps_what_passed_and_replaces_the_rest() -> None:
    plan = Plan(slots=(Slot(lines=("l1.", "l2."), prompt=PROMPT, most=4),))
    voice = Voice(plan, model("True one. ", "A lie. ", "True two."))
    assert speak(voice, passes=lambda t: "lie" not in t) == ["True one.", "l1.", "True two."]


def test_a_silent_model_leaves_it_to_the_lines() -> None:
    plan = Plan(slots=(Slot(lines=("l1.",), prompt=PROMPT),))
    assert speak(Voice(plan, model())) == ["l1."]


def test_a_model_that_breaks_is_not_asked_again() -> None:
    plan = Plan(slots=(Slot(lines=("l1.",), prompt=PROMPT), Slot(lines=("l2.",), prompt=PROMPT)))
    voice = Voice(plan, model("Half a sen", ModelInterrupted("the server went away")))
    assert speak(voice) == ["l1.", "l2."]
    assert voice.failure == "the server went away"


def test_stop_ends_the_reply() -> None:
    plan = Plan(slots=(Slot(lines=("one.", "two.")),))
    voice = Voice(plan, None)
    assert voice.next() is not None
    voice.stop()
    assert voice.next() is None
