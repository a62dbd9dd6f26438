package event

import (
	"annalist"
)

// complete settles realis, type of future acts, mode, date, place, size and
// contexts of every act.
func (f *finder) complete() {
	for _, a := range f.acts {
		m := f.mood(a)
		f.settleRealis(a, m)
		f.mode(a)
		if a.rule != nil {
			a.ev.CAMEO = a.rule.CAMEO
		}
		if !a.converted {
			f.settlePlace(a)
		}
		f.settleDate(a, m)
		f.historical(a, m)
		f.size(a)
		f.contexts(a)
	}
}

// mood is the mood of an act; a rule may force realis.
func (f *finder) mood(a *act) *mood {
	token := a.token
	if a.rule != nil && a.rule.Anchor != nil {
		token = a.prop.token
	}
	return f.realis(token)
}

// settleRealis writes realis and turns acts that are only promised into the
// type of the promise: a future CONSULT, SUPPORT, COOPERATE or AID is AGREE, a
// future RETREAT is CONCEDE (types.yaml says which).
func (f *finder) settleRealis(a *act, m *mood) {
	ev := &a.ev
	ev.Realis = m.value()
	rule := m.rule
	if real, ok := f.intended(a, m); ok {
		ev.Realis, rule = real, "realis.intent"
	}
	if a.rule != nil && a.rule.Realis != "" {
		ev.Realis, rule = a.rule.Realis, a.rule.ID
	}
	if rule == "" {
		rule = "realis.actual"
	}
	note := ""
	if m.cue != annalist.None {
		note = f.doc.Tokens[m.cue].Form
	}
	ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: rule, Note: note})
	if ev.Realis == annalist.Negated && m.future {
		f.refusal(a)
	}
	if ev.Realis != annalist.Future {
		return
	}
	of, to := ev.Type, f.book.Type(ev.Type).Future
	if a.rule != nil && a.rule.Of != "" { // converted when it matched
		of, to = a.rule.Of, ev.Type
	}
	if to != "" {
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.convert.future", Note: string(of)})
		ev.Type, ev.Mode, ev.Realis = to, "", annalist.Actual
		a.rule, a.converted = nil, true
		if to == annalist.Concede {
			ev.CAMEO = intentToYield
		}
		return
	}
	f.threat(a)
}

// intentToYield is CAMEO's code of a promise to yield, which it keeps apart from yielding.
const intentToYield = "035"

// intended reads the realis of what someone will do or plans to do. Words that
// bind for later are done when they are said, whatever they promise: "will lift
// the ban", "plans to sign" are actual, for their type says already that it is to
// come. A planned act of a type that becomes another in the future ("plans to
// visit") is future. It must not touch planned harm ("planned an attack"), nor
// what may be promised ("could agree").
func (f *finder) intended(a *act, m *mood) (annalist.Realis, bool) {
	planned := m.rule == "realis.unreal.verb" && f.words.scheduled.Has(f.clauses.lemma(m.cue))
	if m.negated || m.value() == annalist.Hypothetical && !planned {
		return "", false
	}
	switch a.ev.Type {
	case annalist.Agree, annalist.Concede, annalist.Threaten:
		return annalist.Actual, m.future || planned
	}
	return annalist.Future, planned && f.book.Type(a.ev.Type).Future != ""
}

// refusal turns what someone will not do for another into REJECT: "will not
// withdraw", "will not negotiate". It must not do so for harm: "will not attack".
func (f *finder) refusal(a *act) {
	ev := &a.ev
	var mode annalist.Mode
	switch ev.Type {
	case annalist.Retreat, annalist.Concede:
		mode = "yield"
	case annalist.Consult:
		mode = "meet"
	case annalist.Aid:
		mode = "assist"
	case annalist.Agree, annalist.Support, annalist.Cooperate:
	default:
		return
	}
	ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.convert.refusal", Note: string(ev.Type)})
	ev.Type, ev.Mode, ev.Realis, a.rule, a.converted = annalist.Reject, mode, annalist.Actual, nil, true
}

// threat turns a harmful act that someone only says he will do into THREATEN:
// "will impose tariffs". A step with its day is the step itself, in the future
// (manual, ruling 11).
func (f *finder) threat(a *act) {
	ev := &a.ev
	mode, ok := annalist.Mode(""), true
	switch ev.Type {
	case annalist.Sanction:
		was, _ := f.modeOf(a)
		mode = map[annalist.Mode]annalist.Mode{"discontinue": "relations", "withdraw": "relations", "convict": "arrest", "expel": "expel"}[was]
	case annalist.Coerce:
		was, _ := f.modeOf(a)
		mode = map[annalist.Mode]annalist.Mode{"arrest": "arrest", "deport": "expel", "seize": "territory"}[was]
		if mode == "" {
			mode = "restrict"
		}
	case annalist.Assault, annalist.Mobilize:
		mode = "violence"
	default:
		ok = false
	}
	if !ok || f.attachedTime(a) != annalist.None {
		return
	}
	ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.convert.threat", Note: string(ev.Type)})
	ev.Type, ev.Mode, ev.Realis, a.rule = annalist.Threaten, mode, annalist.Actual, nil
	a.converted = true
}
