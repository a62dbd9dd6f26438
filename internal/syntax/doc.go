// Package syntax turns the text of an article into sentences, words and trees.
//
// Parser.Parse fills Document.Sentences, Tokens, Names, Proposals and Cues from
// the raw text; Parser.ParseTokens does the same for sentences and tokens that
// are given. Rules of characters find paragraphs and words, by the conventions
// of Universal Dependencies; one run of the net over windows of words (package
// nn) gives all the rest, which is decoded here: sentence ends, tags, lemmas,
// features, trees, names, and what the net sees of events and statements.
// ReadCoNLLU and WriteCoNLLU are the files of treebanks.
//
// It resolves nothing: who a name is and what an event means is for others.
package syntax
