package when_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/when"
)

// published is a Wednesday.
const published = "2024-03-13"

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, want string // want: text=value of each time, divided by " | "
	}{
		{"bare weekday is the last", "Troops entered the town on Monday.", "Monday=2024-03-11"},
		{"weekday of publication", "He said Wednesday that talks failed.", "Wednesday=2024-03-13"},
		{"weekday ahead", "They will meet on Friday.", "Friday=2024-03-15"},
		{"next weekday", "Voting starts next Monday.", "next Monday=2024-03-18"},
		{"last weekday", "It was signed last Wednesday.", "last Wednesday=2024-03-06"},
		{"weekday of week", "It began on Tuesday of last week.", "Tuesday of last week=2024-03-05"},
		{"weekday and part", "Police raided it late on Tuesday night.", "late on Tuesday night=2024-03-12"},
		{"weekday with date", "It opens on Tuesday, January 21.", "Tuesday, January 21=2025-01-21"},
		{"deictic", "Yesterday he fled; today he is back.", "Yesterday=2024-03-12 | today=2024-03-13"},
		{"tomorrow", "The vote is tomorrow morning.", "tomorrow morning=2024-03-14"},
		{"last night", "Shelling went on last night.", "last night=2024-03-12"},
		{"day before yesterday", "He left the day before yesterday.", "the day before yesterday=2024-03-11"},
		{"weeks", "Last week it closed.", "Last week=2024-W10"},
		{"month", "It fell last month.", "last month=2024-02"},
		{"year", "Exports rose this year.", "this year=2024"},
		{"past hours", "Ten died in the past 24 hours.", "in the past 24 hours=2024-03-12/2024-03-13"},
		{"past years", "It grew over the last three years.", "over the last three years=2021/2024"},
		{"ago, days", "He was freed two days ago.", "two days ago=2024-03-11"},
		{"ago, months", "It was about three months ago.", "about three months ago=2023-12"},
		{"ago, years", "She left twenty-one years ago.", "twenty-one years ago=2003"},
		{"ago, few", "He resigned a few days ago.", "a few days ago="},
		{"month in the past", "He was jailed in May.", "May=2023-05"},
		{"month and day", "The raid of March 2 killed six.", "March 2=2024-03-02"},
		{"day and month", "It was signed on 7 May 2019 in Oslo.", "7 May 2019=2019-05-07"},
		{"full date", "It was signed on May 7, 2019, in Oslo.", "May 7, 2019=2019-05-07"},
		{"ordinal", "On the 7th of May 2019 it burnt.", "the 7th of May 2019=2019-05-07"},
		{"abbreviated", "He died on Sept. 3, 2001.", "Sept. 3, 2001=2001-09-03"},
		{"iso", "Dated 2019-05-07 and sealed.", "2019-05-07=2019-05-07"},
		{"slashes", "Dated 7/21/2019 and sealed.", "7/21/2019=2019-07-21"},
		{"year after in", "He was elected in 2016.", "2016=2016"},
		{"year before noun", "She won the 2016 election.", "2016=2016"},
		{"early month", "He left in early September 2021.", "early September 2021=2021-09"},
		{"mid", "It closed in mid-February.", "mid-February=2024-02"},
		{"end of", "It ran until the end of January.", "the end of January=2024-01"},
		{"since", "It has rained since Sunday.", "since Sunday=2024-03-10/2024-03-13"},
		{"since month", "They have protested since early February.", "since early February=2024-02/2024-03-13"},
		{"from to", "He was there from 3 to 5 March.", "from 3 to 5 March=2024-03-03/2024-03-05"},
		{"between", "It was built between 2000 and 2002.", "between 2000 and 2002=2000/2002"},
		{"dash", "It lasted May 7-9, 2019.", "May 7-9, 2019=2019-05-07/2019-05-09"},
		{"years dash", "The 2014-16 outbreak killed many.", "2014-16=2014/2016"},
		{"months", "From March to May 2019 it was shut.", "From March to May 2019=2019-03/2019-05"},
		{"weekdays to", "He stayed from Friday to Sunday.", "from Friday to Sunday=2024-03-08/2024-03-10"},
		{"length", "They talked for three days.", "for three days="},
		{"length hyphened", "He paid a three-day visit.", "three-day="},
		{"length anchored", "He begins a three-day visit.", "three-day=2024-03-13/2024-03-15"},
		{"nth day", "Protests continue for a third day.", "for a third day=2024-03-11/2024-03-13"},
		{"set", "They march every Friday.", "every Friday="},
		{"recent years", "Ties frayed in recent years.", "in recent years="},
		{"decade", "It dates from the 1990s.", "the 1990s=1990/1999"},
		{"century", "A 19th-century fort burnt.", "19th-century=1801/1900"},
		{"quarter", "Profit fell in the third quarter of 2019.", "the third quarter of 2019=2019-07/2019-09"},
		{"half", "It fell in the first half of 2019.", "the first half of 2019=2019-01/2019-06"},
		{"season", "They met last summer.", "last summer=2023-06/2023-08"},
		{"weekend", "Clashes broke out over the weekend.", "the weekend=2024-03-09/2024-03-10"},
		{"holiday", "They met on Christmas Eve.", "Christmas Eve=2023-12-24"},
		{"easter", "It was Good Friday 2019.", "Good Friday 2019=2019-04-19"},
		{"same day", "He left on March 2. The same day she came.", "March 2=2024-03-02 | The same day=2024-03-02"},
		{"following day", "He left on March 2. The following day she came.", "March 2=2024-03-02 | The following day=2024-03-03"},
		{"day earlier", "It fell on March 2. A day earlier it stood.", "March 2=2024-03-02 | A day earlier=2024-03-01"},
		{"days before date", "He fled three days before Christmas.", "three days before Christmas=2023-12-22"},
		{"clock", "It struck at 8 p.m. on Tuesday.", "at 8 p.m. on Tuesday=2024-03-12"},
		{"named day", "He planned the October 7 attacks.", "October 7=2023-10-07"},
		{"nine eleven", "Since 9/11 they watch.", "Since 9/11=2001-09-11/2024-03-13"},

		{"no age", "A 45-year-old man, 45 years old, was hurt.", ""},
		{"no verb may", "They may go and may stay.", ""},
		{"no verb march", "Thousands march on the palace.", ""},
		{"no count", "Some 2000 soldiers and 1,999 officers came.", ""},
		{"no statute", "Article 2012 of law 1984 applies.", ""},
		{"no score", "They won 3-2 and 21-19.", ""},
		{"no named day", "Black Friday sales rose.", ""},
		{"no fall", "After the fall of Kabul he fled.", ""},
		{"no second", "He voted for the second time for the first candidate.", ""},
		{"no sat", "He sat and wed her.", ""},
		{"no movement", "The March 23 Movement took it.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := times(doctest.Plain(c.text, published)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// times finds the times of doc and writes them as in the tables.
func times(doc *annalist.Document) string {
	when.Find(doc)
	var out []string
	for _, tm := range doc.Times {
		out = append(out, doc.Text(tm.Span)+"="+tm.Value)
	}
	return strings.Join(out, " | ")
}

// TestFindTense reads the tense from the tree: the same weekday is to come
// under "plans to visit" and past beside "said".
func TestFindTense(t *testing.T) {
	for _, c := range []struct{ name, text, rows, want string }{
		{"infinitive of a plan", "He plans to visit Rome on Friday .", `
He he PRON 2 nsubj
plans plan VERB 0 root Tense=Pres|VerbForm=Fin
to to PART 4 mark
visit visit VERB 2 xcomp VerbForm=Inf
Rome Rome PROPN 4 obj
on on ADP 7 case
Friday Friday PROPN 4 obl
. . PUNCT 2 punct`, "Friday=2024-03-15"},
		{"said beside will", "He said Friday it will end .", `
He he PRON 2 nsubj
said say VERB 0 root Tense=Past|VerbForm=Fin
Friday Friday PROPN 2 obl:tmod
it it PRON 6 nsubj
will will AUX 6 aux VerbForm=Fin
end end VERB 2 ccomp VerbForm=Inf
. . PUNCT 2 punct`, "Friday=2024-03-08"},
		{"was scheduled", "It was scheduled for Friday .", `
It it PRON 3 nsubj:pass
was be AUX 3 aux:pass Tense=Past|VerbForm=Fin
scheduled schedule VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
for for ADP 5 case
Friday Friday PROPN 3 obl
. . PUNCT 3 punct`, "Friday=2024-03-15"},
		{"after a clause's verb", "He returns two months after being deported .", `
He he PRON 2 nsubj
returns return VERB 0 root Tense=Pres|VerbForm=Fin
two two NUM 4 nummod
months month NOUN 7 obl:npmod
after after SCONJ 7 mark
being be AUX 7 aux:pass VerbForm=Ger
deported deport VERB 2 advcl Tense=Past|VerbForm=Part|Voice=Pass
. . PUNCT 2 punct`, "two months after=2024-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := doctest.Doc(t, c.text, strings.TrimPrefix(c.rows, "\n"))
			doc.Published = published
			if got := times(doc); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			doctest.Check(t, doc)
		})
	}
}

// TestFindWithoutPublication never makes up a day.
func TestFindWithoutPublication(t *testing.T) {
	got := times(doctest.Plain("He left on Monday, two days ago, in May, last week, since Friday; born in 1960.", ""))
	want := "Monday= | two days ago= | May= | last week= | since Friday= | 1960=1960"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFindNames: a month inside a person's name is none.
func TestFindNames(t *testing.T) {
	doc := doctest.Plain("Theresa May left in May 2019.", published)
	doc.Names = []annalist.Name{{Span: annalist.Span{Start: 0, End: 11}, First: 0, Last: 2, Kind: annalist.Person, Score: 0.9}}
	if got := times(doc); got != "May 2019=2019-05" {
		t.Errorf("got %s", got)
	}
}

// TestFindTimesAreSound: whatever the words, Find does not panic, spans do not
// overlap, and a value always comes with its days in order.
func TestFindTimesAreSound(t *testing.T) {
	words := strings.Fields(`the a in on of from to between and since until May March Jan. Tuesday Sun. 7 31 30 2019 2,019 1990s
		'90s 7th third first quarter half last next this past coming early late mid - – , . ( ) week month year days years
		ago earlier later before after from now same following previous day night weekend morning every each twice
		for within three forty five-day 24 hours recent recently Christmas Eve New Year 's 2024-02-31 9/11 13/45/2019
		8:30 p.m. noon will said was scheduled of fiscal Q3 century summer fall overnight the end start World War II
		0000 9999 99999999999999999999 February 29 é 日本 decades centuries hundred thousand dozen couple`)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 6000 {
		var b strings.Builder
		for range 1 + rng.IntN(14) {
			b.WriteString(words[rng.IntN(len(words))])
			if rng.IntN(8) > 0 {
				b.WriteByte(' ')
			}
		}
		pub := ""
		if rng.IntN(4) > 0 {
			pub = published
		}
		doc := doctest.Plain(b.String(), pub)
		when.Find(doc)
		end := 0
		for _, tm := range doc.Times {
			if tm.Span.Start < end || tm.Span.Empty() || tm.First >= tm.Last {
				t.Fatalf("%q: bad span in %+v", b.String(), tm)
			}
			end = tm.Span.End
			if (tm.Value == "") != (tm.Start == "") || tm.Start > tm.End {
				t.Fatalf("%q: bad days in %+v", b.String(), tm)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	doc := doctest.Plain(strings.Repeat("The minister said on Tuesday that troops who had entered the town in early May would leave it by the end of the year, two days after the talks. ", 30), published)
	b.ReportAllocs()
	for b.Loop() {
		when.Find(doc)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/word")
}
