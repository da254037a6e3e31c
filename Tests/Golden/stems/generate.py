"""Writes what the reference (PyPI's snowballstemmer) makes of words: a line a word, with its stem.

    python generate.py en > en.csv
    python generate.py de > de.csv

The stems are folded, as the words of the search are.
"""

import pathlib
import sys
import unicodedata

import snowballstemmer

language = sys.argv[1]
stemmer = snowballstemmer.stemmer({"en": "english", "de": "german"}[language])
words = (pathlib.Path(__file__).parent / f"words-{language}.txt").read_text("utf-8").split()
for word in dict.fromkeys(words):
    stem = unicodedata.normalize("NFD", stemmer.stemWord(word.lower()))
    print(word, "".join(sign for sign in stem if not unicodedata.combining(sign)), sep=",")
