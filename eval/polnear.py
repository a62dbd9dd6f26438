"""Writes the attributions of PolNeAR in the rows that `annalist eval --statements` reads (measuring only: research data).

usage: polnear.py ../shared/data >polnear.jsonl
"""
import gzip
import json
import sys


def span(part):
    """From the first to the last character of the parts of a source, cue or content."""
    return [min(p[0] for p in part), max(p[1] for p in part)]


def statement(attribution):
    out = {'content': [{'span': p} for p in attribution['content']]}
    if attribution['cue']:
        out['cue'] = {'span': span(attribution['cue'])}
    return out


def main():
    with gzip.open(sys.argv[1] + '/attribution/polnear.dev.jsonl.gz', 'rt', encoding='utf8') as lines:
        for line in lines:
            row = json.loads(line)
            print(json.dumps({'id': row['id'], 'published': row['date'], 'title': row['title'], 'text': row['text'],
                              'statements': [statement(a) for a in row['attributions'] if a['content']]}, ensure_ascii=False))


if __name__ == '__main__':
    main()
