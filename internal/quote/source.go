package quote

import (
	"annalist"
	"annalist/internal/lang"
)

// unnamed is a speaker of whom nothing is known.
var unnamed = annalist.Participant{Mention: annalist.None, Entity: annalist.None}

// speaker finds who speaks with a cue, and the token that names them.
func (f *finder) speaker(c cue) (annalist.Participant, int) {
	head := annalist.None
	switch c.kind {
	case accordingCue:
		head = f.accordingSource(c.token)
	case verbCue:
		head = f.subject(c.token)
	}
	if head == annalist.None && c.net != annalist.None && c.kind != hearsayCue {
		head = f.linked(c.net, annalist.RoleSource)
	}
	return f.participant(head), head
}

// participant is the party that a token heads.
func (f *finder) participant(head int) annalist.Participant {
	if head == annalist.None {
		return unnamed
	}
	m := f.mention[head]
	if f.nobody(m) && lang.Documents[f.doc.Tokens[head].Lemma] {
		if k := f.issuer(head); k != annalist.None {
			m = f.mention[k]
		}
	}
	if m == annalist.None {
		m = f.within[head] // parser and actor finder may differ on the head of a name
	}
	if m == annalist.None {
		return unnamed
	}
	p := annalist.Participant{Mention: m, Entity: annalist.None, Confidence: f.doc.Mentions[m].Confidence}
	if es := f.doc.Mentions[m].Entities; len(es) > 0 {
		p.Entity = es[0]
	}
	return p
}

// nobody reports whether a mention resolves to no one with a country.
func (f *finder) nobody(m int) bool {
	if m == annalist.None || len(f.doc.Mentions[m].Entities) == 0 {
		return true
	}
	return f.doc.Entities[f.doc.Mentions[m].Entities[0]].Country == ""
}

// issuer is who a document is from: "the ministry's statement", "a report by
// the bank", "a police statement". It must not take what a document is about.
func (f *finder) issuer(document int) int {
	doc := f.doc
	for _, k := range doc.Tokens[document].Kids {
		tok := doc.Tokens[k]
		from := tok.Rel == "nmod:poss" || tok.Rel.Is("compound")
		if tok.Rel.Is("nmod") {
			p := doc.Kid(k, "case")
			from = from || p != annalist.None && (doc.Tokens[p].Lemma == "by" || doc.Tokens[p].Lemma == "from" || doc.Tokens[p].Lemma == "of")
		}
		if from && !f.nobody(f.mention[k]) {
			return k
		}
	}
	return annalist.None
}

// accordingSource is the noun behind "according to" or "per".
func (f *finder) accordingSource(i int) int {
	doc := f.doc
	if rel := doc.Tokens[i].Rel; rel == "case" || rel == "mark" {
		return doc.Tokens[i].Head
	}
	// Some trees hang the noun below "according".
	if k := doc.Kid(i, "obl", "nmod", "obj"); k != annalist.None {
		return k
	}
	return annalist.None
}

// subject finds the deep subject of a reporting verb: its own, the "by" phrase
// of a passive, or for a verb without one that of the verb it depends on
// ("..., he said, adding that"; "said and promised").
func (f *finder) subject(i int) int {
	doc := f.doc
	for range 4 {
		if k := doc.Kid(i, "obl:agent"); k != annalist.None {
			return k
		}
		if doc.Kid(i, "nsubj:pass") != annalist.None || doc.Kid(i, "aux:pass") != annalist.None {
			return annalist.None // "it is believed that": someone unnamed
		}
		if k := doc.Kid(i, "nsubj"); k != annalist.None {
			return f.relative(k, i)
		}
		tok := doc.Tokens[i]
		if tok.Rel.Is("acl") && tok.Head != annalist.None {
			if tok.Feats.VerbForm == "Ger" || tok.Feats.Tense == "Pres" || tok.Rel == "acl:relcl" {
				return tok.Head // "a report saying that": the noun itself
			}
			return annalist.None
		}
		if !climbs(tok.Rel) || tok.Head == annalist.None {
			return f.afterQuote(i)
		}
		i = tok.Head
	}
	return annalist.None
}

// climbs tells the relations over which a subject is shared with the verb above.
func climbs(r annalist.Relation) bool {
	return r.Is("conj") || r.Is("advcl") || r.Is("xcomp") || r.Is("parataxis")
}

// relative replaces a relative pronoun by the noun it stands for.
func (f *finder) relative(k, verb int) int {
	doc := f.doc
	if tok := doc.Tokens[k]; tok.Tag == annalist.PRON && (tok.Lemma == "who" || tok.Lemma == "which" || tok.Lemma == "that") {
		if v := doc.Tokens[verb]; v.Rel.Is("acl") && v.Head != annalist.None {
			return v.Head
		}
	}
	return k
}

// afterQuote is for `"...," said Ortagus` where the parser took the speaker for
// an object; it must not take a speaker in front of the verb.
func (f *finder) afterQuote(i int) int {
	if k := f.doc.Kid(i, "obj"); k == i+1 && i > 0 && (f.mark[i-1] || f.doc.Tokens[i-1].Form == ",") {
		return k
	}
	return annalist.None
}

// addressee finds who is told: the object person of "told", "urged", "warned".
func (f *finder) addressee(c cue, content []int) annalist.Participant {
	if c.kind != verbCue {
		return unnamed
	}
	doc := f.doc
	k := doc.Kid(c.token, "iobj")
	if k == annalist.None {
		k = doc.Kid(c.token, "obj")
	}
	if k == annalist.None && doc.Kid(c.token, "aux:pass") != annalist.None {
		k = doc.Kid(c.token, "nsubj:pass")
	}
	if k == annalist.None {
		k = f.oblique(c.token, "to")
	}
	if k == annalist.None || f.mention[k] == annalist.None || has(content, k) {
		return unnamed
	}
	p := f.participant(k)
	if p.Entity == annalist.None {
		return unnamed
	}
	return p
}

// oblique is the dependent of i behind a preposition.
func (f *finder) oblique(i int, preposition string) int {
	for _, k := range f.doc.Tokens[i].Kids {
		if !f.doc.Tokens[k].Rel.Is("obl") {
			continue
		}
		if p := f.doc.Kid(k, "case"); p != annalist.None && f.doc.Tokens[p].Lemma == preposition {
			return k
		}
	}
	return annalist.None
}

// linked is the word the net links a cue to in a role: the head of the
// mention around the most strongly linked word of its sentence.
func (f *finder) linked(net int, role annalist.Role) int {
	best, at := float32(0.5), annalist.None
	sent := f.doc.Tokens[f.doc.Cues[net].First].Sent
	for _, l := range f.doc.Cues[net].Links {
		// Links into other sentences are noise more often than not.
		if l.Role == role && l.Score >= best && f.doc.Tokens[l.Token].Sent == sent && (l.Score > best || at == annalist.None) {
			best, at = l.Score, l.Token
		}
	}
	if at == annalist.None {
		return at
	}
	if m := f.within[at]; m != annalist.None {
		return f.doc.Mentions[m].Head
	}
	return at
}

func has(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
