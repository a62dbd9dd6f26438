package lang

// contracted are the clitics that an apostrophe divides off: "she's", "they'll".
// "n't" takes its n along and is a rule of its own.
var contracted = []string{"s", "m", "ll", "ve", "re", "d"}

// contractions are written without an apostrophe or join two words outright;
// the number is the length of the first word: "can|not", "gon|na". Words that
// are mostly something else ("its", "lets", "id", "well") stand elsewhere.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "outta": 3, "wana": 3, "gimme": 3, "lemme": 3,
	"dont": 2, "wont": 2, "cant": 2, "didnt": 3, "doesnt": 4, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "aint": 2,
	"arnt": 2, "arent": 3, "isnt": 2, "wasnt": 3, "werent": 4, "hasnt": 3, "havent": 4, "hadnt": 3,
	"im": 1, "ive": 1, "thats": 4, "theres": 5, "whats": 4, "heres": 4, "hes": 2, "youre": 3, "youll": 3, "youve": 3,
	"theyre": 4, "theyll": 4, "theyve": 4, "itll": 2, "elses": 4,
}

// elided begin with an apostrophe that belongs to the word: "'em", "'cause".
// "'n" and "'til" too, but "'tis" is two words and stands in no list.
var elided = []string{"em", "cause", "cuz", "til", "till", "bout", "round", "n", "scopes", "burbs", "bama"}

// apostrophed keep an apostrophe that looks like a clitic's or an elision's.
var apostrophed = []string{"o'clock", "ma'am", "ya'll", "ok'd", "don'ts", "do's"}
