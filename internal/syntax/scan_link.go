package syntax

import "strings"

// link reads an address of the web, of mail, of a site or of a file, and
// returns i where none begins.
func (s *scanner) link(i int) int {
	rest := s.text[i:s.stop]
	if n := scheme(rest); n > 0 {
		return i + n + trimLink(rest[n:])
	}
	rest = rest[:min(len(rest), longestHost)]
	if at := strings.IndexByte(rest, '@'); at > 0 && local(rest[:at]) {
		end := at + 1
		for end < len(rest) && (inHost(rest[end]) || rest[end] == '_') {
			end++
		}
		end = at + 1 + len(strings.TrimRight(rest[at+1:end], ".-_"))
		if end > at+1 {
			return i + end
		}
	}
	return i + s.site(rest)
}

// Bounds of what is looked at, so that a text without white space costs no
// more than any other.
const (
	longestHost = 128
	longestLink = 2048
)

// scheme is the length of "https://" and its like.
func scheme(rest string) int {
	if n := strings.Index(rest[:min(len(rest), 10)], "://"); n > 1 && n <= 6 && lettersOnly(rest[:n]) {
		return n + 3
	}
	for _, head := range [...]string{"www.", "WWW.", "mailto:", "doi:10."} {
		if len(rest) > len(head) && strings.HasPrefix(rest, head) {
			return len(head)
		}
	}
	return 0
}

func lettersOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if asciiClassOf(s[i]) != letter {
			return false
		}
	}
	return true
}

func asciiClassOf(b byte) class {
	if b < 128 {
		return asciiClass[b]
	}
	return other
}

// trimLink is the length of an address without the marks of the sentence
// around it; a closing bracket stays if it was opened inside.
func trimLink(s string) int {
	if len(s) > longestLink {
		return 0
	}
	if n := strings.IndexAny(s, "<>\"“”"); n >= 0 {
		s = s[:n]
	}
	for len(s) > 0 {
		switch c := s[len(s)-1]; c {
		case '.', ',', ';', ':', '!', '?', '\'', ']', '}', '*':
		case ')':
			if strings.Count(s, "(") >= strings.Count(s, ")") {
				return len(s)
			}
		default:
			if !strings.HasSuffix(s, "’") {
				return len(s)
			}
			s = s[:len(s)-2]
		}
		s = s[:len(s)-1]
	}
	return 0
}

// local reports whether s can stand before the @ of an address.
func local(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := asciiClassOf(s[i]); c != letter && c != digit && strings.IndexByte("._%+-&", s[i]) < 0 {
			return false
		}
	}
	return asciiClassOf(s[0]) == letter || asciiClassOf(s[0]) == digit
}

func inHost(b byte) bool {
	c := asciiClassOf(b)
	return c == letter || c == digit || b == '.' || b == '-'
}

// site is the length of "example.org/page" or "notes.doc" at the start of
// rest: labels whose last is a domain or the end of a file's name.
func (s *scanner) site(rest string) int {
	end := 0
	for end < len(rest) && (inHost(rest[end]) || rest[end] == '_') {
		end++
	}
	host := strings.TrimRight(rest[:end], ".-")
	dot := strings.LastIndexByte(host, '.')
	if dot < 1 || len(host)-dot < 3 || asciiClassOf(host[0]) == other {
		return 0
	}
	last := host[dot+1:]
	switch {
	case lookup(s.extensions, last):
		return len(host)
	case !lookup(s.domains, last), len(last) == 2 && strings.Count(host, ".") < 2 && last != "tv" && last != "io":
		return 0
	}
	if len(host) < len(rest) && rest[len(host)] == '/' {
		return len(host) + trimLink(rest[len(host):])
	}
	return len(host)
}
