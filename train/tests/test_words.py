import pytest

from words import rough_sentences, words

CASES = [
    ("They don't.", "They do n't ."),
    ("Xi's visit can't wait", "Xi 's visit ca n't wait"),
    ("It cannot be.", "It can not be ."),
    ("a U.S.-led coalition", "a U.S. - led coalition"),
    ("pro-Beijing non-violence", "pro-Beijing non-violence"),
    ("a cease-fire", "a cease - fire"),
    ("at 5pm, or 10:30 a.m. today", "at 5 pm , or 10:30 a.m. today"),
    ("$3.5 and 50%", "$ 3.5 and 50 %"),
    ("Mr. J. P. Orr's e-mail", "Mr. J. P. Orr 's e-mail"),
    ("see https://example.org/a?b=c.", "see https://example.org/a?b=c ."),
    ("workers' rights", "workers ' rights"),
    ("Wait... what?!", "Wait ... what ?!"),
]


@pytest.mark.parametrize('text, want', CASES)
def test_words(text, want):
    got = words(text)
    assert [w for w, _, _ in got] == want.split()
    assert all(text[a:b] == w for w, a, b in got)


def test_rough_sentences_keep_abbreviations_and_quotes_together():
    text = 'Gen. Orr said "no." He left.\nThe end.'
    tokens = words(text)
    assert [tokens[i][0] for i in rough_sentences(tokens, text)] == ['Gen.', 'He', 'The']
