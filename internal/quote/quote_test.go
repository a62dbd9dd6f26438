package quote_test

import (
	"strings"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/quote"

	"github.com/google/go-cmp/cmp"
)

// said is a statement as the tests compare it.
type said struct {
	Speaker, Addressee, Cue, Content string
	Directness                       annalist.Directness
	Stance                           annalist.Stance
	Inside                           int
}

// mentioned adds a mention and an entity of its own for each of the words.
func mentioned(doc *annalist.Document, words ...string) {
	for _, w := range words {
		for i := range doc.Tokens {
			if doc.Tokens[i].Form != w {
				continue
			}
			e := len(doc.Entities)
			doc.Entities = append(doc.Entities, annalist.Entity{Name: w, Rule: "test"})
			doc.Mentions = append(doc.Mentions, annalist.Mention{
				Span: doc.Tokens[i].Span, First: i, Last: i + 1, Head: i, Kind: annalist.ByName, Entities: []int{e}, Rule: "test",
			})
			break
		}
	}
}

func found(doc *annalist.Document) []said {
	name := func(p annalist.Participant) string {
		if p.Entity == annalist.None {
			return ""
		}
		return doc.Entities[p.Entity].Name
	}
	var out []said
	for _, st := range doc.Statements {
		parts := make([]string, len(st.Content))
		for i, s := range st.Content {
			parts[i] = doc.Text(s)
		}
		out = append(out, said{
			name(st.Speaker), name(st.Addressee), doc.Text(st.Cue), strings.Join(parts, " | "), st.Directness, st.Stance, st.Inside,
		})
	}
	return out
}

const (
	saidThat = `
		Rutte Rutte PROPN 2 nsubj
		said  say   VERB  0 root Tense=Past|VerbForm=Fin
		that  that  SCONJ 5 mark
		Spain Spain PROPN 5 nsubj
		left  leave VERB  2 ccomp
		.     .     PUNCT 2 punct`
	quoteFirst = `
		“      “      PUNCT 4 punct
		We     we     PRON  4 nsubj
		must   must   AUX   4 aux
		leave  leave  VERB  7 ccomp
		,      ,      PUNCT 4 punct
		”      ”      PUNCT 4 punct
		said   say    VERB  0 root
		Rutte  Rutte  PROPN 7 nsubj
		.      .      PUNCT 7 punct`
	quoteAround = `
		"      "      PUNCT 3 punct
		Spain  Spain  PROPN 3 nsubj
		left   leave  VERB  0 root
		,      ,      PUNCT 7 punct
		"      "      PUNCT 7 punct
		Rutte  Rutte  PROPN 7 nsubj
		said   say    VERB  3 parataxis
		,      ,      PUNCT 7 punct
		"      "      PUNCT 11 punct
		without without ADP 11 case
		notice notice NOUN  3 obl
		.      .      PUNCT 3 punct
		"      "      PUNCT 3 punct`
	according = `
		Troops  troop  NOUN  2 nsubj
		entered enter  VERB  0 root
		Homs    Homs   PROPN 2 obj
		,       ,      PUNCT 2 punct
		according accord VERB 7 case
		to      to     ADP   5 fixed
		Tass    Tass   PROPN 2 obl
		.       .      PUNCT 2 punct`
	accordingPlan = `
		Troops  troop  NOUN  2 nsubj
		left    leave  VERB  0 root
		according accord VERB 5 case
		to      to     ADP   3 fixed
		schedule schedule NOUN 2 obl
		.       .      PUNCT 2 punct`
	toldPerson = `
		Rutte  Rutte  PROPN 2 nsubj
		told   tell   VERB  0 root
		Macron Macron PROPN 2 obj
		that   that   SCONJ 6 mark
		talks  talk   NOUN  6 nsubj
		failed fail   VERB  2 ccomp
		.      .      PUNCT 2 punct`
	chainOfTwo = `
		Tass    Tass    PROPN 2 nsubj
		reported report VERB  0 root
		that    that    SCONJ 5 mark
		Rutte   Rutte   PROPN 5 nsubj
		denied  deny    VERB  2 ccomp
		that    that    SCONJ 8 mark
		Spain   Spain   PROPN 8 nsubj
		left    leave   VERB  5 ccomp
		.       .       PUNCT 2 punct`
	hearsay = `
		Troops     troop      NOUN 3 nsubj
		reportedly reportedly ADV  3 advmod
		entered    enter      VERB 0 root
		Homs       Homs       PROPN 3 obj
		.          .          PUNCT 3 punct`
	announced = `
		Rutte     Rutte     PROPN 2 nsubj
		announced announce  VERB  0 root
		new       new       ADJ   4 amod
		tariffs   tariff    NOUN  2 obj
		.         .         PUNCT 2 punct`
	alleged = `
		The     the    DET  3 det
		alleged allege VERB 3 amod
		attack  attack NOUN 4 nsubj
		failed  fail   VERB 0 root
		.       .      PUNCT 4 punct`
)

func TestFind(t *testing.T) {
	for _, test := range []struct {
		name, why, text, rows string
		mentions              []string
		want                  []said
	}{
		{
			name: "clause", text: "Rutte said that Spain left.", rows: saidThat, mentions: []string{"Rutte", "Spain"},
			want: []said{{"Rutte", "", "said", "Spain left", annalist.Indirect, annalist.Asserts, -1}},
		},
		{
			name: "quotation before the verb", text: "“We must leave,” said Rutte.", rows: quoteFirst, mentions: []string{"We", "Rutte"},
			want: []said{{"Rutte", "", "said", "We must leave", annalist.Direct, annalist.Asserts, -1}},
		},
		{
			name: "quotation around the verb", text: `"Spain left," Rutte said, "without notice."`, rows: quoteAround, mentions: []string{"Rutte"},
			want: []said{{"Rutte", "", "said", "Spain left | without notice", annalist.Direct, annalist.Asserts, -1}},
		},
		{
			name: "according to", text: "Troops entered Homs, according to Tass.", rows: according, mentions: []string{"Tass"},
			want: []said{{"Tass", "", "according to", "Troops entered Homs", annalist.Indirect, annalist.Asserts, -1}},
		},
		{
			name: "according to plan", why: "a plan is nobody's word", text: "Troops left according to schedule.", rows: accordingPlan,
		},
		{
			name: "addressee", text: "Rutte told Macron that talks failed.", rows: toldPerson, mentions: []string{"Rutte", "Macron"},
			want: []said{{"Rutte", "Macron", "told", "talks failed", annalist.Indirect, annalist.Asserts, -1}},
		},
		{
			name: "chain of two", text: "Tass reported that Rutte denied that Spain left.", rows: chainOfTwo, mentions: []string{"Tass", "Rutte", "Spain"},
			want: []said{
				{"Tass", "", "reported", "Rutte denied that Spain left", annalist.Indirect, annalist.Asserts, -1},
				{"Rutte", "", "denied", "Spain left", annalist.Indirect, annalist.Denies, 0},
			},
		},
		{
			name: "hearsay", text: "Troops reportedly entered Homs.", rows: hearsay,
			want: []said{{"", "", "reportedly", "Troops | entered Homs", annalist.Indirect, annalist.Asserts, -1}},
		},
		{
			name: "announced thing", text: "Rutte announced new tariffs.", rows: announced, mentions: []string{"Rutte"},
			want: []said{{"Rutte", "", "announced", "new tariffs", annalist.Indirect, annalist.Asserts, -1}},
		},
		{name: "alleged attack", why: "a participle before its noun reports nothing", text: "The alleged attack failed.", rows: alleged},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := doctest.Doc(t, test.text, test.rows)
			mentioned(doc, test.mentions...)
			quote.Find(doc)
			doctest.Check(t, doc)
			if diff := cmp.Diff(found(doc), test.want); diff != "" {
				t.Errorf("%s: got - want +\n%s", test.why, diff)
			}
		})
	}
}

// TestChain: an event inside two contents has both sources, outermost first; the
// event whose trigger is the cue is told by the outlet.
func TestChain(t *testing.T) {
	doc := doctest.Doc(t, "Tass reported that Rutte denied that Spain left.", chainOfTwo)
	mentioned(doc, "Tass", "Rutte", "Spain")
	event := func(token int) annalist.Event {
		return annalist.Event{
			Trigger: doc.Tokens[token].Span, TriggerToken: token, Type: annalist.Retreat,
			Actors: []annalist.Participant{{Mention: 2, Entity: 2}}, Why: []annalist.Why{{Step: "test", Rule: "test"}},
		}
	}
	doc.Events = []annalist.Event{event(7), event(4)}
	quote.Find(doc)
	doctest.Check(t, doc)
	chain := func(e int) (out []string) {
		for _, att := range doc.Events[e].Attribution {
			out = append(out, doc.Entities[att.Entity].Name+" "+string(att.Stance))
		}
		return out
	}
	if diff := cmp.Diff(chain(0), []string{"Tass asserts", "Rutte denies"}); diff != "" {
		t.Errorf("inner event: got - want +\n%s", diff)
	}
	if diff := cmp.Diff(chain(1), []string{"Tass asserts"}); diff != "" {
		t.Errorf("the denial itself: got - want +\n%s", diff)
	}
}

// TestSpeakerWithinAMention: parser and actor finder may differ on the head of a
// name; the smallest mention around the parser's head is the speaker.
func TestSpeakerWithinAMention(t *testing.T) {
	doc := doctest.Doc(t, "Minister Lavrov said Kyiv attacked.", `
Minister Minister PROPN 3 nsubj
Lavrov Lavrov PROPN 1 flat
said say VERB 0 root Tense=Past|VerbForm=Fin
Kyiv Kyiv PROPN 5 nsubj
attacked attack VERB 3 ccomp Tense=Past|VerbForm=Fin
. . PUNCT 3 punct`)
	for e, last := range []int{4, 2, 3} {
		doc.Entities = append(doc.Entities, annalist.Entity{Name: string(rune('a' + e)), Rule: "test"})
		doc.Mentions = append(doc.Mentions, annalist.Mention{
			Span: doc.SpanOf(0, last), First: 0, Last: last, Head: 1, Kind: annalist.ByName, Entities: []int{e}, Rule: "test",
		})
	}
	quote.Find(doc)
	if got := found(doc); len(got) != 1 || got[0].Speaker != "b" {
		t.Errorf("got %+v, want one statement of b", got)
	}
}
