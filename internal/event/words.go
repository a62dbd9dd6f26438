package event

import "annalist/internal/codebook"

// words are the lists of lists.yaml that the clause layer, realis and the fields
// read.
type words struct {
	light, lightPassive, undergone, intransitive, mutual, gapless    codebook.Words
	aspect, attempt, failure, speech                                 codebook.Words
	unreal, unrealNoun, unrealAdj, futureAdj, occurrence, scheduled  codebook.Words
	noOne, historical, dead, injured, arrested, personNoun, quantity codebook.Words
	placePreposition, contest, wielding, portion, bill               codebook.Words
}

func newWords(book *codebook.Book) *words {
	return &words{
		light: book.List("light"), lightPassive: book.List("light-passive"), undergone: book.List("undergone"),
		intransitive: book.List("intransitive"), mutual: book.List("mutual"), gapless: book.List("gapless"),
		aspect: book.List("aspect"), attempt: book.List("attempt"), failure: book.List("failure"),
		speech: book.List("speech"),
		unreal: book.List("unreal"), unrealNoun: book.List("unreal-noun"), unrealAdj: book.List("unreal-adj"),
		futureAdj: book.List("future-adj"), occurrence: book.List("occurrence"), scheduled: book.List("scheduled"),
		noOne: book.List("no-one"), historical: book.List("historical"), quantity: book.List("quantity"),
		dead: book.List("dead"), injured: book.List("injured"), arrested: book.List("arrested"), personNoun: book.List("person-noun"),
		placePreposition: book.List("place-preposition"), contest: book.List("contest"), wielding: book.List("wielding"), portion: book.List("portion"),
		bill: book.List("bill"),
	}
}

// verbs reports whether a word is a verb to the clause layer.
func (w *words) verbs(lemma string) bool {
	return w.light.Has(lemma) || w.aspect.Has(lemma) || w.attempt.Has(lemma) || w.failure.Has(lemma) || w.speech.Has(lemma) ||
		w.unreal.Has(lemma) || w.occurrence.Has(lemma) || w.scheduled.Has(lemma) || w.dead.Has(lemma) || w.injured.Has(lemma)
}
