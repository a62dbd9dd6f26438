package event

import (
	"annalist"
)

// struck gives an attack without recipient the people it is said to have killed
// or hurt ("strikes on Rafah, killing sixty Palestinians"; "ten die in an
// attack"), else the state or body in whose place it hit ("an attack on Al Udeid
// Air Base in Qatar"). It must not take those of another deed: only verbs that
// govern the trigger or hang on its clause without a subject of their own count.
func (f *finder) struck(a *act) {
	if a.ev.Type != annalist.Assault || len(a.ev.Recipients) > 0 {
		return
	}
	for _, v := range f.tolls(a.token) {
		var out []annalist.Participant
		p := f.clauses.at(v)
		f.gather(p.first("patient"), 0, &out)
		if len(out) == 0 && f.clauses.lemma(v) == "die" {
			f.gather(p.first("agent"), 0, &out)
		}
		if out = without(out, a.ev.Actors); len(out) > 0 {
			a.ev.Recipients = out
			return
		}
	}
	for _, arg := range a.prop.args {
		switch arg.slot {
		case "on", "at", "against", "into", "across", "patient", "over", "to":
		default:
			continue
		}
		var out []annalist.Participant
		f.gather(arg.token, 0, &out)
		for _, k := range f.doc.Tokens[arg.token].Kids {
			if len(out) == 0 && f.doc.Tokens[k].Rel.Is("nmod") {
				f.gather(k, 0, &out)
			}
		}
		if out = without(out, a.ev.Actors); len(out) > 0 {
			a.ev.Recipients = out
			return
		}
	}
}

// tolls lists the verbs of death and injury that tell what a deed did: those the
// trigger is an argument of, and participles on the same clause.
func (f *finder) tolls(t int) []int {
	var out []int
	add := func(v int) {
		if l := f.clauses.lemma(v); f.doc.Tokens[v].Tag == annalist.VERB && (f.words.dead.Has(l) || f.words.injured.Has(l)) {
			out = append(out, v)
		}
	}
	for n := 0; t != annalist.None && n < 4; n++ {
		for _, k := range f.doc.Tokens[t].Kids {
			switch f.doc.Tokens[k].Rel.Base() {
			case "advcl", "acl", "conj", "parataxis", "xcomp":
				if f.doc.Kid(k, "nsubj") == annalist.None {
					add(k)
				}
			}
		}
		add(t)
		tok := &f.doc.Tokens[t]
		switch tok.Rel.Base() {
		case "obj", "nsubj", "obl", "nmod", "compound", "xcomp", "conj", "advcl":
		default:
			return out
		}
		t = tok.Head
	}
	return out
}
