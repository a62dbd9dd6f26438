"""Splits raw news text into Universal Dependencies words, with their characters.

Only the training texts that come without words need this; the Go program has its own splitter, and the two must agree on
ordinary news. English treebanks split clitics ("do|n't", "Xi|'s"), currency and percent signs, and nearly every hyphen
("cease|-|fire"), but keep a prefix with its hyphen ("non-violence", "pro-Beijing").

usage: words.py TREEBANK.conllu[.gz]   prints the token F1 on the treebank's own text
"""
import re
import sys

ABBREVIATIONS = (
    'Mr Mrs Ms Dr St Sr Jr Gen Col Lt Sgt Capt Cmdr Maj Adm Rev Hon Gov Sen Rep Reps Sens Pres Prof Prime Inc Corp Co Ltd '
    'Bros vs etc al Ft Mt Ave Blvd No Nos Vol Fig Art Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed '
    'Thu Thur Thurs Fri Sat Sun Ph Calif Fla Mass Pa Va Wash Ill Ore Conn Minn Wis Mich La Ga approx dept est ca ext').split()
PREFIXES = (
    'anti pro non co ex re pre post mid multi semi neo over sub inter socio cross pan mini ultra counter trans intra extra '
    'bi un de e quasi pseudo vice macro micro').split()
PIECE = re.compile(r"""
    (?P<link>https?://[^\s<>"]+[^\s<>".,;:!?)\]'] | www\.[^\s<>"]+[^\s<>".,;:!?)\]'] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|pdf|doc|htm)\b)
  | (?P<dotted>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?)
  | (?P<short>\b(?:%s)\.(?=\s|,|$))
  | (?P<initial>\b[A-Z]\.(?=\s+[A-Z]|\s*[A-Z]\.))
  | (?P<clock>\d{1,2}(?:[:.]\d\d)?(?=[ap]\.?m\b))
  | (?P<half>[ap]\.m\.)
  | (?P<phone>\d{3}-\d{3}-\d{4}|\d{3}-\d{4}\b)
  | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|k|bn)?(?![^\W_]))
  | (?P<money>US\$|A\$|C\$|HK\$|NT\$|NZ\$)
  | (?P<prefixed>\b(?:%s)-[^\W_]+)
  | (?P<word>[^\W_]+(?:['’][^\W\d_]+)*)
  | (?P<dots>\.{2,}|…)
  | (?P<marks>[!?]{2,}|-{2,}|_{2,}|={2,}|\*{2,}|''|``)
  | (?P<clitic>['’](?:s|re|ve|ll|d|m|em)\b)
  | (?P<other>\S)
""" % ('|'.join(ABBREVIATIONS), '|'.join(PREFIXES)), re.X | re.I)
CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
JOINED = {'cannot': 3, 'gonna': 3, 'wanna': 3, 'gotta': 3}


def words(text):
    """List of (word, start, end) in characters."""
    out, at = [], 0
    while True:
        m = PIECE.search(text, at)
        if not m:
            return out
        start, end = m.span()
        # re.I serves the closed lists; an initial has to be a capital before a capital.
        if m.lastgroup == 'initial' and not re.match(r'[A-Z]\.\s*[A-Z]', text[start:end + 3]):
            end = start + 1
        out += split_word(text, start, end, m.lastgroup)
        at = end


def split_word(text, start, end, kind):
    word = text[start:end]
    cut = 0
    if kind == 'word':
        m = CLITIC.match(word)
        cut = m.end(1) if m else JOINED.get(word.lower(), 0)
    if not cut:
        return [(word, start, end)]
    return [(word[:cut], start, start + cut), (word[cut:], start + cut, end)]


SENTENCE_END = re.compile(r'[.!?…]$')
CLOSERS = set('"”’\')]')


def rough_sentences(tokens, text):
    """Word numbers at which a sentence begins: good enough to cut training windows, nothing more."""
    starts, i = [0], 0
    while i < len(tokens) - 1:
        word, _, end = tokens[i]
        ended = SENTENCE_END.search(word) and (len(word) <= 3 and not word[0].isalpha())
        while ended and i + 1 < len(tokens) - 1 and tokens[i + 1][0] in CLOSERS and tokens[i + 1][1] == tokens[i][2]:
            i += 1
        gap = text[tokens[i][2]:tokens[i + 1][1]]
        if '\n' in gap or (ended and gap and not tokens[i + 1][0][0].islower()):
            starts.append(i + 1)
        i += 1
    return starts


def score(path):
    """Token F1 against a treebank, over the words of its own `# text` lines."""
    from treebank import open_text
    gold = ours = right = 0
    with open_text(path) as lines:
        text, spans, at = '', set(), 0
        for line in lines:
            if line.startswith('# text ='):
                text, spans, at = line[8:].strip(), set(), 0
            elif line[:1].isdigit():
                c = line.rstrip('\n').split('\t')
                if not c[0].isdigit():
                    continue
                # Words of a multiword token are only comparable where their letters follow one another in the text.
                found = text.find(c[1], at)
                if found < 0:
                    spans.add((at, at, c[0]))
                    continue
                spans.add((found, found + len(c[1])))
                at = found + len(c[1])
            elif line == '\n':
                mine = {(a, b) for _, a, b in words(text)}
                gold, ours, right = gold + len(spans), ours + len(mine), right + len(mine & spans)
    return 200 * right / (gold + ours)


if __name__ == '__main__':
    print('word F1 %.2f' % score(sys.argv[1]))
