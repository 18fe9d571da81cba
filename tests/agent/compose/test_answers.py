import pytest

from matinee.agent.compose.answers import answer
from matinee.agent.compose.scene import Scene
from matinee.agent.log import Standing
from matinee.agent.memory import Memory, Message
from matinee.agent.request import Request, TasteStatement
from tests.toy import TOY, toy_title

TITLES = {t.id: t for t in TOY}
DARK = toy_title("Dark", "series")
LIST = toy_title("Schindler's List")
TOTORO = toy_title("My Neighbor Totoro")
SEVEN = toy_title("Seven")
PICKS = (DARK.id, LIST.id, TOTORO.id)


def said(memory: Memory | None = None, standing: Standing | None = None, **request: object) -> str:
    scene = Scene(
        Request(text=request.pop("text", ""), **request), memory or Memory(), TITLES, 1, standing or Standing()
    )
    return " ".join(answer(scene))


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("cast", "Louis Hofmann"),
        ("director", "created by Baran bo Odar"),
        ("runtime", "3 seasons, about 53 minutes an episode"),
        ("seasons", "3 seasons"),
        ("year", "2017 to 2020"),
        ("country", "Germany"),
        ("language", "German"),
        ("genre", "mystery"),
        ("maturity", "16+"),
        ("plot", DARK.logline),
        ("themes", "time travel"),
        ("kind", "series"),
    ],
)
def test_a_fact_is_the_catalogues(fact: str, words: str) -> None:
    answered = said(act="fact", about=(DARK.id,), fact=fact)
    assert words in answered
    assert "Dark" in answered


def test_an_unknown_fact_is_said_to_be_unknown() -> None:
    bare = DARK.model_copy(update={"cast": ()})
    scene = Scene(Request(text="", act="fact", about=(DARK.id,), fact="cast"), Memory(), {DARK.id: bare}, 1)
    assert "does not say" in " ".join(answer(scene))
    assert "out of 10" not in said(act="fact", about=(DARK.id,), fact="rating")


def test_a_tone_question_gives_word_and_number() -> None:
    answered = said(act="fact", about=(DARK.id,), axis="complex")
    assert "very intricate" in answered
    assert ".93" in answered


def test_the_first_pick_is_named_as_such_where_nobody_said_which() -> None:
    memory = Memory(picks=PICKS)
    assert said(memory, act="fact", about=(DARK.id,), fact="director", assumed=True).startswith(
        "The first, Dark (2017), was created by"
    )
    assert "first" not in said(memory, act="fact", about=(DARK.id,), fact="director")


def test_what_is_in_a_title_comes_from_tone_rating_and_themes() -> None:
    gore = said(act="fact", fact="detail", axis="violent", subject="gore", about=(SEVEN.id,))
    assert "quite violent (.66 of 1) and rated 18+" in gore
    dog = said(act="fact", fact="detail", subject="whether the dog dies", about=(SEVEN.id,))
    assert "whether the dog dies" in dog.lower()
    assert "hardly" not in dog.split("(.66")[0]
    assert "killer clown" in said(
        act="fact", fact="detail", axis="scary", subject="clowns", about=(toy_title("It", "film").id,)
    )


@pytest.mark.parametrize(("title", "words"), [(SEVEN, "happy ending"), (TOTORO, "home happy")])
def test_the_mood_of_an_ending_and_nothing_of_it(title: object, words: str) -> None:
    answered = said(act="fact", fact="ending", axis="hopeful", about=(title.id,))
    assert words in answered
    assert title.logline not in answered


def test_where_to_watch_is_not_known_unless_the_source_said() -> None:
    assert "Dark (2017)" in said(act="fact", fact="where", about=(DARK.id,))
    noted = DARK.model_copy(update={"facts": {"platform": "Filmhaus"}})
    scene = Scene(Request(text="", act="fact", fact="where", about=(DARK.id,)), Memory(), {DARK.id: noted}, 1)
    assert "Filmhaus" in " ".join(answer(scene))


def test_comparing_names_the_right_one() -> None:
    both = (DARK.id, LIST.id)
    assert said(act="compare", about=both, axis="complex").startswith("Dark (2017)")
    assert said(act="compare", about=both, fact="year", text="older").startswith("Dark (2017) is the newest")
    assert said(act="compare", about=(LIST.id, DARK.id), fact="year").startswith(
        "Schindler's List (1993) is the oldest"
    )


def test_a_place_beyond_the_list_is_answered_with_its_length() -> None:
    answered = said(Memory(picks=PICKS[:2]), act="compare", about=(DARK.id,), beyond=3)
    assert "two picks, Dark (2017) and Schindler's List (1993)" in answered


def test_an_order_lists_every_pick() -> None:
    answered = said(act="order", about=(TOTORO.id, LIST.id, DARK.id), fact="runtime")
    assert answered.index("Totoro") < answered.index("Schindler") < answered.index("Dark")
    assert "1 h 26 min" in answered


def test_a_choice_for_somebody_says_why() -> None:
    answered = said(Memory(picks=PICKS), act="choose", about=(TOTORO.id, DARK.id), subject="your kids")
    assert "My Neighbor Totoro (1988)" in answered
    assert "all ages" in answered


def test_a_person_is_told_by_credits_with_years() -> None:
    answered = said(act="person", people=("John Cleese",))
    assert "John Cleese created Fawlty Towers (1975)" in answered
    assert "Brad Pitt" in said(act="person", people=("Brad Pitt",))
    assert "Seven (1995)" in said(act="person", people=("Brad Pitt",))
    assert "Otto Normal" in said(act="person", unknown=("Otto Normal",))


def test_the_conversation_is_said_back_with_the_way_to_take_it_back() -> None:
    hated = TasteStatement(likes=False, what="genre", value="musical", words="musicals")
    memory = Memory(
        wish=Request(text="", act="recommend", themes=("time loops",)), taste=(hated,), seen=(DARK.id,), picks=PICKS
    )
    answered = said(memory, Standing(liked=(TOTORO.id,)), act="recall", recall="all")
    for words in ("something about time loops", "no musicals", "seen Dark (2017)", "My Neighbor Totoro (1988)", "/undo",
                  "“forget that I hate musicals”"):  # fmt: skip
        assert words in answered
    assert "Nothing yet" in said(act="recall", recall="all")


def test_a_lifted_statement_is_not_called_a_liking() -> None:
    lifted = TasteStatement(likes=False, what="genre", value="musical", words="musicals", lasting=False, lifted=True)
    answered = said(act="taste", taste=(lifted,))
    assert "musicals" in answered
    assert "like" not in answered


def test_why_answers_with_the_reasons_of_the_pick() -> None:
    memory = Memory(picks=(LIST.id,), reasons={LIST.id: ("like Dark: grief", "lighter: .30 against .10")})
    answered = said(memory, act="why", about=(LIST.id,))
    assert "it shares grief with Dark and it is lighter (.30 against .10)" in answered
    assert "did not suggest" in said(memory, act="why", about=(DARK.id,))


def test_a_question_about_nothing_asks_which() -> None:
    assert "look it up" in said(act="fact", fact="cast")


def test_courtesy_is_returned_before_the_answer() -> None:
    assert said(act="fact", fact="year", about=(DARK.id,), courtesy="thanks").split()[0] in {
        "With",
        "Gladly.",
        "Any",
        "You",
    }


def test_nothing_is_worded_the_same_twice_while_there_is_another_way() -> None:
    memory, heard = Memory(), []
    for _ in range(3):
        heard.append(said(memory, act="fact", fact="where", about=(DARK.id,)))
        memory = memory.model_copy(
            update={"messages": (*memory.messages, Message(role="assistant", content=heard[-1]))}
        )
    assert len(set(heard)) == 3
