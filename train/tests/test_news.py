import news
from labels import IGNORE, TRIGGER
from news import add_events, add_statements, blank
from pieces import Pieces
from windows import article_windows, collate

ROW = {'id': 'x', 'text': 'Police arrested Orlova in Kalmer. Talks failed.', 'events': [
    {'type': 'COERCE', 'realis': 'actual', 'historical': False, 'trigger_span': [7, 15], 'mentions': [],
     'actors': [{'span': [0, 6]}], 'recipients': [{'span': [16, 22]}], 'place': {'span': [26, 32]}, 'attribution': []}]}
TOLD = {'id': 'x', 'text': 'It will rain, the mayor said.', 'statements': [
    {'cue': {'span': [24, 28]}, 'speaker': {'span': [14, 23]}, 'addressee': None, 'content': [{'span': [0, 12]}]}]}


def test_event_labels_and_links():
    article = blank(ROW)
    add_events(article, ROW, with_cues=True)
    assert article.words[1] == 'arrested' and article.trigger[1] == TRIGGER.index('COERCE')
    assert article.links[1] == {'actor': {0}, 'recipient': {2}, 'place': {4}}
    assert set(article.cue) == {IGNORE}


def test_statement_labels_and_links():
    article = blank(TOLD)
    add_statements(article, TOLD)
    said = article.words.index('said')
    assert article.cue[said] == 1 and sum(article.cue) == 1
    assert article.links[said]['content'] == {0, 1, 2}
    assert article.links[said]['addressee'] == set()


def test_links_that_leave_a_window_are_not_learned():
    article = blank(ROW)
    add_events(article, ROW, with_cues=True)
    article.links[1]['actor'] = {len(article.words) - 2}
    windows = article_windows(Pieces(), article, 12)
    assert len(windows) > 1
    assert windows[0].links[1]['actor'] is None
    target = collate(windows[:1])['links']
    assert target[0, 0].eq(IGNORE).all() and target[0, 1].max() == 1


def test_folds_are_apart_and_whole():
    ids = [f'text-{n}' for n in range(200)]
    held = [[i for i in ids if news.Part(fold=(k, 5)).held(i)] for k in range(5)]
    assert sorted(sum(held, [])) == sorted(ids)


def test_shares_lie_within_each_other():
    ids = [f'text-{n}' for n in range(200)]
    small, large = ({i for i in ids if news.Part(share=p).seen(i)} for p in (25, 50))
    assert small < large and not any(news.Part(annotated=False).seen(i) for i in ids)
