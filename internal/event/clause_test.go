package event

import (
	"os"
	"sort"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/doctest"
)

func shipped(t testing.TB) *codebook.Book {
	t.Helper()
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// slots writes the slots of the proposition at a form as "agent=X patient=Y".
func slots(c *clauses, form string) string {
	for i, tok := range c.doc.Tokens {
		if tok.Form != form {
			continue
		}
		var out []string
		for _, a := range c.at(i).args {
			out = append(out, a.slot+"="+c.doc.Tokens[a.token].Form)
		}
		sort.Strings(out)
		return strings.Join(out, " ")
	}
	return "no such word"
}

func TestClauses(t *testing.T) {
	book := shipped(t)
	for _, tt := range []struct{ name, text, rows, at, want, why string }{
		{
			name: "passive with by", text: "Kyiv was shelled by rebels", at: "shelled", want: "agent=rebels by=rebels patient=Kyiv",
			rows: "Kyiv Kyiv PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nshelled shell VERB 0 root Tense=Past|VerbForm=Part\nby by ADP 5 case\nrebels rebel NOUN 3 obl:agent Number=Plur",
		},
		{
			name: "reduced relative", text: "men arrested in Paris fled", at: "arrested", want: "in=Paris patient=men",
			rows: "men man NOUN 5 nsubj\narrested arrest VERB 1 acl Tense=Past|VerbForm=Part\nin in ADP 4 case\nParis Paris PROPN 2 obl\nfled flee VERB 0 root Tense=Past|VerbForm=Fin",
		},
		{
			name: "absolute participle", text: "it ended with suspects arrested", at: "arrested", want: "patient=suspects",
			rows: "it it PRON 2 nsubj\nended end VERB 0 root\nwith with SCONJ 5 mark\nsuspects suspect NOUN 5 nsubj\narrested arrest VERB 2 advcl Tense=Past|VerbForm=Part",
		},
		{
			name: "no absolute participle", text: "it ended as police arrested men", at: "arrested", want: "agent=police patient=men", why: "as has a finite verb",
			rows: "it it PRON 2 nsubj\nended end VERB 0 root\nas as SCONJ 5 mark\npolice police NOUN 5 nsubj\narrested arrest VERB 2 advcl Tense=Past|VerbForm=Part\nmen man NOUN 5 obj",
		},
		{
			name: "relative pronoun", text: "rebels who shelled Kyiv fled", at: "shelled", want: "agent=rebels patient=Kyiv",
			rows: "rebels rebel NOUN 5 nsubj\nwho who PRON 3 nsubj\nshelled shell VERB 1 acl:relcl Tense=Past|VerbForm=Fin\nKyiv Kyiv PROPN 3 obj\nfled flee VERB 0 root",
		},
		{
			name: "object gap", text: "troops Russia sent left", at: "sent", want: "agent=Russia patient=troops",
			rows: "troops troop NOUN 4 nsubj\nRussia Russia PROPN 3 nsubj\nsent send VERB 1 acl:relcl VerbForm=Fin\nleft leave VERB 0 root",
		},
		{
			name: "no gap after day", text: "day Russia attacked came", at: "attacked", want: "agent=Russia", why: "the day is no object",
			rows: "day day NOUN 4 nsubj\nRussia Russia PROPN 3 nsubj\nattacked attack VERB 1 acl:relcl VerbForm=Fin\ncame come VERB 0 root",
		},
		{
			name: "aspect", text: "Russia began to shell Kyiv", at: "shell", want: "agent=Russia patient=Kyiv",
			rows: "Russia Russia PROPN 2 nsubj\nbegan begin VERB 0 root VerbForm=Fin\nto to PART 4 mark\nshell shell VERB 2 xcomp VerbForm=Inf\nKyiv Kyiv PROPN 4 obj",
		},
		{
			name: "object control", text: "Paris urged Kyiv to talk", at: "talk", want: "agent=Kyiv",
			rows: "Paris Paris PROPN 2 nsubj\nurged urge VERB 0 root VerbForm=Fin\nKyiv Kyiv PROPN 2 obj\nto to PART 5 mark\ntalk talk VERB 2 xcomp VerbForm=Inf",
		},
		{
			name: "subject control", text: "Paris promised Kyiv to help", at: "help", want: "agent=Paris",
			rows: "Paris Paris PROPN 2 nsubj\npromised promise VERB 0 root VerbForm=Fin\nKyiv Kyiv PROPN 2 obj\nto to PART 5 mark\nhelp help VERB 2 xcomp VerbForm=Inf",
		},
		{
			name: "accused of", text: "Paris accused Moscow of shelling Kyiv", at: "shelling", want: "agent=Moscow patient=Kyiv",
			rows: "Paris Paris PROPN 2 nsubj\naccused accuse VERB 0 root VerbForm=Fin\nMoscow Moscow PROPN 2 obj\nof of SCONJ 5 mark\nshelling shell VERB 2 advcl VerbForm=Ger\nKyiv Kyiv PROPN 5 obj",
		},
		{
			name: "participle after a passive", text: "Kyiv was shelled by rebels killing two", at: "killing", want: "agent=rebels patient=two", why: "the town kills nobody",
			rows: "Kyiv Kyiv PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nshelled shell VERB 0 root Tense=Past|VerbForm=Part\nby by ADP 5 case\nrebels rebel NOUN 3 obl:agent\nkilling kill VERB 3 advcl VerbForm=Ger\ntwo two NUM 6 obj",
		},
		{
			name: "shared subject", text: "Macron met Scholz and left", at: "left", want: "agent=Macron",
			rows: "Macron Macron PROPN 2 nsubj\nmet meet VERB 0 root VerbForm=Fin\nScholz Scholz PROPN 2 obj\nand and CCONJ 5 cc\nleft leave VERB 2 conj VerbForm=Fin",
		},
		{
			name: "shared object", text: "rebels seized and burned Goma", at: "seized", want: "agent=rebels patient=Goma",
			rows: "rebels rebel NOUN 2 nsubj\nseized seize VERB 0 root VerbForm=Fin\nand and CCONJ 4 cc\nburned burn VERB 2 conj VerbForm=Fin\nGoma Goma PROPN 4 obj",
		},
		{
			name: "light verb", text: "Israel launched an attack on Gaza", at: "attack", want: "agent=Israel on=Gaza",
			rows: "Israel Israel PROPN 2 nsubj\nlaunched launch VERB 0 root VerbForm=Fin\nan a DET 4 det\nattack attack NOUN 2 obj\non on ADP 6 case\nGaza Gaza PROPN 4 nmod",
		},
		{
			name: "light verb with phrase on the verb", text: "Xi held talks with Putin", at: "talks", want: "agent=Xi with=Putin",
			rows: "Xi Xi PROPN 2 nsubj\nheld hold VERB 0 root VerbForm=Fin\ntalks talk NOUN 2 obj\nwith with ADP 5 case\nPutin Putin PROPN 2 obl",
		},
		{
			name: "came under", text: "Goma came under fire from rebels", at: "fire", want: "agent=rebels from=rebels patient=Goma",
			rows: "Goma Goma PROPN 2 nsubj\ncame come VERB 0 root VerbForm=Fin\nunder under ADP 4 case\nfire fire NOUN 2 obl\nfrom from ADP 6 case\nrebels rebel NOUN 2 obl",
		},
		{
			name: "came under, phrase on the noun", text: "Goma came under fire from rebels", at: "fire", want: "agent=rebels from=rebels patient=Goma",
			rows: "Goma Goma PROPN 2 nsubj\ncame come VERB 0 root VerbForm=Fin\nunder under ADP 4 case\nfire fire NOUN 2 obl\nfrom from ADP 6 case\nrebels rebel NOUN 4 nmod",
		},
		{
			name: "a prepositional subject behind the verb", text: "Nurses went on strike", at: "went", want: "agent=Nurses on=strike", why: "English has no such subject",
			rows: "Nurses nurse NOUN 2 nsubj\nwent go VERB 0 root VerbForm=Fin\non on ADP 4 case\nstrike strike NOUN 2 nsubj",
		},
		{
			name: "a counted subject before the verb", text: "On average ten left", at: "left", want: "agent=ten", why: "only behind the verb is it a slip",
			rows: "On on ADP 3 case\naverage average NOUN 1 fixed\nten ten NUM 4 nsubj\nleft leave VERB 0 root VerbForm=Fin",
		},
		{
			name: "not light", text: "Kyiv reported an attack", at: "attack", want: "", why: "who reports does not attack",
			rows: "Kyiv Kyiv PROPN 2 nsubj\nreported report VERB 0 root VerbForm=Fin\nan a DET 4 det\nattack attack NOUN 2 obj",
		},
		{
			name: "possessor acts", text: "Russia 's invasion of Kuwait failed", at: "invasion", want: "agent=Russia of=Kuwait patient=Kuwait poss=Russia",
			rows: "Russia Russia PROPN 3 nmod:poss\n's 's PART 1 case\ninvasion invasion NOUN 6 nsubj\nof of ADP 5 case\nKuwait Kuwait PROPN 3 nmod\nfailed fail VERB 0 root",
		},
		{
			name: "possessor undergoes", text: "Navalny 's arrest by police shocked", at: "arrest", want: "agent=police by=police patient=Navalny poss=Navalny",
			rows: "Navalny Navalny PROPN 3 nmod:poss\n's 's PART 1 case\narrest arrest NOUN 6 nsubj\nby by ADP 5 case\npolice police NOUN 3 nmod\nshocked shock VERB 0 root",
		},
		{
			name: "nationality", text: "Israeli strike on Gaza", at: "strike", want: "adj=Israeli agent=Israeli mod=Israeli on=Gaza",
			rows: "Israeli Israeli ADJ 2 amod\nstrike strike NOUN 0 root\non on ADP 4 case\nGaza Gaza PROPN 2 nmod",
		},
		{
			name: "mutual compound", text: "US - China talks", at: "talks", want: "between=China between=US compound=China",
			rows: "US US PROPN 3 compound\n- - PUNCT 3 punct\nChina China PROPN 4 compound\ntalks talk NOUN 0 root",
		},
		{
			name: "agent noun of", text: "withdrawal of troops", at: "withdrawal", want: "agent=troops of=troops",
			rows: "withdrawal withdrawal NOUN 0 root\nof of ADP 3 case\ntroops troop NOUN 1 nmod",
		},
		{
			name: "carried out participle", text: "attack carried out by rebels", at: "attack", want: "agent=rebels",
			rows: "attack attack NOUN 0 root\ncarried carry VERB 1 acl Tense=Past|VerbForm=Part\nout out ADP 2 compound:prt\nby by ADP 5 case\nrebels rebel NOUN 2 obl:agent",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := doctest.Doc(t, tt.text, tt.rows)
			if got := slots(newClauses(doc, book, newWords(book)), tt.at); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestRealis(t *testing.T) {
	book := shipped(t)
	for _, tt := range []struct {
		name, text, rows, at string
		want                 annalist.Realis
	}{
		{"plain", "Russia attacked", "Russia Russia PROPN 2 nsubj\nattacked attack VERB 0 root Tense=Past|VerbForm=Fin", "attacked", annalist.Actual},
		{"negated", "Russia did not attack", "Russia Russia PROPN 4 nsubj\ndid do AUX 4 aux VerbForm=Fin\nnot not PART 4 advmod\nattack attack VERB 0 root VerbForm=Inf", "attack", annalist.Negated},
		{"modal", "Russia may attack", "Russia Russia PROPN 3 nsubj\nmay may AUX 3 aux VerbForm=Fin\nattack attack VERB 0 root VerbForm=Inf", "attack", annalist.Hypothetical},
		{"will", "Russia will attack", "Russia Russia PROPN 3 nsubj\nwill will AUX 3 aux VerbForm=Fin\nattack attack VERB 0 root VerbForm=Inf", "attack", annalist.Future},
		{"failed to", "Russia failed to attack", "Russia Russia PROPN 2 nsubj\nfailed fail VERB 0 root VerbForm=Fin\nto to PART 4 mark\nattack attack VERB 2 xcomp VerbForm=Inf", "attack", annalist.Negated},
		{"began to", "Russia began to attack", "Russia Russia PROPN 2 nsubj\nbegan begin VERB 0 root VerbForm=Fin\nto to PART 4 mark\nattack attack VERB 2 xcomp VerbForm=Inf", "attack", annalist.Actual},
		{"condition", "If Russia attacks we fight", "If if SCONJ 3 mark\nRussia Russia PROPN 3 nsubj\nattacks attack VERB 5 advcl VerbForm=Fin\nwe we PRON 5 nsubj\nfight fight VERB 0 root VerbForm=Fin", "attacks", annalist.Hypothetical},
		{"fear", "fears of an attack", "fears fear NOUN 0 root\nof of ADP 4 case\nan a DET 4 det\nattack attack NOUN 1 nmod", "attack", annalist.Hypothetical},
		{"light verb negated", "Russia never launched an attack", "Russia Russia PROPN 3 nsubj\nnever never ADV 3 advmod\nlaunched launch VERB 0 root VerbForm=Fin\nan a DET 5 det\nattack attack NOUN 3 obj", "attack", annalist.Negated},
		{"condemned is presupposed", "Paris did not condemn the attack", "Paris Paris PROPN 4 nsubj\ndid do AUX 4 aux\nnot not PART 4 advmod\ncondemn condemn VERB 0 root VerbForm=Inf\nthe the DET 6 det\nattack attack NOUN 4 obj", "attack", annalist.Actual},
		{"said", "Kyiv said Russia attacked", "Kyiv Kyiv PROPN 2 nsubj\nsaid say VERB 0 root VerbForm=Fin\nRussia Russia PROPN 4 nsubj\nattacked attack VERB 2 ccomp Tense=Past|VerbForm=Fin", "attacked", annalist.Actual},
		{"second verb shares will", "They will meet and discuss", "They they PRON 3 nsubj\nwill will AUX 3 aux VerbForm=Fin\nmeet meet VERB 0 root VerbForm=Inf\nand and CCONJ 5 cc\ndiscuss discuss VERB 3 conj VerbForm=Inf", "discuss", annalist.Future},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFinder(doctest.Doc(t, tt.text, tt.rows), book, Options{Coder: Rules})
			for i, tok := range f.doc.Tokens {
				if tok.Form == tt.at {
					if m := f.realis(i); m.value() != tt.want {
						t.Errorf("got %s by %s, want %s", m.value(), m.rule, tt.want)
					}
				}
			}
		})
	}
}
