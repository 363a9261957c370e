"""What the letters of flags mean, and of which release figures are."""

from collections.abc import Sequence

from components.words.text import NBSP, Speaker

FLAGS = {
    "b": "brudd i serien",
    "c": "konfidensiell",
    "d": "avvikende definisjon",
    "e": "anslag",
    "f": "prognose",
    "i": "se merknad hos utgiver",
    "n": "ikke signifikant",
    "p": "foreløpig tall",
    "r": "revidert",
    "s": "anslag fra Eurostat",
    "u": "lav pålitelighet",
    "z": "ikke aktuelt",
}


def flags_explained(flags: Sequence[str], say: Speaker) -> str:
    """ "b = brudd i serien, e = anslag" for the letters that occur; empty where there are none."""
    letters = sorted({letter for flag in flags for letter in flag if letter in FLAGS})
    return ", ".join(f"{letter} = {say(FLAGS[letter])}" for letter in letters)


def flag_words(flag: str, say: Speaker) -> str:
    """What the letters of one flag mean: "brudd i serien, foreløpig tall"; empty where there are none."""
    return ", ".join(say(FLAGS[letter]) for letter in flag if letter in FLAGS)


def release_words(say: Speaker, release: int) -> str:
    """Which release the figures are of, never broken before its number."""
    return say("Datautgave {number}.", number=release).replace(" ", NBSP)
