from matinee.agent.compose.wording import Wording


def test_the_least_heard_template_is_taken() -> None:
    say = Wording(1, ["Where Dark is showing I do not know."])
    line = say("Where {name} is showing I do not know.", "No service is listed for {name}.", name="Seven")
    assert line == "No service is listed for Seven."


def test_every_template_is_used_before_one_comes_twice() -> None:
    say = Wording(3)
    templates = ("{name} it is, then.", "My vote goes to {name}.", "I would put on {name}.")
    assert len({say(*templates, name="Dark") for _ in templates}) == 3


def test_the_same_seed_says_the_same() -> None:
    templates = ("{name} it is, then.", "My vote goes to {name}.", "I would put on {name}.")
    assert Wording(5)(*templates, name="It") == Wording(5)(*templates, name="It")


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert Wording(1)("Look at {name}.", name="{x}") == "Look at {x}."
