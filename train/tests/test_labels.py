import pytest

from labels import apply_lemma, feats_label, lemma_label
from pieces import shape

LEMMAS = [('killing', 'kill', 'l;3;'), ('was', 'be', 'l;3;be'), ('Americans', 'American', 'k;1;'), ('The', 'the', 'l;0;'),
          ('better', 'good', '=good'), ("n't", 'not', 'l;2;ot'), ('I', 'I', 'k;0;')]


@pytest.mark.parametrize('form, lemma, label', LEMMAS)
def test_lemma_label_goes_both_ways(form, lemma, label):
    assert lemma_label(form, lemma) == label
    assert apply_lemma(label, form) == lemma


def test_a_cut_longer_than_the_form_leaves_it():
    assert apply_lemma('l;3;y', 'Go') == 'go'


def test_feats_keep_only_what_the_clause_layer_needs():
    assert feats_label('Case=Nom|Number=Sing|Person=3|PronType=Prs') == 'Number=Sing|Person=3'
    assert feats_label('Foreign=Yes') == '_'


@pytest.mark.parametrize('word, want', [('U.S.', 1), ('A', 2), ('Paris', 3), ('McCain', 4), ("n't", 5), ('2024', 6), ('5th', 5),
                                        ('F16', 1), ('12:30', 7), ('--', 8)])
def test_shape(word, want):
    assert shape(word) == want
