"""A shelf of titles that are hard to tell from ordinary words, from each other, and from people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from matinee.index.title import Kind, Title, fold, make_id


def _title(name: str, year: int, kind: Kind = "film", fame: float = 0.7, **facts: object) -> Title:
    return Title.model_validate(
        {
            "id": make_id(name, year, kind),
            "name": name,
            "year": year,
            "kind": kind,
            "fame": fame,
            "languages": ("English",),
            "countries": ("United States",),
            "maturity": "13+",
            **facts,
        }
    )


SHELF: list[Title] = [
    _title(
        "Dark",
        2017,
        "series",
        0.82,
        creators=("Baran bo Odar", "Jantje Friese"),
        cast=("Louis Hofmann",),
        countries=("Germany",),
        languages=("German",),
        genres=("science fiction", "mystery", "drama"),
        themes=("time travel", "small-town secrets"),
        tone={"light": 0.1, "funny": 0.03, "scary": 0.38},
        seasons=3,
        runtime_minutes=53,
    ),
    _title("Dark", 2015, fame=0.05, directors=("Nick Basile",), genres=("horror",), runtime_minutes=94),
    _title("It", 2017, fame=0.86, directors=("Andy Muschietti",), genres=("horror",), themes=("killer clown",)),
    _title("It", 1990, "series", 0.7, genres=("horror",), cast=("Tim Curry",), seasons=1),
    _title("Her", 2013, directors=("Spike Jonze",), cast=("Joaquin Phoenix",), genres=("romance",)),
    _title("Us", 2019, directors=("Jordan Peele",), genres=("horror",)),
    _title("Up", 2009, directors=("Pete Docter",), genres=("animation", "comedy")),
    _title("M", 1931, fame=0.6, directors=("Fritz Lang",), languages=("German",), countries=("Germany",)),
    _title("Coco", 2017, directors=("Lee Unkrich",), genres=("animation",)),
    _title("Heat", 1995, directors=("Michael Mann",), cast=("Al Pacino", "Robert De Niro"), genres=("crime",)),
    _title("Drive", 2011, cast=("Ryan Gosling",), genres=("crime",)),
    _title("Collateral", 2004, directors=("Michael Mann",), cast=("Tom Cruise", "Jamie Foxx"), genres=("crime",)),
    _title("Alien", 1979, fame=0.9, directors=("Ridley Scott",), genres=("horror", "science fiction")),
    _title("Aliens", 1986, fame=0.85, directors=("James Cameron",), genres=("action", "science fiction")),
    _title("Home", 2009, "series", 0.2),
    _title("Room", 2015, cast=("Brie Larson",), genres=("drama",)),
    _title("You", 2018, "series", 0.6, genres=("thriller",), seasons=5),
    _title("Love", 2016, "series", 0.4, genres=("comedy",), seasons=3),
    _title("Once", 2007, fame=0.5, genres=("romance", "musical"), countries=("Ireland",)),
    _title("Big", 1988, cast=("Tom Hanks",), genres=("comedy",)),
    _title("Signs", 2002, genres=("science fiction",)),
    _title("Friends", 1994, "series", 0.95, genres=("comedy",), seasons=10, themes=("friendship",)),
    _title("Taxi Driver", 1976, directors=("Martin Scorsese",), cast=("Robert De Niro", "Jodie Foster")),
    _title("Goodfellas", 1990, directors=("Martin Scorsese",), cast=("Ray Liotta",), genres=("crime",)),
    _title("Severance", 2022, "series", 0.8, genres=("science fiction",), themes=("workplace",), seasons=2),
    _title("Amélie", 2001, languages=("French",), countries=("France",), directors=("Jean-Pierre Jeunet",),
           genres=("comedy", "romance"), themes=("paris",)),
    _title("Groundhog Day", 1993, fame=0.92, cast=("Bill Murray",), directors=("Harold Ramis",),
           genres=("comedy",), themes=("time loops",), tone={"light": 0.74, "funny": 0.76, "scary": 0.03},
           runtime_minutes=101),
    _title("The Godfather", 1972, fame=0.97, directors=("Francis Ford Coppola",), genres=("crime",)),
    _title("The Godfather Part II", 1974, fame=0.9, directors=("Francis Ford Coppola",), genres=("crime",)),
    _title("Rocky IV", 1985, fame=0.6, cast=("Sylvester Stallone",), genres=("sport",)),
    _title("Schindler's List", 1993, fame=0.95, directors=("Steven Spielberg",), genres=("war",)),
    _title("The Matrix", 1999, fame=0.96, cast=("Keanu Reeves",), genres=("science fiction", "action")),
    _title("Inception", 2010, fame=0.95, directors=("Christopher Nolan",), themes=("dreams", "heist")),
    _title("Memento", 2000, directors=("Christopher Nolan",), genres=("thriller",)),
    _title("The Dark Knight", 2008, fame=0.96, directors=("Christopher Nolan",), genres=("action", "superhero")),
    _title("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964,
           directors=("Stanley Kubrick",), genres=("comedy",)),
    _title("2001: A Space Odyssey", 1968, fame=0.9, directors=("Stanley Kubrick",), themes=("space",)),
    _title("The Lives of Others", 2006, aka=("Das Leben der Anderen",), countries=("Germany",),
           languages=("German",)),
    _title("The Lord of the Rings: The Fellowship of the Ring", 2001, fame=0.96, aka=("LOTR",)),
    _title("Fargo", 1996, fame=0.85, genres=("crime",), themes=("heist",)),
    _title("Fargo", 2014, "series", 0.75, genres=("crime",), seasons=5),
    _title("Solaris", 1972, fame=0.6, directors=("Andrei Tarkovsky",), countries=("Soviet Union",)),
    _title("Solaris", 2002, fame=0.4, directors=("Steven Soderbergh",)),
    _title("Before Sunrise", 1995, genres=("romance",)),
    _title("Sunrise", 1927, fame=0.5, genres=("silent", "romance")),
    _title("It's a Wonderful Life", 1946, fame=0.9, genres=("drama",), themes=("christmas",)),
    _title("WALL-E", 2008, fame=0.9, genres=("animation",)),
    _title("M*A*S*H", 1970, fame=0.6, genres=("comedy", "war")),
    _title("Se7en", 1995, fame=0.9, aka=("Seven",), genres=("crime", "thriller")),
    _title("1917", 2019, genres=("war",)),
    _title("Parasite", 2019, fame=0.9, directors=("Bong Joon-ho",), countries=("South Korea",),
           languages=("Korean",), genres=("thriller", "comedy"), tone={"light": 0.3, "funny": 0.4, "scary": 0.4},
           runtime_minutes=132),
    _title("Russian Doll", 2019, "series", 0.66, genres=("comedy",), themes=("time loops",), seasons=2,
           tone={"light": 0.52, "funny": 0.68, "scary": 0.15}, runtime_minutes=28),
    _title("The Grand Budapest Hotel", 2014, fame=0.85, directors=("Wes Anderson",), cast=("Tilda Swinton",)),
    _title("Moonrise Kingdom", 2012, directors=("Wes Anderson",), cast=("Bill Murray", "Tilda Swinton")),
    _title("Magnolia", 1999, fame=0.6, directors=("Paul Thomas Anderson",), cast=("Tom Cruise",)),
    _title("Seven Samurai", 1954, fame=0.8, directors=("Akira Kurosawa",), countries=("Japan",),
           languages=("Japanese",), genres=("action",), themes=("samurai",)),
    _title("Ran", 1985, fame=0.6, directors=("Akira Kurosawa",), countries=("Japan",), languages=("Japanese",)),
    _title("Late Spring", 1949, fame=0.5, directors=("Yasujirō Ozu",), countries=("Japan",),
           languages=("Japanese",), themes=("black and white",)),
    _title("Queen's Gambit", 2020, "series", 0.6, themes=("chess",), seasons=1),
    _title("Titanic", 1997, fame=0.95, directors=("James Cameron",), genres=("romance",), themes=("dark comedy",)),
    _title("Kill Bill: Vol. 1", 2003, directors=("Quentin Tarantino",), genres=("action",), themes=("revenge",)),
    _title("Pulp Fiction", 1994, fame=0.93, directors=("Quentin Tarantino",), genres=("crime",)),
    _title("Singin' in the Rain", 1952, fame=0.8, genres=("musical",), themes=("show business",)),
    _title("Shaun of the Dead", 2004, genres=("horror", "comedy"), themes=("zombies", "zombie apocalypse")),
    _title("The Exorcist", 1973, fame=0.85, genres=("horror", "documentary", "western", "biography", "history")),
]  # fmt: skip


class Shelf:
    """The shelf as a catalogue: what the linker asks of one."""

    def __init__(self, titles: list[Title]) -> None:
        self.titles: Mapping[str, Title] = {t.id: t for t in titles}
        self.themes: Mapping[str, int] = Counter(x for t in titles for x in t.themes)
        self.people = _folded(x for t in titles for x in (*t.directors, *t.creators, *t.cast))
        self.genres = _folded(x for t in titles for x in t.genres)
        self.languages = _folded(x for t in titles for x in t.languages)
        self.countries = _folded(x for t in titles for x in t.countries)


def _folded(names: object) -> Mapping[str, str]:
    assert hasattr(names, "__iter__")
    return {fold(n): n for n in names}
