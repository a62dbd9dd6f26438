package when

import "annalist"

// tense is what the words around an expression say of its side of publication.
type tense int

const (
	unknown tense = iota
	past
	future
)

var futureAux = wordSet("will 'll ’ll wo shall would going")
var futureHeads = wordSet(`schedule slate due expect plan intend set hope prepare promise vow pledge propose aim want
	decide agree invite upcoming postpone delay threaten offer order urge call ask demand seek need`)

// modals leave open what comes, but put it ahead: "could resume on Tuesday".
var modals = wordSet("would could may might should can must")
var futurePreps = wordSet("until till by")

// tense asks the verb that governs the word at i, or, without a tree, the words
// before it: "will meet on Tuesday" is to come, "met on Tuesday" is past,
// "said on Tuesday that it will leave" is past for Tuesday.
func (f *finder) tense(i int) tense {
	// "scheduled for Tuesday", "until Friday", "ahead of Sunday's vote".
	if f.is(i-1, "of") && f.is(i-2, "ahead") || f.is(i-1, "upcoming", "coming") {
		return future
	}
	if t := f.tree(i); t != unknown {
		return t
	}
	return f.window(i)
}

// tree climbs to the nearest verb above i.
func (f *finder) tree(i int) tense {
	toks := f.doc.Tokens
	for steps := 0; steps < 12; steps++ {
		h := toks[i].Head
		if h == annalist.None {
			return f.verb(i)
		}
		i = h
		if toks[i].Tag == annalist.VERB || toks[i].Tag == annalist.AUX || f.doc.Kid(i, "cop") != annalist.None {
			if t := f.verb(i); t != unknown {
				return t
			}
			if toks[i].Feats.VerbForm == "Fin" || toks[i].Rel == "acl:relcl" {
				return unknown
			}
		}
	}
	return unknown
}

// verb is the tense of one verb group.
func (f *finder) verb(i int) tense {
	tok := f.doc.Tokens[i]
	for _, k := range tok.Kids {
		kid := f.doc.Tokens[k]
		if kid.Rel.Is("aux") || kid.Rel.Is("cop") {
			switch {
			case futureAux[f.low[k]], modals[f.low[k]] && !f.perfect(i):
				return future
			case kid.Feats.Tense == "Past":
				return f.helped(i, past)
			}
		}
	}
	switch {
	case tok.Feats.VerbForm == "Inf" && f.doc.Kid(i, "mark", "aux") != annalist.None:
		return f.infinitive(i)
	case f.ahead(i) && (tok.Feats.VerbForm == "Part" || f.doc.Kid(i, "xcomp") != annalist.None):
		return f.plan(i)
	case tok.Feats.Tense == "Past":
		return past
	}
	return unknown
}

// helped is the tense of a group with a past auxiliary: "was shot" is past,
// "was due", "was scheduled", "was to meet" look ahead.
func (f *finder) helped(i int, t tense) tense {
	if f.ahead(i) && !f.is(i, "decided", "agreed", "asked", "urged", "ordered", "invited", "offered", "called", "threatened") {
		return future
	}
	return t
}

// infinitive: "plans to visit on Tuesday" looks ahead, "managed to leave on
// Tuesday" does not.
func (f *finder) infinitive(i int) tense {
	h := f.doc.Tokens[i].Head
	if h == annalist.None {
		return future
	}
	if f.ahead(h) || f.doc.Tokens[h].Tag == annalist.NOUN {
		return future
	}
	return unknown
}

// ahead reports whether the word at i looks ahead by its meaning, by its lemma
// or, where that is unsure, by its form.
func (f *finder) ahead(i int) bool {
	if futureHeads[f.doc.Tokens[i].Lemma] {
		return true
	}
	w := f.low[i]
	for _, end := range [...]string{"", "s", "d", "ed", "ing", "ned", "ning", "ted", "es"} {
		if len(w) > len(end)+2 && w[len(w)-len(end):] == end && futureHeads[w[:len(w)-len(end)]] {
			return true
		}
	}
	return w == "due" || w == "set" || w == "slated"
}

// plan: "scheduled", "set to start" look ahead; "he asked" in the past does not.
func (f *finder) plan(i int) tense {
	if f.is(i, "scheduled", "set", "slated", "due", "expected", "planned", "planning", "intends", "plans", "hopes", "postponed", "delayed") ||
		f.doc.Tokens[i].Feats.Tense != "Past" {
		return future
	}
	return past
}

// perfect: "could have met", "would have left" lie behind.
func (f *finder) perfect(i int) bool {
	for _, k := range f.doc.Tokens[i].Kids {
		if f.low[k] == "have" {
			return true
		}
	}
	return false
}

var stopWords = wordSet(`said says told announced reported confirmed added stated ; : that when which who after " ” “`)
var pastCues = wordSet("was were had did been killed met went took made held came began arrested attacked")

// window looks back from i for the nearest word that shows a tense, for texts
// without features: the first of "will", "scheduled" or a past form wins.
func (f *finder) window(i int) tense {
	if f.doc.Tokens[i].Tag != "" && f.doc.Tokens[i].Head != annalist.None {
		if futurePreps[f.w(i-1)] {
			return future
		}
		return unknown
	}
	for j := i - 1; j >= f.first && j >= i-10; j-- {
		w := f.w(j)
		switch {
		case stopWords[w]:
			return past
		case pastCues[w]:
			if f.is(j+1, "due", "set", "scheduled", "expected", "slated", "to") {
				return future
			}
			return past
		case futureAux[w] || w == "scheduled" || w == "due" || w == "slated" || w == "expected" || w == "upcoming":
			return future
		case futurePreps[w] && j == i-1:
			return future
		case len(w) > 4 && w[len(w)-2:] == "ed":
			return past
		}
	}
	return unknown
}
