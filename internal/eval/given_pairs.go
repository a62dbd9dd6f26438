package eval

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"

	"annalist"
)

// Answer is a type that a coder can give for a pair, with the log odds it has.
type Answer struct {
	Type  annalist.EventType
	Mode  annalist.Mode
	Rule  annalist.RuleID
	Odds  float64
	Whole bool // source and target both have their parts in it
}

// PairFigures are the figures of forced answers.
type PairFigures struct {
	Rows       int            `json:"rows"`
	Unanswered int            `json:"unanswered"` // nothing named any type
	Accuracy   float64        `json:"accuracy"`
	Macro      float64        `json:"macro_f1"`
	Types      map[string]F1  `json:"types"`
	Unnamed    map[string]int `json:"unnamed"` // by gold type: rows in which nothing named it
	Confusions []Confusion    `json:"confusions"`
	Conflicts  map[string]int `json:"conflicts"` // by reason: gold says what the manual does not
	Clean      float64        `json:"accuracy_without_conflicts"`
}

// PairFault is a row answered wrongly; Conflict says why it is the manual's
// answer all the same, or nothing.
type PairFault struct {
	Row      PairRow
	Answer   annalist.EventType
	Rule     annalist.RuleID
	Conflict string
}

// Pairs scores forced answers: per row all that its coder can give. The answer is
// the type of the 15 with the greatest sum of odds.
func Pairs(rows []PairRow, answers [][]Answer) (*PairFigures, []PairFault) {
	f := &PairFigures{Rows: len(rows), Types: map[string]F1{}, Unnamed: map[string]int{}, Conflicts: map[string]int{}}
	types := map[annalist.EventType]*tally{}
	at := func(t annalist.EventType) *tally {
		if types[t] == nil {
			types[t] = &tally{}
		}
		return types[t]
	}
	mixed := map[[2]annalist.EventType]int{}
	var faults []PairFault
	right, conflicts := 0, 0
	for i, row := range rows {
		want := oneOf15(row.Event)
		best, named := force(answers[i], want)
		if !named {
			f.Unnamed[string(want)]++
		}
		if best == nil {
			f.Unanswered++
			at(want).fn++
			faults = append(faults, PairFault{Row: row})
			continue
		}
		got := oneOf15(best.Type)
		if got == want {
			right++
			at(want).tp++
			continue
		}
		at(want).fn++
		at(got).fp++
		mixed[[2]annalist.EventType{want, got}]++
		fault := PairFault{row, got, best.Rule, conflict(want, best)}
		if fault.Conflict != "" {
			f.Conflicts[fault.Conflict]++
			conflicts++
		}
		faults = append(faults, fault)
	}
	f.Accuracy, f.Clean = ratio(right, len(rows)), ratio(right, len(rows)-conflicts)
	f.Confusions = confusions(mixed)
	sum, n := 0.0, 0
	for t, tl := range types {
		x := tl.f1()
		f.Types[string(t)] = x
		if x.N > 0 {
			sum += x.F1
			n++
		}
	}
	f.Macro = round3(sum / float64(max(n, 1)))
	return f, faults
}

func ratio(a, b int) float64 { return round3(float64(a) / float64(max(b, 1))) }

// force gives the best answer of the type with the greatest sum of odds, and
// whether the wanted type is among those named. Of equal types the first named wins.
func force(answers []Answer, want annalist.EventType) (best *Answer, named bool) {
	sums := map[annalist.EventType]float64{}
	for _, a := range answers {
		t := oneOf15(a.Type)
		sums[t] += math.Exp(a.Odds)
		named = named || t == want
	}
	for i := range answers {
		a := &answers[i]
		if best == nil {
			best = a
			continue
		}
		x, y := sums[oneOf15(a.Type)], sums[oneOf15(best.Type)]
		if x > y || oneOf15(a.Type) == oneOf15(best.Type) && a.Odds > best.Odds {
			best = a
		}
	}
	return best, named
}

// conflicting are the classes of acts that the older ontology puts under another
// type than the manual: what the rule is about, by the start of its id or by the
// mode of its answer.
var conflicting = []struct {
	gold, ours annalist.EventType
	rule       string
	modes      []annalist.Mode
	reason     string
}{
	{annalist.Support, yield, "concede.apolog", nil, "CAMEO 055: an apology is CONCEDE"},
	{annalist.Support, yield, "concede.regret", nil, "CAMEO 055: an apology is CONCEDE"},
	{annalist.Support, yield, "concede.pardon", nil, "CAMEO 056: a pardon is CONCEDE"},
	{annalist.Support, annalist.Agree, "agree.sign", nil, "CAMEO 057: a signed agreement is AGREE"},
	{annalist.Support, annalist.Agree, "agree.deal", nil, "CAMEO 057: a signed agreement is AGREE"},
	{annalist.Agree, yield, "concede.", nil, "CAMEO 035: a promise to yield is CONCEDE"},
	{annalist.Agree, yield, "retreat.", nil, "CAMEO 035: a promise to yield is CONCEDE"},
	{annalist.Accuse, annalist.Sanction, "", []annalist.Mode{"convict"}, "CAMEO 116: a verdict is SANCTION convict"},
	{annalist.Accuse, annalist.Request, "request.appeal.thing", nil, "CAMEO 113: a call for action against someone is REQUEST"},
	{annalist.Accuse, annalist.Request, "request.demand.thing", nil, "CAMEO 113: a call for action against someone is REQUEST"},
	{annalist.Accuse, annalist.Coerce, "coerce.restrict.raid", nil, "CAMEO 09: a raid is COERCE restrict"},
	{annalist.Coerce, annalist.Accuse, "", []annalist.Mode{"allege"}, "CAMEO 173: a charge is ACCUSE allege"},
	{annalist.Coerce, annalist.Sanction, "", []annalist.Mode{"convict"}, "CAMEO 173: jail after a verdict is SANCTION convict"},
	{annalist.Coerce, annalist.Threaten, "threaten.arrest.warrant", nil, "CAMEO 173: a warrant is THREATEN arrest"},
	{annalist.Coerce, annalist.Request, "request.order.", nil, "CAMEO 172: an order to leave, stop, reduce is REQUEST yield"},
	{annalist.Coerce, annalist.Sanction, "sanction.discontinue.sanction", nil, "CAMEO 172: sanctions are SANCTION discontinue"},
	{annalist.Coerce, annalist.Assault, "", []annalist.Mode{"destroy"}, "CAMEO 1712: destroying property is ASSAULT destroy"},
	{annalist.Coerce, annalist.Assault, "", []annalist.Mode{"crowd-control", "beat"}, "CAMEO 175: violent repression is ASSAULT"},
	{annalist.Sanction, annalist.Reject, "", []annalist.Mode{"meet"}, "CAMEO 164: cancelled talks are REJECT meet"},
	{annalist.Sanction, yield, "retreat.withdraw", nil, "CAMEO 166: a withdrawal of forces is RETREAT withdraw"},
	{annalist.Assault, annalist.Coerce, "", []annalist.Mode{"restrict"}, "CAMEO 191: a blockade is COERCE restrict"},
	{annalist.Assault, annalist.Coerce, "", []annalist.Mode{"seize"}, "CAMEO 192: land taken without fighting told is COERCE seize"},
}

// conflict says why an answer is the manual's although the gold has another type,
// or nothing. Only a rule of the codebook whose parties are the given ones counts.
func conflict(gold annalist.EventType, a *Answer) string {
	if !a.Whole || a.Rule == "net.trigger" {
		return ""
	}
	for _, c := range conflicting {
		if c.gold == gold && c.ours == oneOf15(a.Type) && strings.HasPrefix(string(a.Rule), c.rule) && (c.modes == nil || slices.Contains(c.modes, a.Mode)) {
			return c.reason
		}
	}
	return ""
}

// shownConfusions is how many of them are printed: the rest are single rows.
const shownConfusions = 20

// Print writes the figures as a table.
func (f *PairFigures) Print(w io.Writer) {
	fmt.Fprintf(w, "%-18s %d\n%-18s %.3f\n%-18s %.3f\n%-18s %d\n", "rows", f.Rows, "accuracy", f.Accuracy, "macro_f1", f.Macro, "unanswered", f.Unanswered)
	for _, t := range sortedKeys(f.Types) {
		fmt.Fprintf(w, "  %-10s %s, not named %d\n", t, showF1(f.Types[t]), f.Unnamed[t])
	}
	for _, c := range f.Confusions[:min(shownConfusions, len(f.Confusions))] {
		fmt.Fprintf(w, "  %s answered as %s: %d\n", c.Gold, c.Coded, c.Pairs)
	}
	n := 0
	var reasons []string
	for r, k := range f.Conflicts {
		n += k
		reasons = append(reasons, r)
	}
	fmt.Fprintf(w, "%-18s %d (accuracy without them %.3f)\n", "conflicts", n, f.Clean)
	sort.Strings(reasons)
	for _, r := range reasons {
		fmt.Fprintf(w, "  %3d %s\n", f.Conflicts[r], r)
	}
}

// Print writes a fault on a few lines.
func (f *PairFault) Print(w io.Writer) {
	said := string(f.Answer)
	if said == "" {
		said = "nothing"
	}
	fmt.Fprintf(w, "%s: %s answered as %s by %s", f.Row.ID, oneOf15(f.Row.Event), said, f.Rule)
	if f.Conflict != "" {
		fmt.Fprintf(w, " (conflict: %s)", f.Conflict)
	}
	fmt.Fprintf(w, "\n    %s\n", strings.Join(strings.Fields(f.Row.Text), " "))
}
