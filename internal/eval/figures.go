package eval

import (
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"annalist"
)

// round3 rounds to three decimals, ties by the exact binary value as Python does.
func round3(v float64) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 3, 64), 64)
	return out
}

func (s *scorer) figures(articles, sentences int) *Figures {
	f := &Figures{
		Articles: articles, Gold: s.gold, Coded: s.coded,
		Trigger: s.trigger.f1(), Type: tally{s.typeOK, s.coded - s.typeOK, s.gold - s.typeOK}.f1(),
		Mode: s.mode.ratio(), Actor: s.actor.f1(), Recipient: s.recipient.f1(),
		Triple: tally{s.tripleOK, s.coded - s.tripleOK, s.gold - s.tripleOK}.f1(),
		Realis: s.realis.ratio(), NonActual: s.nonactual.f1(), Historical: s.historical.ratio(),
		Date: s.date.f1(), Place: s.place.f1(), Contexts: s.contexts.f1(), Stance: s.stance.ratio(),
		Source: s.source.f1(), Record: s.record.f1(), Article: s.article.f1(), Types: map[string]F1{},
		Confusions: confusions(s.mixed), Calibration: calibrate(s.judged),
	}
	sum, n := 0.0, 0
	for _, t := range sortedTypes(s.types) {
		tl := s.types[t]
		f.Types[string(t)] = tl.f1()
		if tl.tp+tl.fn > 0 {
			sum += tl.f1().F1
			n++
		}
	}
	if n > 0 {
		f.TypeMacro = round3(sum / float64(n))
	}
	if sentences > 0 {
		v := round3(float64(s.trigger.fp) / float64(sentences))
		f.Extra = &v
	}
	return f
}

func sortedTypes(types map[annalist.EventType]*tally) []annalist.EventType {
	out := make([]annalist.EventType, 0, len(types))
	for t := range types {
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// Print writes the figures as a table, types last.
func (f *Figures) Print(w io.Writer) {
	row := func(name, value string) { fmt.Fprintf(w, "%-18s %s\n", name, value) }
	row("articles", strconv.Itoa(f.Articles))
	row("gold", strconv.Itoa(f.Gold))
	row("coded", strconv.Itoa(f.Coded))
	row("trigger", showF1(f.Trigger))
	row("type", showF1(f.Type))
	row("type_macro", fmt.Sprintf("%.3f", f.TypeMacro))
	row("mode", showRatio(f.Mode))
	row("actor", showF1(f.Actor))
	row("recipient", showF1(f.Recipient))
	row("triple", showF1(f.Triple))
	row("realis", showRatio(f.Realis))
	row("nonactual", showF1(f.NonActual))
	row("historical", showRatio(f.Historical))
	row("date", showF1(f.Date))
	row("place", showF1(f.Place))
	row("contexts", showF1(f.Contexts))
	row("stance", showRatio(f.Stance))
	row("source", showF1(f.Source))
	row("record", showF1(f.Record))
	row("article", showF1(f.Article))
	row("extra_per_sentence", showRatio(f.Extra))
	for _, t := range sortedKeys(f.Types) {
		fmt.Fprintf(w, "  %-10s %s\n", t, showF1(f.Types[t]))
	}
	for _, c := range f.Confusions {
		fmt.Fprintf(w, "  %s coded as %s: %d\n", c.Gold, c.Coded, c.Pairs)
	}
	if f.Calibration != nil {
		f.Calibration.Print(w)
	}
}

// PrintBeside writes the main figures of a run beside those of another, with the
// difference.
func (f *Figures) PrintBeside(w io.Writer, other *Figures) {
	row := func(name string, a, b float64) {
		fmt.Fprintf(w, "%-18s %.3f  %.3f  %+.3f\n", name, a, b, a-b)
	}
	fmt.Fprintf(w, "%-18s this   other  difference\n", "F1")
	for _, r := range []struct {
		name string
		a, b F1
	}{
		{"trigger", f.Trigger, other.Trigger}, {"type", f.Type, other.Type}, {"actor", f.Actor, other.Actor},
		{"recipient", f.Recipient, other.Recipient}, {"triple", f.Triple, other.Triple}, {"nonactual", f.NonActual, other.NonActual},
		{"date", f.Date, other.Date}, {"place", f.Place, other.Place}, {"contexts", f.Contexts, other.Contexts},
		{"source", f.Source, other.Source}, {"record", f.Record, other.Record}, {"article", f.Article, other.Article},
	} {
		row(r.name, r.a.F1, r.b.F1)
	}
	for _, t := range sortedKeys(f.Types) {
		row("  "+t, f.Types[t].F1, other.Types[t].F1)
	}
	if f.Extra != nil && other.Extra != nil {
		row("extra_per_sentence", *f.Extra, *other.Extra)
	}
}

func sortedKeys(m map[string]F1) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// showF1 shows precision, recall, F1 and the number of gold items.
func showF1(x F1) string { return fmt.Sprintf("p %.3f r %.3f f1 %.3f n %d", x.P, x.R, x.F1, x.N) }

// showRatio shows a ratio, "-" where there was nothing to count.
func showRatio(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.3f", *v)
}

// String shows an item on one line.
func (it *item) String() string {
	codes := func(cs []code) string {
		parts := make([]string, len(cs))
		for i, c := range cs {
			parts[i] = strings.TrimSpace(string(c.country) + " " + string(c.sector))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprintf("%s/%s %q %s > %s %s %s source %s", it.typ, it.mode, it.trigger,
		codes(it.actors), codes(it.recipients), it.realis, it.date, codes(it.sources))
}
