package lang

// Report says how a reporting verb takes its content and what stance it gives.
type Report struct {
	Stance string // a stance of the root package: asserts, alleges, denies, questions
	// Clause: a finite content clause makes it a report ("said that ...").
	Clause bool
	// Infinitive: an infinitive does too ("promised to leave", "urged X to go").
	Infinitive bool
	// Nominal: a noun phrase does too ("announced a plan", "denied the charge").
	Nominal bool
	// Speech: quoted words beside it are its content ("continued: ...").
	Speech bool
}

// Reporting gives the reporting verbs by lemma. It is for verbs with which
// people put content on someone's word; it must not hold verbs of plain action
// that also take clauses ("see to it that", "make sure that").
var Reporting = reporting()

func reporting() map[string]Report {
	table := map[string]Report{}
	add := func(r Report, lemmas ...string) {
		for _, l := range lemmas {
			table[l] = r
		}
	}
	says := Report{Stance: "asserts", Clause: true, Speech: true}
	add(says, "say", "tell", "state", "add", "write", "tweet", "note", "comment", "remark", "observe", "explain",
		"argue", "assert", "insist", "maintain", "contend", "stress", "emphasize", "emphasise", "reiterate", "recall",
		"reply", "respond", "answer", "point", "warn", "caution", "predict", "forecast", "speculate", "testify",
		"inform", "boast", "joke", "lament", "complain", "elaborate", "post", "mention", "repeat", "quote", "cite", "brief", "advise", "assure", "counter", "underscore", "underline", "highlight", "hint", "imply", "caution")
	announces := Report{Stance: "asserts", Clause: true, Nominal: true, Speech: true}
	add(announces, "announce", "report", "confirm", "reveal", "declare", "disclose", "admit", "acknowledge",
		"concede", "indicate", "suggest", "estimate", "conclude", "rule", "recommend", "propose", "proclaim", "confess")
	claims := Report{Stance: "alleges", Clause: true, Infinitive: true, Nominal: true, Speech: true}
	add(claims, "claim", "allege", "purport", "accuse")
	add(Report{Stance: "denies", Clause: true, Infinitive: true, Nominal: true, Speech: true}, "deny", "dispute", "refute")
	add(Report{Stance: "questions", Clause: true, Speech: true}, "ask", "wonder", "question", "inquire")
	add(Report{Stance: "asserts", Clause: true, Infinitive: true, Speech: true},
		"promise", "vow", "pledge", "threaten", "demand", "urge", "order", "encourage", "request", "instruct", "call")
	add(Report{Stance: "asserts", Clause: true},
		"believe", "think", "fear", "hope", "expect", "suspect", "determine", "find", "show", "learn", "worry", "doubt", "agree", "understand", "reckon", "feel", "mean")
	quoted := Report{Stance: "asserts", Speech: true}
	add(quoted, "continue", "describe", "characterize", "characterise", "label", "denounce", "condemn", "criticize",
		"criticise", "praise", "express", "begin", "conclude", "refer", "dismiss", "dub", "hail", "brand", "attack", "slam", "blast", "thank", "speak", "declare", "offer")
	// "declare" and "conclude" also take clauses; the fuller entry counts.
	add(announces, "declare", "conclude")
	return table
}

// Hearsay gives the adverbs that put a clause on the word of someone unnamed.
// It is for "reportedly"; it must not hold adverbs of the writer's own doubt
// ("apparently", "possibly").
var Hearsay = map[string]string{
	"reportedly": "asserts", "purportedly": "alleges", "allegedly": "alleges", "supposedly": "alleges",
}

// Measures are the nouns behind "according to" that are a measure and nobody's
// word ("according to plan"). It must not hold anything that speaks ("report").
var Measures = map[string]bool{
	"plan": true, "schedule": true, "need": true, "ability": true, "rule": true, "taste": true, "size": true, "age": true,
	"rank": true, "type": true, "preference": true, "custom": true, "tradition": true, "principle": true, "standard": true,
}

// Documents are the nouns that speak for whoever issued them ("the ministry's
// statement said"). It must not hold people or bodies.
var Documents = map[string]bool{
	"statement": true, "report": true, "release": true, "letter": true, "tweet": true, "post": true, "message": true,
	"document": true, "website": true, "communique": true, "communiqué": true, "proclamation": true, "notice": true,
	"indictment": true, "filing": true, "bulletin": true, "memo": true, "study": true, "survey": true, "poll": true,
}
