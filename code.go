package annalist

// EventType is one of the sixteen types of PLOVER 2.0.
type EventType string

// The types, in the order of the coding manual.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// EventTypes lists the types in the order of the coding manual, which is also
// the order of the net's scores.
var EventTypes = [...]EventType{
	Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request,
	Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault,
}

// Index is the position of t in EventTypes, or None.
func (t EventType) Index() int {
	for i, u := range EventTypes {
		if t == u {
			return i
		}
	}
	return None
}

// Mode narrows a type: "visit" of CONSULT, "arrest" of COERCE.
type Mode string

// Context is one of the 37 contexts of PLOVER 2.0 ("military", "legal", ...).
type Context string

// Realis says whether an act happened.
type Realis string

// The four values of realis, in the order of the net's scores.
const (
	Actual       Realis = "actual"
	Future       Realis = "future"
	Hypothetical Realis = "hypothetical"
	Negated      Realis = "negated"
)

// Country is an ISO 3166 alpha-3 code, or one of IGO UNO EUR NGO ISM IMG MNC
// for bodies above or across states. Empty: none shows.
type Country string

// Sector is one of the actor sectors of PLOVER 2.0 ("GOV", "MIL", "JRN", ...).
type Sector string

// Stance says how a source stands to what it is quoted with.
type Stance string

// The stances.
const (
	Asserts   Stance = "asserts"
	Alleges   Stance = "alleges"
	Denies    Stance = "denies"
	Questions Stance = "questions"
)

// Directness says whether a report gives the source's own words.
type Directness string

// The kinds of report.
const (
	Direct   Directness = "direct"
	Mixed    Directness = "mixed"
	Indirect Directness = "indirect"
)
