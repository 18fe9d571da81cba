"""Whether a message is in a language that Matinee does not read: by script, then by little words."""

from __future__ import annotations

import unicodedata

from matinee.agent.understand.common import CHAT, FUNCTION
from matinee.agent.understand.patterns import word_set
from matinee.agent.understand.text import Utterance

# Little words that are not English words too.
_LITTLE_WORDS: dict[str, frozenset[str]] = {
    "French": word_set(
        """
        je tu il elle nous vous ils les des une est sont pas avec pour dans quelque chose comme mais moi veux
        voudrais que qui sur cherche bonjour salut merci plus moins drole tres bien peux donne montre aimerais
        quel quelle film est-ce jai aime cest du au aux et ou sans recommande regarder soir serie francais
        """
    ),
    "German": word_set(
        """
        ich du er sie wir und der das ein eine einen etwas nicht mit fur wie aber suche mochte bitte danke hallo
        guten abend gerne auch ist sind mehr weniger lustig lustiger mir mich kannst empfehlen sehen schauen
        keine kein oder wer wo warum serie deutsch deutsche was filme
        """
    ),
    "Spanish": word_set(
        """
        tienes tiene tienen algo hay espanol pelicula peliculas algun alguna recomiendas recomendar gustaria gusta
        el una algo como pero quiero busco pelicula peliculas por favor con sin hola gracias que muy mas menos
        gusta puedes recomendar ver esta noche quisiera necesito y los las del es son para divertida
        """
    ),
    "Italian": word_set(
        """
        il che qualcosa come ma voglio cerco vorrei con senza ciao grazie una piu meno per di consigli
        consigliami vedere guardare stasera mi piace divertente della degli sono e
        """
    ),
    "Portuguese": word_set(
        """
        quero algo como mas filme filmes nao uma um com sem obrigado obrigada ola mais menos gosto voce pode
        recomendar assistir ver e para engracado serie eu
        """
    ),
    "Dutch": word_set(
        """
        ik een het niet maar zoals iets wil graag met voor hallo dank je geen leuke kun kan kijken vanavond zoek
        en van dat wat bedankt jij grappig
        """
    ),
    "Swedish, Danish, Norwegian": word_set(
        """
        jag jeg och og inte ikke men nagot noget noe som vill vil med en et ett har hej hei tack tak takk kan du
        filmer rolig morsom
        """
    ),
    "Turkish": word_set(
        """
        bir gibi ama istiyorum daha bana ve icin bu komik onerir misin merhaba tesekkurler filmi dizi
        """
    ),
    "Polish": word_set(
        """
        chce cos jak ale nie prosze podobny podobnego dzien dobry dziekuje filmu smieszny szukam mi na sie i
        """
    ),
}
_ALSO_ENGLISH = word_set(
    """
    film serie come ma con e i y en es as is was die an me no on el la sin per mi una van dat bu kan du na wo
    wie mas ver chose plus sur son ole et sang
    """
)  # fmt: skip
_UNMISTAKABLE = word_set(
    """
    bonjour bonsoir salut merci hallo danke guten hola gracias ciao grazie ola obrigado obrigada hej tack
    merhaba dziekuje arigato arigatou konnichiwa nihao annyeong namaste shukran spasibo privet bitte tak takk
    """
)


_WANTING = word_set(
    """
    quiero busco necesito quisiera vorrei cerco voglio voudrais cherche aimerais suche mochte quero preciso zoek vill
    vil istiyorum chce szukam recomienda consigliami recommande empfiehl
    """
)
"""Words for "I want" and "I look for": one of them says as much as two others."""


def is_foreign(said: Utterance) -> bool:
    """Whether the words that name no title are in another language than English."""
    tokens = [t for t, taken in zip(said.tokens, said.taken, strict=True) if not taken]
    letters = [c for t in tokens for c in t.text if c.isalpha()]
    if not letters:
        return False
    if sum(not _latin(c) for c in letters) * 2 > len(letters):
        return True
    words = [t.word for t in tokens]
    english = sum(w in FUNCTION or w in CHAT for w in words)
    if len(words) <= 2 and english == 0 and any(w in _UNMISTAKABLE for w in words):
        return True
    wanting = sum(w in _WANTING for w in words)
    found = wanting + max(
        sum(w in little and w not in _ALSO_ENGLISH for w in words) for little in _LITTLE_WORDS.values()
    )
    return found >= 2 and found > english and found * 4 >= len(words)


def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE", "FULLWIDTH LATIN"))
