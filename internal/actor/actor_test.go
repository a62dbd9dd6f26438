package actor

import (
	"os"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/world"
)

func tables(t testing.TB) *world.World {
	t.Helper()
	w, err := world.Read(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// want is what a mention found by the form of its head stands for.
type want struct {
	head    string // form of the head token; "form#2" for its second occurrence
	country annalist.Country
	sector  annalist.Sector
	name    string // empty: not looked at
}

func TestFind(t *testing.T) {
	w := tables(t)
	tests := []struct {
		name, why string
		date      string
		text      string
		rows      string
		names     []annalist.Name
		times     []annalist.Time
		want      []want
	}{
		{
			name: "office from the tables, title before the name", date: "2023-03-21",
			text: "Japanese Prime Minister Fumio Kishida visited Kyiv. He met President Zelensky.",
			rows: `Japanese Japanese ADJ 3 amod
Prime Prime PROPN 3 compound
Minister Minister PROPN 4 nmod:desc
Fumio Fumio PROPN 6 nsubj
Kishida Kishida PROPN 4 flat
visited visit VERB 0 root
Kyiv Kyiv PROPN 6 obj
. . PUNCT 6 punct

He he PRON 2 nsubj
met meet VERB 0 root
President President PROPN 4 nmod:desc
Zelensky Zelensky PROPN 2 obj
. . PUNCT 2 punct`,
			want: []want{{"Fumio", "JPN", "GOV", "Fumio Kishida"}, {"Kyiv", "UKR", "", ""}, {"He", "JPN", "GOV", "Fumio Kishida"}, {"Japanese", "JPN", "", "Japan"}},
		},
		{
			name: "a day before a phrase is no part of it", why: "told without a comma at the beginning of a sentence", date: "2023-03-21",
			text:  "Yesterday Russian forces shelled Kharkiv. The Sunday protesters left.",
			times: []annalist.Time{{First: 0, Last: 1}, {First: 7, Last: 8}},
			rows: `Yesterday yesterday NOUN 3 compound
Russian Russian ADJ 3 amod
forces force NOUN 4 nsubj Number=Plur
shelled shell VERB 0 root
Kharkiv Kharkiv PROPN 4 obj
. . PUNCT 4 punct

The the DET 3 det
Sunday Sunday PROPN 3 compound
protesters protester NOUN 4 nsubj Number=Plur
left leave VERB 0 root
. . PUNCT 4 punct`,
			want: []want{{"forces", "RUS", "MIL", "Russian forces"}, {"protesters", "RUS", "CVL", "Sunday protesters"}},
		},
		{
			name: "country and sector from the article's own title", date: "2023-03-21",
			text: "Ukraine's Deputy Foreign Minister Emine Japarova spoke. Japarova thanked Tokyo.",
			rows: `Ukraine Ukraine PROPN 5 nmod:poss
's 's PART 1 case
Deputy Deputy PROPN 5 compound
Foreign Foreign PROPN 5 compound
Minister Minister PROPN 6 nmod:desc
Emine Emine PROPN 8 nsubj
Japarova Japarova PROPN 6 flat
spoke speak VERB 0 root
. . PUNCT 8 punct

Japarova Japarova PROPN 2 nsubj
thanked thank VERB 0 root
Tokyo Tokyo PROPN 2 obj
. . PUNCT 2 punct`,
			names: []annalist.Name{{First: 5, Last: 7, Kind: annalist.Person, Score: .99}, {First: 9, Last: 10, Kind: annalist.Person, Score: .9}},
			want:  []want{{"Emine", "UKR", "GOV", "Emine Japarova"}, {"Japarova#2", "UKR", "GOV", "Emine Japarova"}, {"Ukraine", "UKR", "", "Ukraine"}, {"Tokyo", "JPN", "", ""}},
		},
		{
			name: "apposition after a role", date: "2023-03-21",
			text: "Ruritania's neighbour praised Japan's prime minister, Fumio Kishida.",
			rows: `Ruritania Ruritania PROPN 3 nmod:poss
's 's PART 1 case
neighbour neighbour NOUN 4 nsubj
praised praise VERB 0 root
Japan Japan PROPN 8 nmod:poss
's 's PART 5 case
prime prime ADJ 8 amod
minister minister NOUN 4 obj
, , PUNCT 10 punct
Fumio Fumio PROPN 8 appos
Kishida Kishida PROPN 10 flat
. . PUNCT 4 punct`,
			want: []want{{"minister", "JPN", "GOV", "Fumio Kishida"}, {"Fumio", "JPN", "GOV", "Fumio Kishida"}},
		},
		{
			name: "who holds the office on the day", date: "2023-03-21",
			text: "The Japanese head of government arrived.",
			rows: `The the DET 3 det
Japanese Japanese ADJ 3 amod
head head NOUN 6 nsubj
of of ADP 5 case
government government NOUN 3 nmod
arrived arrive VERB 0 root
. . PUNCT 6 punct`,
			want: []want{{"head", "JPN", "GOV", "Fumio Kishida"}},
		},
		{
			name: "adjective and role noun; a capital that acts", date: "2024-05-01",
			text: "Israeli troops shelled Rafah, and Moscow condemned Hamas fighters.",
			rows: `Israeli Israeli ADJ 2 amod
troops troop NOUN 3 nsubj
shelled shell VERB 0 root
Rafah Rafah PROPN 3 obj
, , PUNCT 8 punct
and and CCONJ 8 cc
Moscow Moscow PROPN 8 nsubj
condemned condemn VERB 3 conj
Hamas Hamas PROPN 10 compound
fighters fighter NOUN 8 obj
. . PUNCT 3 punct`,
			want: []want{{"troops", "ISR", "MIL", ""}, {"Israeli", "ISR", "", "Israel"}, {"Moscow", "RUS", "GOV", ""}, {"Hamas", "PSE", "REB", "Hamas"}, {"fighters", "PSE", "REB", ""}},
		},
		{
			name: "two owners joined", date: "2024-05-01",
			text: "US and British forces struck Houthi sites in Yemen.",
			rows: `US US PROPN 4 compound
and and CCONJ 3 cc
British british ADJ 1 conj
forces force NOUN 5 nsubj
struck strike VERB 0 root
Houthi Houthi PROPN 7 compound
sites site NOUN 5 obj
in in ADP 9 case
Yemen Yemen PROPN 5 obl
. . PUNCT 5 punct`,
			want: []want{{"forces", "USA", "MIL", ""}, {"sites", "YEM", "REB", ""}},
		},
		{
			name: "who only stands behind is no owner", date: "2024-05-01",
			text: "Iran-backed militants attacked soldiers in Iraq.",
			rows: `Iran Iran PROPN 3 compound
- - PUNCT 3 punct
backed back VERB 4 amod
militants militant NOUN 5 nsubj
attacked attack VERB 0 root
soldiers soldier NOUN 5 obj
in in ADP 8 case
Iraq Iraq PROPN 5 obl
. . PUNCT 5 punct`,
			want: []want{{"militants", "IRQ", "REB", ""}, {"soldiers", "IRQ", "MIL", ""}},
		},
		{
			name: "acronym in brackets", date: "2024-05-01",
			text: "The Wide River Front (WRF), a rebel group in Chad, said the WRF fought.",
			rows: `The the DET 4 det
Wide Wide PROPN 4 compound
River River PROPN 4 compound
Front Front PROPN 15 nsubj
( ( PUNCT 6 punct
WRF WRF PROPN 4 appos
) ) PUNCT 6 punct
, , PUNCT 11 punct
a a DET 11 det
rebel rebel NOUN 11 compound
group group NOUN 4 appos
in in ADP 13 case
Chad Chad PROPN 11 nmod
, , PUNCT 11 punct
said say VERB 0 root
the the DET 17 det
WRF WRF PROPN 18 nsubj
fought fight VERB 15 ccomp
. . PUNCT 15 punct`,
			names: []annalist.Name{{First: 1, Last: 4, Kind: annalist.Organisation, Score: .9}},
			want:  []want{{"Front", "TCD", "REB", "Wide River Front"}, {"WRF#2", "TCD", "REB", "Wide River Front"}},
		},
		{
			name: "the two leaders", date: "2023-03-21",
			text: "Vladimir Putin hosted Xi Jinping. The two leaders signed a pact.",
			rows: `Vladimir Vladimir PROPN 3 nsubj
Putin Putin PROPN 1 flat
hosted host VERB 0 root
Xi Xi PROPN 3 obj
Jinping Jinping PROPN 4 flat
. . PUNCT 3 punct

The the DET 3 det
two two NUM 3 nummod
leaders leader NOUN 4 nsubj Number=Plur
signed sign VERB 0 root
a a DET 6 det
pact pact NOUN 4 obj
. . PUNCT 4 punct`,
			want: []want{{"Vladimir", "RUS", "GOV", ""}, {"leaders", "RUS", "GOV", "Vladimir Putin"}},
		},
		{
			name: "former", date: "2024-05-01",
			text: "A court jailed former Ruritanian minister Jan Novak in Prague.",
			rows: `A a DET 2 det
court court NOUN 3 nsubj
jailed jail VERB 0 root
former former ADJ 7 amod
Ruritanian Ruritanian ADJ 7 amod
minister minister NOUN 7 nmod:desc
Jan Jan PROPN 3 obj
Novak Novak PROPN 7 flat
in in ADP 10 case
Prague Prague PROPN 3 obl
. . PUNCT 3 punct`,
			names: []annalist.Name{{First: 6, Last: 8, Kind: annalist.Person, Score: .9}},
			want:  []want{{"court", "CZE", "JUD", ""}, {"Jan", "CZE", "ELI", "Jan Novak"}},
		},
		{
			name: "plain name of another state", date: "2024-05-01",
			text: "Peru's Congress removed the president.",
			rows: `Peru Peru PROPN 3 nmod:poss
's 's PART 1 case
Congress Congress PROPN 4 nsubj
removed remove VERB 0 root
the the DET 6 det
president president NOUN 4 obj
. . PUNCT 4 punct`,
			want: []want{{"Congress", "PER", "LEG", ""}, {"president", "PER", "GOV", "Dina Boluarte"}},
		},
		{
			name: "title with a phrase of its own", why: "the place after \"to\" is no owner", date: "2024-05-01",
			text: "Iranian ambassador to Russia Jan Novak left Norway.",
			rows: `Iranian Iranian ADJ 2 amod
ambassador ambassador NOUN 7 nsubj
to to ADP 4 case
Russia Russia PROPN 2 nmod
Jan Jan PROPN 7 nsubj
Novak Novak PROPN 5 flat
left leave VERB 0 root
Norway Norway PROPN 7 obj
. . PUNCT 7 punct`,
			names: []annalist.Name{{First: 4, Last: 6, Kind: annalist.Person, Score: .9}},
			want:  []want{{"Jan", "IRN", "GOV", "Jan Novak"}},
		},
		{
			name: "shared title, both", date: "2024-05-01",
			text: "Spain jailed Chilean ministers Ana Soto and Luis Rey. Both appealed.",
			rows: `Spain Spain PROPN 2 nsubj
jailed jail VERB 0 root
Chilean Chilean ADJ 4 amod
ministers minister NOUN 5 nmod:desc Number=Plur
Ana Ana PROPN 2 obj
Soto Soto PROPN 5 flat
and and CCONJ 8 cc
Luis Luis PROPN 5 conj
Rey Rey PROPN 8 flat
. . PUNCT 2 punct

Both both DET 2 nsubj
appealed appeal VERB 0 root
. . PUNCT 2 punct`,
			names: []annalist.Name{{First: 4, Last: 6, Kind: annalist.Person, Score: .9}, {First: 7, Last: 9, Kind: annalist.Person, Score: .9}},
			want:  []want{{"Ana", "CHL", "GOV", "Ana Soto"}, {"Luis", "CHL", "GOV", "Luis Rey"}, {"Both", "CHL", "GOV", "Ana Soto"}},
		},
		{
			name: "whose government a minister means", date: "2024-05-01",
			text: "A Sudanese minister says the government will sue Chad in Paris.",
			rows: `A a DET 3 det
Sudanese sudanese ADJ 3 amod
minister minister NOUN 4 nsubj
says say VERB 0 root
the the DET 6 det
government government NOUN 8 nsubj
will will AUX 8 aux
sue sue VERB 4 ccomp
Chad Chad PROPN 8 obj
in in ADP 11 case
Paris Paris PROPN 8 obl
. . PUNCT 4 punct`,
			want: []want{{"government", "SDN", "GOV", ""}, {"Chad", "TCD", "", "Chad"}},
		},
		{
			name: "bodies above states have no sector", date: "2024-05-01",
			text: "UN officials met ICC judges and NATO troops.",
			rows: `UN UN PROPN 2 compound
officials official NOUN 3 nsubj
met meet VERB 0 root
ICC ICC PROPN 5 compound
judges judge NOUN 3 obj
and and CCONJ 8 cc
NATO NATO PROPN 8 compound
troops troop NOUN 5 conj
. . PUNCT 3 punct`,
			want: []want{{"officials", "UNO", "", ""}, {"judges", "IGO", "JUD", ""}, {"troops", "IGO", "MIL", ""}},
		},
		{
			name: "the one spoken for", date: "2024-05-01",
			text: "We will fight, Keir Starmer said.",
			rows: `We we PRON 3 nsubj
will will AUX 3 aux
fight fight VERB 7 ccomp
, , PUNCT 3 punct
Keir Keir PROPN 7 nsubj
Starmer Starmer PROPN 5 flat
said say VERB 0 root
. . PUNCT 7 punct`,
			want: []want{{"Keir", "GBR", "OPP", "Keir Starmer"}, {"We", "GBR", "OPP", "Keir Starmer"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := doctest.Doc(t, tt.text, tt.rows)
			doc.Published = tt.date
			for _, tm := range tt.times {
				tm.Span = doc.SpanOf(tm.First, tm.Last)
				doc.Times = append(doc.Times, tm)
			}
			for _, n := range tt.names {
				n.Span = doc.SpanOf(n.First, n.Last)
				doc.Names = append(doc.Names, n)
			}
			Find(doc, w)
			doctest.Check(t, doc)
			for _, want := range tt.want {
				check(t, doc, want)
			}
		})
	}
}

func check(t *testing.T, doc *annalist.Document, want want) {
	t.Helper()
	form, nth := want.head, 1
	if n := len(form); n > 2 && form[n-2] == '#' {
		form, nth = form[:n-2], int(form[n-1]-'0')
	}
	for i, tok := range doc.Tokens {
		if tok.Form != form {
			continue
		}
		if nth--; nth > 0 {
			continue
		}
		for _, men := range doc.Mentions {
			if men.Head != i || len(men.Entities) == 0 {
				continue
			}
			ent := doc.Entities[men.Entities[0]]
			if ent.Country != want.country || first(ent.Sectors) != want.sector || want.name != "" && ent.Name != want.name {
				t.Errorf("%s is %s %v %q by %s, want %s %s %q", want.head, ent.Country, ent.Sectors, ent.Name, men.Rule, want.country, want.sector, want.name)
			}
			return
		}
	}
	t.Errorf("%s has no mention", want.head)
}

func TestFindEmpty(t *testing.T) {
	doc := &annalist.Document{}
	Find(doc, tables(t))
	if doc.Mentions != nil || doc.Entities != nil {
		t.Errorf("an empty document has mentions")
	}
}
