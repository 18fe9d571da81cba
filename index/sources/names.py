"""One name for one thing: genres, languages and countries as other catalogues write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from matinee.index.title import GENRES, Kind, fold

_FILM = "film movie feature feature_film short video documentary_film tv_movie tvmovie tv_film tvshort tvspecial"
_SERIES = (
    "series tv tv_show tvshow show tv_series tvseries web_series anime_series limited_series docuseries "
    "miniseries mini_series tvminiseries tv_mini_series"
)
_KINDS: dict[str, Kind] = {
    **{name.replace("_", " "): "film" for name in _FILM.split()},
    **{name.replace("_", " "): "series" for name in _SERIES.split()},
}

_GENRES: dict[str, tuple[str, ...]] = {
    "sci fi": ("science fiction",),
    "scifi": ("science fiction",),
    "sf": ("science fiction",),
    "sci fi and fantasy": ("science fiction", "fantasy"),
    "action and adventure": ("action", "adventure"),
    "war and politics": ("war",),
    "biopic": ("biography",),
    "biographical": ("biography",),
    "animated": ("animation",),
    "cartoon": ("animation",),
    "comedies": ("comedy",),
    "dramas": ("drama",),
    "documentaries": ("documentary",),
    "mysteries": ("mystery",),
    "historical": ("history",),
    "romantic": ("romance",),
    "rom com": ("romance", "comedy"),
    "romcom": ("romance", "comedy"),
    "romantic comedy": ("romance", "comedy"),
    "super hero": ("superhero",),
    "suspense": ("thriller",),
}

_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cn": "Cantonese",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay",
    "nb": "Norwegian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yi": "Yiddish",
    "zh": "Chinese",
}

_COUNTRIES = {
    key: name
    for name, keys in {
        "United States": "us usa u_s u_s_a united_states_of_america america",
        "United Kingdom": "gb uk u_k great_britain england scotland",
        "Germany": "de west_germany",
        "France": "fr",
        "Italy": "it",
        "Spain": "es",
        "Japan": "jp",
        "South Korea": "kr korea republic_of_korea",
        "China": "cn",
        "Hong Kong": "hk",
        "Taiwan": "tw",
        "India": "in",
        "Canada": "ca",
        "Australia": "au",
        "New Zealand": "nz",
        "Ireland": "ie",
        "Mexico": "mx",
        "Brazil": "br",
        "Argentina": "ar",
        "Chile": "cl",
        "Colombia": "co",
        "Denmark": "dk",
        "Sweden": "se",
        "Norway": "no",
        "Finland": "fi",
        "Iceland": "is",
        "Netherlands": "nl the_netherlands",
        "Belgium": "be",
        "Switzerland": "ch",
        "Austria": "at",
        "Poland": "pl",
        "Czech Republic": "cz czechia",
        "Hungary": "hu",
        "Romania": "ro",
        "Greece": "gr",
        "Turkey": "tr",
        "Israel": "il",
        "Iran": "ir",
        "Egypt": "eg",
        "South Africa": "za",
        "Nigeria": "ng",
        "Thailand": "th",
        "Indonesia": "id",
        "Philippines": "ph",
        "Portugal": "pt",
        "Russia": "ru russian_federation",
        "Ukraine": "ua",
        "Soviet Union": "su ussr",
    }.items()
    for key in (k.replace("_", " ") for k in keys.split())
}


def kind_name(value: str) -> Kind | None:
    """The kind that ``value`` ("Movie", "TV Show", "tvMiniSeries") stands for; None where unknown."""
    key = fold(value)
    return _KINDS.get(key) or _KINDS.get(key.removesuffix("s"))


def genre_names(values: Iterable[str]) -> tuple[str, ...]:
    """Genres in lower case, in our own wording where we have one: ``Sci-Fi`` is ``science fiction``."""
    return tuple(dict.fromkeys(name for value in values for name in _genre(value)))


def language_names(values: Iterable[str]) -> tuple[str, ...]:
    """Languages by their English names; two-letter codes are spelt out."""
    return _spelt(values, _LANGUAGES)


def country_names(values: Iterable[str]) -> tuple[str, ...]:
    """Countries by their English names; two-letter codes and other usual names are replaced."""
    return _spelt(values, _COUNTRIES)


def _genre(value: str) -> tuple[str, ...]:
    key = fold(value)
    for form in (key, key.removesuffix("s")):
        if form in GENRES:
            return (form,)
        if form in _GENRES:
            return _GENRES[form]
    return (" ".join(value.lower().split()),)


def _spelt(values: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(fold(value), value) for value in values))
