package actor

import (
	"annalist"
	"annalist/internal/world"
)

// pronounMention records a pronoun and what it stands for.
func (f *finder) pronounMention(i int) {
	low := f.lowerForm(i)
	switch low {
	case "he", "him", "his", "himself":
		f.refer(i, func(e int) bool { return f.someone(e, "m") })
	case "she", "her", "hers", "herself":
		f.refer(i, func(e int) bool { return f.someone(e, "f") })
	case "it", "its", "itself":
		if f.doc.Tokens[i].Rel == "expl" {
			return
		}
		f.refer(i, f.something)
	case "they", "them", "their", "themselves":
		f.refer(i, f.several)
	case "i", "me", "my", "we", "us", "our", "ours", "myself":
		f.speaker(i)
	case "who", "which", "that", "whose", "whom":
		f.relative(i)
	}
}

// refer looks for the antecedent: in the sentence so far, subjects first, then
// in the three sentences before.
func (f *finder) refer(i int, fits func(e int) bool) {
	sent := f.doc.Tokens[i].Sent
	end := len(f.doc.Mentions)
	for back := 0; back <= 3 && end > 0; back++ {
		start := end
		for start > 0 && f.doc.Tokens[f.doc.Mentions[start-1].Head].Sent >= sent-back {
			start--
		}
		if m := f.antecedent(i, start, end, fits); m != annalist.None {
			conf := rulePronoun.conf - .1*float64(back)
			f.mention(annalist.Mention{First: i, Last: i + 1, Head: i, Kind: annalist.ByPronoun, Entities: f.doc.Mentions[m].Entities, Rule: rulePronoun.id, Confidence: conf})
			return
		}
		end = start
	}
}

// antecedent picks a mention of a range: the last subject that fits, else the
// last that does.
func (f *finder) antecedent(i, start, end int, fits func(e int) bool) int {
	best := annalist.None
	for m := end - 1; m >= start; m-- {
		men := &f.doc.Mentions[m]
		if len(men.Entities) != 1 || !fits(men.Entities[0]) || f.sameClause(i, men.Head) {
			continue
		}
		if f.doc.Tokens[men.Head].Rel.Is("nsubj") {
			return m
		}
		if best == annalist.None {
			best = m
		}
	}
	return best
}

// sameClause: an object cannot be its own subject ("Putin met him").
func (f *finder) sameClause(i, j int) bool {
	a, b := f.doc.Tokens[i], f.doc.Tokens[j]
	return a.Head != annalist.None && a.Head == b.Head && !a.Rel.Is("nmod:poss") && a.Rel.Base() != "conj"
}

func (f *finder) someone(e int, gender string) bool {
	ent := &f.doc.Entities[e]
	return ent.Kind == annalist.PersonEntity && !ent.Plural && (ent.Gender == "" || ent.Gender == gender)
}

func (f *finder) something(e int) bool {
	ent := &f.doc.Entities[e]
	return ent.Kind == annalist.BodyEntity || ent.Kind == annalist.StateEntity
}

func (f *finder) several(e int) bool {
	ent := &f.doc.Entities[e]
	return ent.Kind == annalist.GroupEntity || ent.Kind == annalist.BodyEntity || ent.Plural
}

// speaker resolves "I" and "we" to whoever the sentence, or the one before or
// after, says is speaking.
func (f *finder) speaker(i int) {
	sent := f.doc.Tokens[i].Sent
	for _, s := range []int{sent, sent - 1, sent + 1} {
		if s < 0 || s >= len(f.doc.Sentences) {
			continue
		}
		if subj := f.sayer(f.doc.Sentences[s], i); subj != annalist.None {
			if ents, ok := f.entityAt(subj); ok {
				f.mention(annalist.Mention{First: i, Last: i + 1, Head: i, Kind: annalist.ByPronoun, Entities: ents, Rule: ruleSpeaker.id, Confidence: ruleSpeaker.conf})
				return
			}
		}
	}
}

// sayer is the subject of a verb of saying in a sentence, outside of i's clause.
func (f *finder) sayer(sent annalist.Sentence, i int) int {
	for v := sent.First; v < sent.Last; v++ {
		if !f.w.Cue(world.CueSay, f.lemma(v)) || f.doc.Tokens[v].Tag != annalist.VERB {
			continue
		}
		subj := f.doc.Kid(v, "nsubj")
		if subj == annalist.None || subj == i {
			continue
		}
		switch f.lowerForm(subj) {
		case "i", "we", "you", "who", "it", "that", "which":
			continue
		}
		return subj
	}
	return annalist.None
}

// entityAt gives the entities of a mention at a head, also of a name that comes
// later in the text, or stands beside a head that is no role ("an attendee, Om
// Prakash, said").
func (f *finder) entityAt(i int) ([]int, bool) {
	if m := f.at[i]; m != annalist.None {
		return f.doc.Mentions[m].Entities, len(f.doc.Mentions[m].Entities) > 0
	}
	if f.unitAt[i] == annalist.None {
		if k := f.doc.Kid(i, "appos", "flat"); k != annalist.None && f.unitAt[k] != annalist.None {
			i = k
		}
	}
	if n := f.unitAt[i]; n != annalist.None {
		r := f.unitReading(n)
		if r.country == "" && len(r.sectors) == 0 {
			return nil, false
		}
		return []int{f.unitEntity(n, r)}, true
	}
	return nil, false
}

// relative resolves "who" to the noun its clause modifies.
func (f *finder) relative(i int) {
	for v, hops := f.doc.Tokens[i].Head, 0; v != annalist.None && hops < 3; v, hops = f.doc.Tokens[v].Head, hops+1 {
		if !f.doc.Tokens[v].Rel.Is("acl:relcl") && f.doc.Tokens[v].Rel.Base() != "acl" {
			continue
		}
		h := f.doc.Tokens[v].Head
		if h == annalist.None || h > i || f.at[h] == annalist.None {
			return
		}
		f.mention(annalist.Mention{First: i, Last: i + 1, Head: i, Kind: annalist.ByPronoun, Entities: f.doc.Mentions[f.at[h]].Entities, Rule: ruleRelative.id, Confidence: ruleRelative.conf})
		return
	}
}
