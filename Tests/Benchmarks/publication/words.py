"""Words, sentences and names that are made up, yet spread as those of a language are.

The short words are English. The others are put together from syllables by a seed, so that there
are as many of them as a large publication uses. How often a word stands follows Zipf's rule: the
word of rank n stands about 1/n as often as the first.
"""

import itertools
import random

SEED = 20260001
VOCABULARY = 24_000

COMMON = """
the of and to in a is that for it as was with be by on not he this are or his from at which but
have an had they you were their one all we can her has there been if more when will would who so
no said what up its about into than them only some could new these two may first then do any like
my now over such our man me even most made after also did many off before must well back through
years where much your way down should because long each just state those people too mr how little
good world make very year still see own work men day get here between both life being under three
never know same last another while us might great old go come since against right came take used
himself few house use during without again place around however home found thought went say part
once general high upon school every does got united number course water rain month harbour
hill ferry office report town river coast
""".split()

ONSETS = "b br c cl d dr f fl g gr h k l m n p pr r s sh st str t tr v w".split()
VOWELS = "a e i o u ai ea ee oa ou".split()
CODAS = ["", "", "", "l", "m", "n", "nd", "nt", "r", "rd", "rt", "s", "st", "t", "ck", "x"]
ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "ness", "tion", "al", "ment", "able", "ity"]

HEADINGS = """
What was counted|What was left out|The first winter|The second winter|Who keeps the figures
The rain of the hill|The rain of the harbour|Two ways to count|A year without ferries
The new pier|The old pier|Who pays|What the town decided|What the state decided|The price of salt
How far the sources reach|Before the storm|After the storm|The harbour office|The river at its mouth
A quiet decade|The long drought|Boats and their owners|The night of the flood|The road to the coast
What the letters say|Names and numbers|Three villages|The mill and its water|A list of losses
The second survey|The third survey|Doubts about the date|Those who left|Those who stayed
What changed in spring|What changed in autumn|The lighthouse|The market|The island|What can be said
""".replace("\n", "|").strip("|").split("|")

GIVEN = "Ada Ben Clara David Edith Frank Grace Hugh Iris Jonas Kate Liam Mona Nils Olga Paul".split()


def _vocabulary():
    chance = random.Random(SEED)
    words = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        # The words that stand often are short ones.
        longest = 1 + min(2, len(words) // 800)
        open_syllables = "".join(
            chance.choice(ONSETS) + chance.choice(VOWELS)
            for _ in range(chance.randint(1, longest) - 1)
        )
        last = chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        words[open_syllables + last + chance.choice(ENDINGS)] = None
    return list(words)


WORDS = _vocabulary()
SPREAD = list(itertools.accumulate(1 / rank for rank in range(3, len(WORDS) + 3)))
RARE = WORDS[len(COMMON) :]


def some(chance, count):
    """Words in their natural spread."""
    return chance.choices(WORDS, cum_weights=SPREAD, k=count)


def sentence(chance, words=None):
    """A sentence of 7 to 25 words, with a comma where it is long."""
    parts = some(chance, words or chance.randint(7, 25))
    if len(parts) > 12:
        parts[len(parts) // 2] += ","
    return parts[0].capitalize() + " " + " ".join(parts[1:]) + "."


def title(chance):
    return " ".join(some(chance, chance.randint(2, 4)) + [chance.choice(RARE)]).capitalize()


def surname(chance):
    return chance.choice(RARE).capitalize()


def name(chance):
    return f"{chance.choice(GIVEN)} {surname(chance)}"


def slug(text):
    """The id of a heading, by the rule that both programs follow."""
    return text.lower().replace(" ", "-")
