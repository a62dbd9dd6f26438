package event

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/doctest"
)

// small is a codebook of a few rules beside the shipped tables.
func small(t *testing.T) *codebook.Book {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"types", "contexts", "lists"} {
		data, err := os.ReadFile("../../data/codebook/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		files["cb/"+name+".yaml"] = &fstest.MapFile{Data: data}
	}
	row := "{threshold: 0.5, weights: {rule: 1, rule.weight: 1}}"
	files["cb/judge.yaml"] = &fstest.MapFile{Data: []byte("rules: " + row + "\nnet: {threshold: 0.5, weights: {net.type: 1}}\nboth: " + row + "\n")}
	for file, rules := range map[string]string{
		"accuse": `{id: accuse.allege.accuse, verb: [accuse], mode: allege, examples: ["{accused}"], nearmiss: [x]}`,
		"assault": `{id: assault.kill.verb, verb: [kill, shell], unless: {bill: {patient: {lemma: [bill]}}}, examples: ["{killed}"], nearmiss: [x]}
  - {id: assault.attack.noun, noun: [attack], recipient: on, examples: ["{attack}"], nearmiss: [x]}`,
		"request": `{id: request.urge.verb, verb: [urge], examples: ["{urged}"], nearmiss: [x]}`,
		"consult": `{id: consult.meet.verb, verb: [meet], reciprocal: true, actor: agent + patient, examples: ["{met}"], nearmiss: [x]}`,
		"retreat": `{id: retreat.withdraw.verb, verb: [withdraw], mode: withdraw, examples: ["{withdrew}"], nearmiss: [x]}`,
	} {
		files["cb/events/"+file+".yaml"] = &fstest.MapFile{Data: []byte("rules:\n  - " + rules + "\n")}
	}
	book, err := codebook.Read(files, "cb")
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// name makes every proper noun of a document a state of its own, with the first
// three letters for a country.
func name(doc *annalist.Document) {
	for i, tok := range doc.Tokens {
		if tok.Tag != annalist.PROPN {
			continue
		}
		doc.Entities = append(doc.Entities, annalist.Entity{Name: tok.Form, Kind: annalist.StateEntity, Country: annalist.Country(strings.ToUpper(tok.Form[:3])), Mentions: []int{len(doc.Mentions)}})
		doc.Mentions = append(doc.Mentions, annalist.Mention{Span: tok.Span, First: i, Last: i + 1, Head: i, Kind: annalist.ByName, Entities: []int{len(doc.Entities) - 1}, Confidence: 1})
	}
}

// told writes events as "TYPE/mode trigger actors>recipients realis".
func told(doc *annalist.Document) string {
	var out []string
	who := func(ps []annalist.Participant) string {
		var names []string
		for _, p := range ps {
			names = append(names, doc.Entities[p.Entity].Name)
		}
		return strings.Join(names, "+")
	}
	for _, ev := range doc.Events {
		out = append(out, fmt.Sprintf("%s/%s %s %s>%s %s", ev.Type, ev.Mode, doc.Text(ev.Trigger), who(ev.Actors), who(ev.Recipients), ev.Realis))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	book := small(t)
	for _, tt := range []struct{ name, text, rows, want, skip, why string }{
		{
			name: "coordination gives two actors", text: "Chad and Libya met", want: "CONSULT/ met Chad+Libya> actual",
			rows: "Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nLibya Libya PROPN 1 conj\nmet meet VERB 0 root Tense=Past|VerbForm=Fin",
		},
		{
			name: "a future meeting is agreed", text: "Chad will meet Libya", want: "AGREE/ meet Chad+Libya> actual",
			rows: "Chad Chad PROPN 3 nsubj\nwill will AUX 3 aux VerbForm=Fin\nmeet meet VERB 0 root VerbForm=Inf\nLibya Libya PROPN 3 obj",
		},
		{
			name: "an accused act stands beside the accusation", text: "Chad accused Libya of shelling Niger",
			want: "ACCUSE/allege accused Chad>Libya actual; ASSAULT/heavy-weapons shelling Libya>Niger actual",
			rows: "Chad Chad PROPN 2 nsubj\naccused accuse VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj\nof of SCONJ 5 mark\nshelling shell VERB 2 advcl VerbForm=Ger\nNiger Niger PROPN 5 obj",
		},
		{
			name: "what is asked is folded", text: "Chad urged Libya to withdraw", want: "REQUEST/yield urged Chad>Libya actual", skip: "folded",
			rows: "Chad Chad PROPN 2 nsubj\nurged urge VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj\nto to PART 5 mark\nwithdraw withdraw VERB 2 xcomp VerbForm=Inf",
		},
		{
			name: "what one will not do is refused", text: "Chad will not withdraw", want: "REJECT/yield withdraw Chad> actual",
			rows: "Chad Chad PROPN 4 nsubj\nwill will AUX 4 aux VerbForm=Fin\nnot not PART 4 advmod\nwithdraw withdraw VERB 0 root VerbForm=Inf",
		},
		{
			name: "nobody nameable", text: "Rebels killed farmers", want: "", skip: "no-entity",
			rows: "Rebels rebel NOUN 2 nsubj\nkilled kill VERB 0 root Tense=Past|VerbForm=Fin\nfarmers farmer NOUN 2 obj",
		},
		{
			name: "a blocker says so", text: "Chad killed the bill", want: "", skip: "blocked assault.kill.verb.bill",
			rows: "Chad Chad PROPN 2 nsubj\nkilled kill VERB 0 root Tense=Past|VerbForm=Fin\nthe the DET 4 det\nbill bill NOUN 2 obj",
		},
		{
			name: "light verb and possessor", text: "Chad launched an attack on Libya", want: "ASSAULT/ attack Chad>Libya actual",
			rows: "Chad Chad PROPN 2 nsubj\nlaunched launch VERB 0 root Tense=Past|VerbForm=Fin\nan a DET 4 det\nattack attack NOUN 2 obj\non on ADP 6 case\nLibya Libya PROPN 4 nmod",
		},
		{
			name: "the verb of a means is the same act", text: "Chad killed Libya in an attack", want: "ASSAULT/ killed Chad>Libya actual", why: "one deed, told by verb and noun",
			rows: "Chad Chad PROPN 2 nsubj\nkilled kill VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj\nin in ADP 6 case\nan a DET 6 det\nattack attack NOUN 2 obl",
		},
		{
			name: "a statement", text: "Chad said nothing", want: "", skip: "statement",
			rows: "Chad Chad PROPN 2 nsubj\nsaid say VERB 0 root Tense=Past|VerbForm=Fin\nnothing nothing PRON 2 obj",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := doctest.Doc(t, tt.text, tt.rows)
			name(doc)
			Find(doc, book, Options{Coder: Rules})
			if got := told(doc); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			skips := ""
			for _, s := range doc.Skips {
				skips += string(s.Reason) + " " + string(s.Rule) + "; "
			}
			if !strings.Contains(skips, tt.skip) {
				t.Errorf("skips %q, want %q among them", skips, tt.skip)
			}
			for _, ev := range doc.Events {
				if len(ev.Why) < 2 || ev.Why[0].At == "" {
					t.Errorf("no trace of %s: %+v", doc.Text(ev.Trigger), ev.Why)
				}
			}
		})
	}
}

// The net alone proposes where no rule speaks, with its links for parties.
func TestNet(t *testing.T) {
	doc := doctest.Doc(t, "Chad snubbed Libya", "Chad Chad PROPN 2 nsubj\nsnubbed snub VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj")
	name(doc)
	p := annalist.Proposal{Token: 1, None: 0.1, Links: []annalist.Link{{Role: annalist.RoleActor, Token: 0, Score: 0.9}, {Role: annalist.RoleRecipient, Token: 2, Score: 0.9}}}
	p.Types[annalist.Reject.Index()] = 0.8
	doc.Proposals = []annalist.Proposal{p}
	Find(doc, small(t), Options{Coder: Net})
	if got, want := told(doc), "REJECT/ snubbed Chad>Libya actual"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if ev := doc.Events[0]; ev.Votes.Rules != 0 || ev.Votes.Net < 0.79 {
		t.Errorf("votes %+v", ev.Votes)
	}
}

// An act of a few days ago is no background, whether or not the day of
// publication is known; one of years ago is.
func TestHistoricalAgo(t *testing.T) {
	for unit, want := range map[string]bool{"days": false, "weeks": false, "years": true} {
		text := "Chad met Libya two " + unit + " ago"
		doc := doctest.Doc(t, text, "Chad Chad PROPN 2 nsubj\nmet meet VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj\n"+
			"two two NUM 5 nummod\n"+unit+" "+strings.TrimSuffix(unit, "s")+" NOUN 6 obl\nago ago ADV 2 advmod")
		name(doc)
		doc.Times = []annalist.Time{{First: 3, Last: 6, Span: doc.SpanOf(3, 6), Kind: annalist.Point}}
		Find(doc, small(t), Options{Coder: Rules})
		if len(doc.Events) != 1 || doc.Events[0].Historical != want {
			t.Errorf("%s: got %+v, want one event, historical %t", text, doc.Events, want)
		}
	}
}
