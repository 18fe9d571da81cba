import pytest

from matinee.agent.verify.plot import is_compression

PILOT = "A pilot leaves his daughter behind to fly through a wormhole, hoping that a dying Earth can be saved."
BEAR = (
    "A polite young bear from Peru arrives in London with a label round his neck and is taken in by a worried family."
)
TOWN = "When children vanish from a small German town, four families find that its tunnels lead into other years."
POLICE = (
    "Detectives and dealers in Baltimore play a long game over wiretaps, corners and careers, while schools pay for it."
)


@pytest.mark.parametrize(
    ("sentence", "logline"),
    [
        (PILOT, PILOT),
        ("A pilot leaves his daughter to fly through a wormhole.", PILOT),
        ("A pilot leaves his daughter.", PILOT),
        ("A bear from Peru is taken in by a family.", BEAR),
        ("A polite young bear arrives in London.", BEAR),
        ("Children vanish from a small town.", TOWN),
        ("Four families find that its tunnels lead into other years.", TOWN),
        ("In Baltimore, detectives and dealers play a long game over wiretaps and corners.", POLICE),
        ("He works at night. A nurse hides a soldier.", "He works at night. A nurse hides a soldier in her attic."),
        ("A nurse hides a soldier.", "He works at night. A nurse hides a soldier in her attic."),
        ("A widow sells the house.", "A widow, who never smiles, sells the house."),
    ],
)
def test_a_part_of_the_logline_that_holds_by_itself_passes(sentence: str, logline: str) -> None:
    assert is_compression(sentence, logline)


@pytest.mark.parametrize(
    ("sentence", "logline"),
    [
        ("A pilot turns his daughter into a wormhole.", PILOT),
        ("A dying Earth can be saved.", PILOT),
        ("A family is taken in by a bear.", BEAR),
        ("A worried family takes in a bear.", BEAR),
        ("A cop loves jazz.", "A cop chases a thief who loves jazz."),
        ("A cop chases a thief and loves jazz.", "A cop chases a thief, who loves jazz."),
        ("A man kills the king.", "A man whose wife kills the king flees."),
        ("A man kills his boss.", "A man dreams that he kills his boss."),
        ("A man kills his boss.", "A man kills his boss in his dreams."),
        ("A man kills his boss.", "A man never kills his boss."),
        ("A bear chases a hunter.", "A bear is chased by a hunter."),
        ("A teacher hits a ruler.", "A teacher hits a boy with a ruler."),
        ("Detectives killing women.", "Detectives hunt a man killing women."),
        ("A clerk inherits a castle.", "A would-be clerk inherits a castle."),
        ("A lawyer kills.", "A lawyer's son kills."),
        ("A convict breaks.", "A convict breaks out of prison."),
        ("", PILOT),
        ("The of and.", PILOT),
    ],
)
def test_backed_words_that_say_something_else_fail(sentence: str, logline: str) -> None:
    assert not is_compression(sentence, logline)


@pytest.mark.slow
def test_every_logline_of_the_starter_is_its_own_compression(starter) -> None:
    strange = [t.label for t in starter.titles.values() if not is_compression(t.logline, t.logline)]
    assert not strange


@pytest.mark.slow
def test_no_logline_with_two_words_exchanged_passes(starter) -> None:
    passed = []
    for title in starter.titles.values():
        words = title.logline.split()
        if len(words) < 8:
            continue
        nouns = [n for n, w in enumerate(words) if len(w) > 4 and w.isalpha() and w.islower()]
        if len(nouns) < 2 or words[nouns[0]] == words[nouns[-1]]:
            continue
        a, b = nouns[0], nouns[-1]
        words[a], words[b] = words[b], words[a]
        if is_compression(" ".join(words), title.logline):
            passed.append(title.label)
    assert not passed
