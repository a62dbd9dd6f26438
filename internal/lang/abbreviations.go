package lang

// titles go before a name, a number or another word and never close a
// sentence: "Gen. Milley", "vs. Spain", "e.g. grain".
var titles = []string{
	"mr", "mrs", "ms", "mx", "dr", "drs", "prof", "profs", "rev", "fr", "hon", "pres", "gov", "sen", "sens", "rep", "reps", "amb",
	"gen", "lt", "col", "maj", "capt", "cmdr", "cpl", "sgt", "pvt", "adm", "brig", "cdr", "supt", "insp", "det",
	"st", "ste", "mt", "ft", "vs", "e.g", "i.e", "eg", "ie", "cf", "viz", "approx", "ca", "mlle", "mme", "messrs", "atty", "asst", "ass't",
	"dept", "univ", "assn", "bros", "attn", "arrv", "ext", "ph", "mob", "esp", "spec", "incl", "al",
}

// mayEnd close a sentence too; what follows decides: "Acme Inc. said" but
// "... at 5 p.m. The police ...".
var mayEnd = []string{
	"govt", "inc", "co", "corp", "ltd", "llc", "plc", "bhd", "jr", "sr", "etc", "esq", "a.m", "p.m", "a.k.a", "n.d",
	"ph.d", "m.sc", "b.sc", "blvd", "ave", "rd", "hwy", "yr", "yrs", "lb", "lbs", "oz", "mins",
	"ariz", "ark", "calif", "colo", "conn", "fla", "kan", "mich", "minn", "mont", "neb", "nev", "okla", "ont", "que", "tenn", "tex", "vt", "wis", "wyo",
	"tue", "tues", "thu", "thur", "thurs", "jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
}

// named are words of their own in lower case, and abbreviations only with a
// capital and before a capital, a number or a comma: "Sun. May 3", "Boston,
// Mass., where"; not "in the sun. Then".
var named = []string{
	"sun", "sat", "mon", "wed", "fri", "mar", "jun", "mass", "ill", "ind", "del", "ore", "la", "pa", "ga", "mo", "va", "md", "ky",
}

// beforeNumber are abbreviations only before a number: "No. 10" but "No."
var beforeNumber = []string{
	"no", "nos", "p", "pp", "vol", "art", "arts", "sec", "sect", "fig", "figs", "eq", "ch", "chap", "op", "para", "ver", "div", "tel", "fax", "flt", "min", "sq",
}
