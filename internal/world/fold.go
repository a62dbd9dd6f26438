package world

import "strings"

// folds pairs letters with the plain letters they are written as when accents
// are left out.
const folds = "áa àa âa äa ãa åa āa ăa ąa ǎa ạa ảa ấa ầa ẩa ẫa ậa ắa ằa ẳa ẵa ặa æae " +
	"ÁA ÀA ÂA ÄA ÃA ÅA ĀA ĂA ĄA ÆAe çc ćc čc ĉc ċc ÇC ĆC ČC ĈC ĊC ďd đd ðd ĎD ĐD ÐD " +
	"ée èe êe ëe ēe ĕe ėe ęe ěe ẹe ẻe ẽe ếe ềe ểe ễe ệe əe ÉE ÈE ÊE ËE ĒE ĖE ĘE ĚE ƏE " +
	"ğg ĝg ġg ģg ǧg ĞG ĜG ĠG ĢG ḥh ĥh ħh ḨH ĤH ĦH ḤH íi ìi îi ïi īi ĭi įi ıi ỉi ịi ĩi ÍI ÌI ÎI ÏI ĪI ĮI İI " +
	"ķk ĶK łl ļl ľl ŁL ĻL ĽL ñn ńn ņn ňn ŋn ÑN ŃN ŅN ŇN óo òo ôo öo õo øo ōo ŏo őo ơo ọo ỏo ốo ồo ổo ỗo ộo ớo ờo ởo ỡo ợo œoe " +
	"ÓO ÒO ÔO ÖO ÕO ØO ŌO ŐO ƠO ŒOe řr ŕr ŘR ŔR śs ŝs şs šs șs ṣs ŚS ŜS ŞS ŠS ȘS ṢS ßss ţt ťt țt ṭt þth ŢT ŤT ȚT ÞTh " +
	"úu ùu ûu üu ūu ŭu ůu űu ųu ưu ụu ủu ứu ừu ửu ữu ựu ũu ÚU ÙU ÛU ÜU ŪU ŮU ŰU ŲU ƯU ẃw ŵw ŴW ýy ÿy ŷy ỳy ỵy ỷy ỹy ÝY ŸY źz żz žz ẓz ŹZ ŻZ ŽZ"

// plain maps a letter with an accent to its plain form.
var plain = func() map[rune]string {
	m := map[rune]string{}
	for pair := range strings.FieldsSeq(folds) {
		for i, r := range pair {
			if i == 0 {
				m[r] = pair[len(string(r)):]
			}
		}
	}
	return m
}()

// Words cuts a name or a token into the words under which the tables know it:
// accents, full stops and apostrophes are dropped, hyphens and white space
// divide, a final 's is a word of its own, case stays ("US" is no "us").
func Words(s string) []string { return AppendWords(nil, s) }

// AppendWords appends the words of s to dst.
func AppendWords(dst []string, s string) []string {
	if simple(s) {
		return append(dst, s)
	}
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			dst = append(dst, b.String())
			b.Reset()
		}
	}
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '&':
			b.WriteRune(r)
		case isApostrophe(r):
			if i+1 < len(runes) && runes[i+1] == 's' && (i+2 == len(runes) || runes[i+2] == ' ') {
				flush()
			}
		case r == '.' || r >= 0x300 && r <= 0x36f:
		case r < 0x80 || r >= 0x2000 && r <= 0x206f || r == 0xa0:
			flush()
		default:
			if p, ok := plain[r]; ok {
				b.WriteString(p)
			} else {
				b.WriteRune(r)
			}
		}
	}
	flush()
	return dst
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʻ', 'ʼ', '`', 'ʿ', 'ʾ', '´':
		return true
	}
	return false
}

// simple reports whether s is a word as it stands.
func simple(s string) bool {
	if s == "" {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '&') {
			return false
		}
	}
	return true
}

// key joins words to the key of a phrase.
func key(words []string) string { return strings.Join(words, " ") }
