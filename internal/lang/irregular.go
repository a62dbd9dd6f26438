package lang

// Irregular gives the lemma of irregular verb forms of the news. It is for forms
// that are of one verb alone or nearly so ("struck", "sought"); it must not hold
// forms that are more often another word ("found" of "find" is, "saw" is not).
var Irregular = irregular()

func irregular() map[string]string {
	table := map[string]string{}
	for _, row := range [][]string{
		{"arise", "arose", "arisen"}, {"beat", "beaten"}, {"become", "became"}, {"begin", "began", "begun"}, {"bind", "bound"},
		{"blow", "blew", "blown"}, {"break", "broke", "broken"}, {"bring", "brought"}, {"build", "built"}, {"burn", "burnt"},
		{"buy", "bought"}, {"catch", "caught"}, {"choose", "chose", "chosen"}, {"come", "came"}, {"deal", "dealt"},
		{"do", "did", "done"}, {"draw", "drew", "drawn"}, {"drive", "drove", "driven"}, {"fall", "fell", "fallen"}, {"feed", "fed"},
		{"feel", "felt"}, {"fight", "fought"}, {"find", "found"}, {"flee", "fled"}, {"fly", "flew", "flown"},
		{"forbid", "forbade", "forbidden"}, {"forgive", "forgave", "forgiven"}, {"freeze", "froze", "frozen"}, {"get", "got", "gotten"},
		{"give", "gave", "given"}, {"go", "went", "gone"}, {"hang", "hung"}, {"have", "had"}, {"hide", "hid", "hidden"},
		{"hold", "held"}, {"keep", "kept"}, {"lay", "laid"}, {"lead", "led"}, {"leave", "left"}, {"lend", "lent"}, {"lose", "lost"},
		{"make", "made"}, {"mean", "meant"}, {"meet", "met"}, {"overcome", "overcame"}, {"overthrow", "overthrew", "overthrown"},
		{"pay", "paid"}, {"ride", "rode", "ridden"}, {"rise", "rose", "risen"}, {"run", "ran"}, {"say", "said"}, {"seek", "sought"},
		{"sell", "sold"}, {"send", "sent"}, {"shake", "shook", "shaken"}, {"shoot", "shot"}, {"show", "shown"}, {"sink", "sank", "sunk"},
		{"slay", "slew", "slain"}, {"speak", "spoke", "spoken"}, {"spend", "spent"}, {"stand", "stood"}, {"steal", "stole", "stolen"},
		{"stick", "stuck"}, {"strike", "struck", "stricken"}, {"swear", "swore", "sworn"}, {"take", "took", "taken"},
		{"teach", "taught"}, {"tear", "tore", "torn"}, {"tell", "told"}, {"think", "thought"}, {"throw", "threw", "thrown"},
		{"undergo", "underwent", "undergone"}, {"undertake", "undertook", "undertaken"}, {"withdraw", "withdrew", "withdrawn"},
		{"withhold", "withheld"}, {"win", "won"}, {"write", "wrote", "written"},
	} {
		for _, form := range row[1:] {
			table[form] = row[0]
		}
	}
	return table
}
