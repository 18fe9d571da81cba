import pytest

from matinee.index.sources.mojibake import mend


@pytest.mark.parametrize(
    "text", ["Amélie", "naïve – “quoted”", "São Paulo", "Ça ira…", "大明宫词", "À bout de souffle", "Ñ"]
)
def test_spoilt_text_is_mended_and_sound_text_is_left(text):
    assert mend(text) == text
    assert mend(text.encode().decode("cp1252", "replace")) == text or "\ufffd" in text.encode().decode(
        "cp1252", "replace"
    )


def test_mended_within_a_sound_text():
    assert mend("Tommyâ€™s café, formedâ€”and more") == "Tommy’s café, formed—and more"


def test_a_lost_sign_becomes_a_space():
    assert mend("Boston \ufffd 1988") == "Boston   1988"
