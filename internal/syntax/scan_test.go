package syntax

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"annalist/internal/lang"
)

// spell writes the words that the scanner finds: separated by blanks, the
// words of a multiword token joined by "+".
func spell(text string) string {
	lex := newLexicon(lang.English)
	var words []word
	for _, par := range paragraphs(text) {
		words = lex.scan(words, text, par.Start, par.End)
	}
	var b strings.Builder
	left := 0
	for i, w := range words {
		switch {
		case left > 0:
			b.WriteByte('+')
			left--
		case i > 0:
			b.WriteByte(' ')
		}
		if w.multi > 0 {
			left = w.multi - 1
		}
		b.WriteString(text[w.start:w.end])
	}
	return b.String()
}

func TestScan(t *testing.T) {
	tests := []struct{ name, text, want, why string }{
		{name: "negation", text: "They don't, can't and won’t.", want: "They do+n't , ca+n't and wo+n’t ."},
		{name: "clitics", text: "She's sure we'll say they've left; I'd've gone.", want: "She+'s sure we+'ll say they+'ve left ; I+'d+'ve gone ."},
		{name: "undivided contractions", text: "It cannot be gonna dont", want: "It can+not be gon+na do+nt"},
		{name: "possessives", text: "Kenya's ministers' wives and Reuters' man", want: "Kenya+'s ministers+' wives and Reuters+' man"},
		{name: "closing quotation mark", text: "the 'old guards' of Lima", want: "the ' old guards ' of Lima",
			why: "an open quotation mark makes the apostrophe its end"},
		{name: "names with apostrophe", text: "O'Brien's flight to Sana'a at ten o'clock", want: "O'Brien+'s flight to Sana'a at ten o'clock"},
		{name: "elisions", text: "rock 'n roll of the '90s, get 'em", want: "rock 'n roll of the '90s , get 'em"},
		{name: "titles", text: "Gen. Abu met Dr. Li vs. Mr. Oyelaran.", want: "Gen. Abu met Dr. Li vs. Mr. Oyelaran ."},
		{name: "acronyms", text: "The U.S. Navy, the U.N.-led force and D.C.'s mayor", want: "The U.S. Navy , the U.N. - led force and D.C.+'s mayor"},
		{name: "acronym at the end", text: "They went to the U.S.", want: "They went to the U.S.", why: "names stay what they are"},
		{name: "time of day inside", text: "at 5 p.m. on Friday", want: "at 5 p.m. on Friday"},
		{name: "time of day last", text: "at 5 p.m. The police came at 6:30am.", want: "at 5 p.m . The police came at 6:30 am ."},
		{name: "initials", text: "John F. Kerry and vitamin C. The doctor", want: "John F. Kerry and vitamin C . The doctor"},
		{name: "company", text: "Acme Inc. said. It was Acme Inc.", want: "Acme Inc. said . It was Acme Inc ."},
		{name: "before a number", text: "No. 10 said no.", want: "No. 10 said no ."},
		{name: "day names", text: "Sun. May 3, in the sun.", want: "Sun. May 3 , in the sun ."},
		{name: "hyphens", text: "a well-known anti-war co-founder of Al-Shabaab", want: "a well - known anti-war co-founder of Al - Shabaab"},
		{name: "dashes", text: "war – and peace--or both—now", want: "war – and peace -- or both — now"},
		{name: "numbers", text: "1,250.5 tons, 3/4 of 10-15, 1939-1945, 5th, 1990s, 2024-05-01, 12/25/2001", want: "1,250.5 tons , 3/4 of 10 - 15 , 1939 - 1945 , 5th , 1990s , 2024-05-01 , 12/25/2001"},
		{name: "units", text: "5km at 10pm for $3.5m or 20%", want: "5 km at 10 pm for $ 3.5 m or 20 %"},
		{name: "currency", text: "US$40 and €30, £2bn", want: "US$ 40 and € 30 , £ 2 bn"},
		{name: "telephone", text: "call 555-0172 or 212-555-0172", want: "call 555-0172 or 212-555-0172"},
		{name: "addresses", text: "(see https://example.org/a?b=1), mail a.b@example.com or example.org.", want: "( see https://example.org/a?b=1 ) , mail a.b@example.com or example.org ."},
		{name: "missing blank", text: "he left.She stayed", want: "he left . She stayed"},
		{name: "marks", text: "What?! No... \"Yes!!!\" (so) [he said]", want: "What ?! No ... \" Yes !!! \" ( so ) [ he said ]"},
		{name: "faces", text: "fine :) (a note): yes", want: "fine :) ( a note ) : yes"},
		{name: "ampersand", text: "AT&T and Smith&Wesson", want: "AT&T and Smith & Wesson"},
		{name: "slash", text: "s/he and/or w/o", want: "s/he and / or w/o"},
		{name: "accents", text: "Médecins d’État à Łódź", want: "Médecins d’État à Łódź"},
		{name: "handle and tag", text: "@POTUS #ceasefire", want: "@POTUS #ceasefire"},
		{name: "names with digits", text: "the planet K2-18b cost $18b", want: "the planet K2 - 18b cost $ 18 b"},
		{name: "invisible marks", text: "\u200dParis and co\u00adoperation", want: "Paris and co\u00adoperation"},
		{name: "nothing", text: " \t\r\n ", want: ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, spell(test.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

// FuzzScan checks that any bytes give words in order, on the boundaries of
// characters, that leave out nothing but white space.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"He's in the U.S.", "\xff\xfe a\x80b", "a.b.c.\n\nd", "'''s'", "http://(", "5'11\"", "…..", "x@", "@.@", "1-2-3-4-5-6", "ﬁ\u200b\ufeff", "I.I'.I"} {
		f.Add(s)
	}
	lex := newLexicon(lang.English)
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		var words []word
		for _, par := range paragraphs(text) {
			words = lex.scan(words, text, par.Start, par.End)
		}
		boundary := make([]bool, len(text)+1)
		for i := range text {
			boundary[i] = true
		}
		boundary[len(text)] = true
		check := func(gap string) {
			for i, r := range gap {
				if _, size := utf8.DecodeRuneInString(gap[i:]); runeClass(r, size) != space && !invisible(gap[i:]) && (r >= utf8.RuneSelf || asciiClass[r] != space) {
					t.Fatalf("%q is in no word of %q", gap, text)
				}
			}
		}
		for _, w := range words {
			if w.start < at || w.end <= w.start || w.end > len(text) {
				t.Fatalf("word %d-%d after %d in %q", w.start, w.end, at, text)
			}
			if !boundary[w.start] || !boundary[w.end] {
				t.Fatalf("word %q of %q divides a character", text[w.start:w.end], text)
			}
			check(text[at:w.start])
			at = w.end
		}
		check(text[at:])
	})
}
