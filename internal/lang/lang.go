// Package lang holds the word lists of a language that more than one part of
// the program reads: abbreviations, clitics, prefixes, opening words.
//
// English is the entry point; each list stands in a file of its own, in lower
// case, and the reader of a list makes the set or map it needs from it. The
// package decides nothing and knows nothing of documents.
package lang

// Language is what the tokenizer needs to know of one language.
type Language struct {
	Titles       []string       // abbreviations that a name or number follows: never the end of a sentence
	MayEnd       []string       // abbreviations that may also close a sentence
	Named        []string       // abbreviations only with a capital, before a name or number
	BeforeNumber []string       // abbreviations only where a number follows
	Prefixes     []string       // written with a hyphen and one word with what follows
	Hyphened     []string       // whole words that keep their hyphen
	Starters     []string       // words that, capitalised after a period, open a sentence
	Contractions map[string]int // undivided contractions, with the bytes of their first word
	Contracted   []string       // clitics after an apostrophe, without it
	Elided       []string       // words that begin with an apostrophe, without it
	Apostrophed  []string       // words with an inner apostrophe that are one word
	Slashed      []string       // words with an inner slash that are one word
	Units        []string       // units written against a number, a word of their own
	Domains      []string       // last labels of names of sites
	Extensions   []string       // ends of names of files
	Emoticons    []string       // faces and arrows
}

// English is the language of the articles.
var English = Language{
	Titles:       titles,
	MayEnd:       mayEnd,
	Named:        named,
	BeforeNumber: beforeNumber,
	Prefixes:     prefixes,
	Hyphened:     hyphened,
	Starters:     starters,
	Contractions: contractions,
	Contracted:   contracted,
	Elided:       elided,
	Apostrophed:  apostrophed,
	Slashed:      slashed,
	Units:        units,
	Domains:      domains,
	Extensions:   extensions,
	Emoticons:    emoticons,
}
