package annalist

// Proposal is a word the net takes for the trigger of an event.
type Proposal struct {
	Token      int
	None       float32     // probability that it is no trigger
	Types      [16]float32 // probability of each of EventTypes
	Realis     [4]float32  // actual, future, hypothetical, negated
	Historical float32
	Links      []Link // to actors, recipients and places
}

// Cue is a word or phrase the net takes for a reporting cue.
type Cue struct {
	First, Last int // token range, half-open
	Score       float32
	Links       []Link // to the words of source, content and addressee
}

// Link is a probable relation from a trigger or cue to a word.
type Link struct {
	Role  Role
	Token int
	Score float32 // probability
}

// Role names what a linked word is to its trigger or cue.
type Role uint8

// The roles, in the order of the net's scores.
const (
	RoleActor Role = iota
	RoleRecipient
	RolePlace
	RoleSource
	RoleContent
	RoleAddressee
)

// String names the role.
func (r Role) String() string {
	switch r {
	case RoleActor:
		return "actor"
	case RoleRecipient:
		return "recipient"
	case RolePlace:
		return "place"
	case RoleSource:
		return "source"
	case RoleContent:
		return "content"
	case RoleAddressee:
		return "addressee"
	default:
		panic("annalist: unknown role")
	}
}
