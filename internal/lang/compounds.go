package lang

// prefixes are one word with what their hyphen joins them to: "anti-war",
// "co-founder". "self", "well" and "vice" are words: "self - defence".
var prefixes = []string{
	"non", "e", "re", "anti", "co", "mid", "pre", "pro", "cross", "post", "over", "multi", "ex", "sub", "counter", "semi",
	"pan", "mini", "neo", "socio", "psycho", "inter", "arch", "intra", "super", "un", "proto", "ultra", "pseudo",
	"micro", "macro", "mega", "trans", "under", "uh", "oh", "de", "bi", "tri", "hyper", "mis",
}

// hyphened are whole words that keep their hyphen whatever their parts.
var hyphened = []string{"uh-huh", "uh-oh", "mm-hmm", "hm-m", "by-law", "by-laws", "build-outs", "follow-ups", "touch-ups"}

// slashed are words with a slash inside: "w/o", "s/he".
var slashed = []string{"w/o", "w/out", "w/", "s/he", "b/t", "l/c", "i/c", "i/s", "b/c", "c/o", "n/a", "a/c", "p/e"}

// units are divided from the number they are written against: "5 km", "10 pm".
// Ordinals ("5th"), decades ("1990s") and names ("4G") are not.
var units = []string{
	"am", "pm", "m", "k", "b", "bn", "mn", "tn", "mm", "cm", "km", "kms", "ft", "kg", "kgs", "g", "mg", "lb", "lbs", "oz", "p", "t",
	"hz", "khz", "mhz", "ghz", "hh", "f", "c", "oc", "min", "mins", "hr", "hrs", "sec", "secs", "sqft", "mph", "kph", "km/h",
	"minutes", "hours", "days", "years", "persons", "percent", "pct", "watt", "watts", "kw", "mw", "gw", "kwh", "mb", "gb", "tb",
	"ml", "l", "x", "yr", "yrs", "mi", "ha", "sq", "usd", "million", "billion", "meters", "metres", "miles", "a.m", "p.m", "in",
}
