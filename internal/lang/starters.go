package lang

// starters are function words. Capitalised after an abbreviation's period
// they open a sentence ("... at 5 p.m. The police"), which a name does not
// ("the U.S. Army").
var starters = []string{
	"the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his", "her", "its", "their", "our", "my", "your",
	"there", "here", "what", "who", "when", "where", "why", "how", "which", "if", "while", "because", "although", "though", "since", "until", "unless",
	"in", "on", "at", "by", "for", "from", "with", "after", "before", "during", "under", "over", "about", "as", "to", "of", "between", "among", "despite",
	"and", "but", "or", "so", "yet", "nor", "both", "either", "neither", "some", "many", "most", "all", "any", "each", "every", "no", "not", "several", "few",
	"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might", "must",
	"please", "thanks", "however", "also", "then", "now", "later", "earlier", "meanwhile", "yes", "let", "just", "even", "one", "two", "three", "another", "such",
}
