import pytest

from matinee.agent.compose.wish import wish_words
from matinee.agent.request import FactShift, Request, Shift, TitleRef
from matinee.index.filters import Filters

DARK = TitleRef(id="dark", name="Dark", year=2017, surface="Dark")
LIGHTER = Shift(axis="light", direction=1, word="lighter")
FUNNY = Shift(axis="funny", direction=1, word="funny", relative=False)
NOT_SCARY = Shift(axis="scary", direction=-1, word="not scary", relative=False)
SHORTER = FactShift(field="runtime", direction=-1, word="shorter")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({}, "something"),
        (
            {"liked": (DARK,), "shifts": (Shift(axis="action-packed", direction=1, word="more action"),)},
            "something like Dark but with more action",
        ),
        (
            {
                "shifts": (
                    Shift(
                        axis="scary",
                        direction=1,
                        word="as scary as Dark",
                        relative=False,
                        level="reach",
                        than=("dark",),
                    ),
                    Shift(axis="funny", direction=1, word="funnier"),
                ),
                "liked": (DARK,),
            },
            "something as scary as Dark but funnier",
        ),
        (
            {"liked": (DARK, DARK.model_copy(update={"id": "up", "name": "Up"})), "between": True},
            "something between Dark and Up",
        ),
        ({"liked": (DARK,), "shifts": (LIGHTER,)}, "something like Dark but lighter"),
        (
            {"liked": (DARK,), "shifts": (LIGHTER,), "fact_shifts": (SHORTER,)},
            "something like Dark but lighter and shorter",
        ),
        ({"shifts": (FUNNY,), "filters": Filters(genres=("documentary",))}, "a funny documentary"),
        ({"shifts": (FUNNY,), "filters": Filters(kind="film", languages=("French",))}, "a funny film in French"),
        ({"filters": Filters(kind="series", genres=("animation",))}, "an animation series"),
        ({"shifts": (FUNNY, NOT_SCARY)}, "something funny but not scary"),
        ({"filters": Filters(kind="film", year_min=1980, year_max=1989)}, "a film from the 1980s"),
        (
            {"themes": ("chess",), "filters": Filters(kind="film", runtime_max=90)},
            "a film about chess of 90 minutes at most",
        ),
    ],
)
def test_the_wish_is_said_back(wish: dict[str, object], words: str) -> None:
    assert wish_words(Request(text="", act="recommend", **wish)) == words
