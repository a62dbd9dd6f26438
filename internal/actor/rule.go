package actor

import (
	"strings"

	"annalist"
)

// rule is the rule that gave an entity its country and sectors, with the
// confidence readings by it have.
type rule struct {
	id   annalist.RuleID
	conf float64
}

// The rules, surest first.
var (
	ruleState          = rule{"actor.name.state", .95}
	ruleTable          = rule{"actor.name.table", .9}
	ruleOffice         = rule{"actor.name.office", .9}
	ruleAcronym        = rule{"actor.name.acronym", .9}
	ruleAdjective      = rule{"actor.nationality.adjective", .9}
	rulePeople         = rule{"actor.nationality.people", .85}
	ruleSeat           = rule{"actor.metonym.seat", .85}
	ruleTitle          = rule{"actor.name.title", .85}
	ruleApposition     = rule{"actor.name.apposition", .85}
	rulePredicate      = rule{"actor.name.predicate", .8}
	ruleParts          = rule{"actor.name.parts", .75}
	ruleHolder         = rule{"actor.role.holder", .8}
	ruleOwner          = rule{"actor.role.owner", .8}
	ruleOwnPlace       = rule{"actor.role.place", .75}
	ruleRoleAgain      = rule{"actor.role.again", .7}
	ruleShared         = rule{"actor.role.shared-owner", .65}
	ruleSpeakerCountry = rule{"actor.role.speaker-country", .6}
	rulePair           = rule{"actor.role.pair", .6}
	rulePlaceName      = rule{"actor.name.place", .6}
	rulePronoun        = rule{"actor.pronoun.antecedent", .6}
	ruleSpeaker        = rule{"actor.pronoun.speaker", .65}
	ruleRelative       = rule{"actor.pronoun.relative", .8}
	ruleSurname        = rule{"actor.name.surname-in-office", .6}
	ruleThing          = rule{"actor.thing.owner", .5}
	ruleClausePlace    = rule{"actor.group.clause-place", .55}
	ruleSentencePlace  = rule{"actor.group.sentence-place", .5}
	ruleSentenceState  = rule{"actor.group.sentence-state", .45}
	ruleEarlierPlace   = rule{"actor.group.earlier-place", .4}
	ruleArticleCountry = rule{"actor.group.article-country", .3}
	ruleUnnamed        = rule{"actor.group.unnamed-source", .5}
	ruleNothing        = rule{"actor.unresolved", .1}
)

// reading is what a noun phrase was taken for.
type reading struct {
	name    string
	id      string
	kind    annalist.EntityKind
	country annalist.Country
	sectors []annalist.Sector
	gender  string
	plural  bool
	office  string
	noun    string
	others  []annalist.Reading
	rule    rule
}

// entity files a reading under a key and returns its index. A reading of an
// entity already known adds what was missing.
func (f *finder) entity(key string, r reading) int {
	if e, ok := f.entityOf[key]; ok {
		f.noteOffice(e, r)
		ent := &f.doc.Entities[e]
		if ent.Country == "" && r.country != "" {
			ent.Country, ent.Rule, ent.Confidence = r.country, r.rule.id, r.rule.conf
		}
		if len(ent.Sectors) == 0 && ent.Kind != annalist.StateEntity {
			ent.Sectors = r.sectors
		}
		if ent.Gender == "" {
			ent.Gender = r.gender
		}
		if f.facts[e].office == "" {
			f.facts[e].office = r.office
		}
		return e
	}
	e := len(f.doc.Entities)
	f.entityOf[key] = e
	f.doc.Entities = append(f.doc.Entities, annalist.Entity{
		Name: r.name, ID: r.id, Kind: r.kind, Country: r.country, Sectors: r.sectors, Gender: r.gender,
		Plural: r.plural, Rule: r.rule.id, Confidence: r.rule.conf, Others: r.others,
	})
	f.facts = append(f.facts, fact{office: r.office, noun: r.noun, person: r.kind == annalist.PersonEntity})
	f.noteOffice(e, r)
	return e
}

// noteOffice keeps the office a person of the article has, for "the president".
func (f *finder) noteOffice(e int, r reading) {
	if r.kind != annalist.PersonEntity || r.office == "" || r.plural {
		return
	}
	for o := range strings.SplitSeq(r.office, "|") {
		if _, ok := f.holders[holderKey{r.country, o}]; !ok {
			f.holders[holderKey{r.country, o}] = e
		}
	}
}

// mention records a mention, unless its head has one.
func (f *finder) mention(m annalist.Mention) {
	if f.at[m.Head] != annalist.None {
		return
	}
	m.Span = f.doc.SpanOf(m.First, m.Last)
	f.at[m.Head] = len(f.doc.Mentions)
	f.doc.Mentions = append(f.doc.Mentions, m)
}
