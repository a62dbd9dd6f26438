package event

import (
	"annalist"
)

// imply adds the party that the word of the act names by itself: protests have
// protesters, of the country where they are ("protests in Serbia"). It is for
// PROTEST without an actor; it must not add anyone where no place or opponent
// shows a country, and it is the one thing this package adds to doc.Entities.
func (f *finder) imply(a *act) {
	ev := &a.ev
	if ev.Type != annalist.Protest || len(ev.Actors) > 0 {
		return
	}
	country := annalist.Country("")
	if p := f.placeOf(a); p != annalist.None {
		country = f.doc.Places[p].Country
	} else if cs := f.countries(ev.Recipients); len(cs) == 1 {
		country = cs[0]
	}
	if country == "" {
		return
	}
	for i, e := range f.doc.Entities {
		if e.Rule == impliedRule && e.Country == country {
			ev.Actors = []annalist.Participant{{Mention: annalist.None, Entity: i, Confidence: 0.6}}
			return
		}
	}
	f.doc.Entities = append(f.doc.Entities, annalist.Entity{
		Name: "protesters", Kind: annalist.GroupEntity, Country: country, Sectors: []annalist.Sector{"CVL"},
		Plural: true, Rule: impliedRule, Confidence: 0.6,
	})
	ev.Actors = []annalist.Participant{{Mention: annalist.None, Entity: len(f.doc.Entities) - 1, Confidence: 0.6}}
}

// impliedRule marks entities that no words of the text stand for.
const impliedRule = annalist.RuleID("event.implied.protesters")
