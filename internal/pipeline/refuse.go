package pipeline

import (
	"regexp"
	"strings"
	"unicode"

	"annalist"

	"github.com/RadhiFadlillah/whatlanggo"
)

// minLetters is how many letters a text needs before its language can be told
// with any certainty: on headlines of four to six words every detector errs.
const minLetters = 80

// refuse says why an article is not coded at all; empty when it is.
func (c *Coder) refuse(art annalist.Article) (annalist.SkipReason, string) {
	if strings.TrimSpace(art.Text) == "" {
		return annalist.SkipEmpty, "there is no text"
	}
	if byline.MatchString(strings.TrimSpace(art.Text)) {
		return annalist.SkipByline, "the text is only a byline"
	}
	if lang := art.Language; lang != "" && !strings.HasPrefix(strings.ToLower(lang), "en") {
		return annalist.SkipNotEnglish, "language is given as " + lang
	}
	if lang := foreign(art.Text); lang != "" {
		return annalist.SkipNotEnglish, "the text seems to be " + lang
	}
	return "", ""
}

// foreign names the language of a text that is surely not English, else "".
func foreign(text string) string {
	letters, latin := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	if letters == 0 {
		return ""
	}
	if latin*2 < letters {
		return whatlanggo.Detect(text).Lang.String()
	}
	if letters < minLetters {
		return ""
	}
	info := whatlanggo.Detect(text)
	if info.Lang == whatlanggo.Eng || !info.IsReliable() || englishWords(text) {
		return ""
	}
	return info.Lang.String()
}

// englishWords guards the detector's verdict: a text in which one word in ten is
// a frequent English function word is English, whatever names it is full of.
func englishWords(text string) bool {
	words, english := 0, 0
	for _, w := range strings.Fields(strings.ToLower(text)) {
		words++
		switch strings.Trim(w, `.,;:"'()`) {
		case "the", "and", "of", "to", "that", "is", "was", "with", "for", "by", "has", "have", "were", "from", "which", "after":
			english++
		}
	}
	return english*10 >= words
}

// byline is for the signatures of agencies and desks: "bur/about/you",
// "js/dm (AFP, Reuters)". It must not catch a headline or a sentence.
var byline = regexp.MustCompile(`^\(?[a-z]{1,8}(/[a-z]{1,8})+\)?( \([A-Za-z, ]+\))?\.?$`)

// markBylines gives the sentences that are only a byline their own reason.
func markBylines(doc *annalist.Document) {
	for i := range doc.Skips {
		s := &doc.Skips[i]
		if s.Sentence != annalist.None && byline.MatchString(strings.TrimSpace(doc.Text(doc.Sentences[s.Sentence].Span))) {
			s.Reason, s.Rule, s.Note = annalist.SkipByline, "pipeline.byline", ""
		}
	}
}
