package syntax

import "strings"

// number reads what begins with a digit: "1,250.5", "10:30", "3/4", "2024-05-01",
// "555-0172", "1990s", "5th"; "10-15" and "5km" divide.
func (s *scanner) number(i int) int {
	if end := s.grouped(i); end > i {
		return s.add(i, end)
	}
	end := s.figures(i)
	if s.at(end) == letter {
		tail := s.while(end, letter, letter)
		if lookup(s.units, s.text[end:tail]) && s.at(tail) != digit {
			return s.unit(i, end, tail)
		}
		end = s.core(tail)
	}
	if s.at(end) == apostle {
		return s.decade(i, end)
	}
	return s.add(i, end)
}

// unit divides a number from its unit: "10|pm", "5|km", "10|a.m.". A single
// capital after few digits is a name ("4G", "23C") and stays.
func (s *scanner) unit(i, end, tail int) int {
	n := len(s.words)
	if tail == end+1 && n > 1 && s.words[n-1].end == i && s.words[n-2].end == i-1 && s.at(s.words[n-2].start) == letter { // "K2-18b"
		return s.add(i, tail)
	}
	if tail == end+1 && s.upperAt(end) && !strings.ContainsAny(s.text[end:tail], "MKBF") {
		return s.add(i, tail)
	}
	return s.add(i, end)
}

// decade keeps "1980's" and divides "2,000's" no more than it must.
func (s *scanner) decade(i, end int) int {
	_, size := s.class(end)
	after := s.while(end+size, letter, letter)
	if s.text[end+size:after] == "s" {
		if s.text[end-1] == '0' && s.text[end] != '`' {
			return s.add(i, after)
		}
		return s.pair(i, end, after)
	}
	return s.add(i, end)
}

// figures is the end of digits with points, commas, colons and slashes inside.
func (s *scanner) figures(i int) int {
	end := s.while(i, digit, digit)
	for s.at(end+1) == digit {
		next := s.while(end+1, digit, digit)
		switch s.text[end] {
		case '.', ',':
		case ':':
			if next-end > 3 && next-end != 4 {
				return end
			}
		case '/':
			if !s.fraction(i, end, next) {
				return end
			}
		default:
			return end
		}
		end = next
	}
	return end
}

// fraction tells dates and fractions ("3/4", "9/11", "12/25/2001") from
// alternatives ("2001/02", "100/200").
func (s *scanner) fraction(i, slash, next int) bool {
	const longest = len("12/25")
	if slash-i > longest {
		return false
	}
	left, right := s.text[i:slash], s.text[slash+1:next]
	if strings.Contains(left, "/") {
		return len(right) <= 4
	}
	if len(left) > 2 {
		return len(left) == 4 && s.byteAt(next) == '/' // 2001/12/25
	}
	return len(right) <= 2 || len(right) == 4 && len(left) == 2 && s.byteAt(next) != '/'
}

// grouped reads groups of digits that hyphens or periods join into one
// number: telephones, dates such as 2024-05-01. "1939-1945" is three words.
func (s *scanner) grouped(i int) int {
	var sizes [5]int
	n, end := 0, i
	for n < len(sizes) {
		next := s.while(end, digit, digit)
		if next == end {
			return i
		}
		sizes[n] = next - end
		n, end = n+1, next
		if b := s.byteAt(end); (b != '-' && b != '/') || s.at(end+1) != digit {
			break
		}
		end++
	}
	if s.at(end) == letter {
		return i
	}
	switch {
	case n == 2 && sizes[0] == 3 && sizes[1] == 4 && s.text[i+3] == '-', // 555-0172
		n == 3 && sizes[0] == 3 && sizes[1] == 3 && sizes[2] == 4,
		n == 4 && sizes[0] <= 2 && sizes[1] == 3 && sizes[2] == 3 && sizes[3] == 4,
		n == 2 && sizes[0] == 5 && sizes[1] == 4 && s.text[i+5] == '-',                                                // a postal code
		n == 3 && sizes[0] == 4 && sizes[1] == 2 && sizes[2] == 2 && s.text[i+4] == '-',                               // 2024-05-01
		n == 3 && sizes[0] <= 2 && sizes[1] <= 2 && (sizes[2] == 2 || sizes[2] == 4) && s.text[end-sizes[2]-1] == '-': // 25-12-2001
		return end
	}
	return i
}

// repeated reads a row of one mark, such as "...", "--", "!!!"; question and
// exclamation marks mix.
func (s *scanner) repeated(i int, opens bool) int {
	end := s.same(i)
	switch s.text[i] {
	case '!', '?':
		for b := s.byteAt(end); b == '!' || b == '?'; b = s.byteAt(end) {
			end++
		}
	case '.':
		if end == i+1 && s.at(end) == digit && s.prefixed(i) { // ".22"
			return s.number2(i, end)
		}
		if b := s.byteAt(end); end == i+1 && (b == '?' || b == '!') {
			end = s.same(end)
		}
	case '+':
		if end == i+1 && opens && s.at(end) == digit { // "+44"
			return s.number2(i, end)
		}
	case '#':
		if end == i+1 && s.at(end) == letter { // "#ceasefire"
			return s.add(i, s.core(end))
		}
	}
	if strings.HasPrefix(s.text[i:], "…") {
		for s.byteAt(end) == '.' {
			end++
		}
	}
	return s.add(i, end)
}

// prefixed reports whether what stands before i is no word.
func (s *scanner) prefixed(i int) bool {
	n := len(s.words)
	return n == 0 || s.words[n-1].end < i || s.at(s.words[n-1].start) != letter && s.at(s.words[n-1].start) != digit
}

// number2 reads the number at from with the mark before it.
func (s *scanner) number2(i, from int) int {
	end := s.grouped(from)
	if end == from {
		end = s.figures(from)
	}
	return s.add(i, end)
}

// symbol reads any other mark: brackets, quotation marks, currency, percent.
func (s *scanner) symbol(i, size int, opens bool) int {
	switch {
	case s.text[i] == '@' && opens && s.at(i+1) == letter: // "@POTUS"
		return s.add(i, s.core(i+1))
	}
	return s.add(i, i+size)
}

// face reads an emoticon or arrow that brackets or white space bound.
func (s *scanner) face(i int, opens bool) int {
	for n := min(s.longestFace, s.stop-i); n > 1; n-- {
		if !s.emoticons[s.text[i:i+n]] {
			continue
		}
		end := i + n
		if end == s.stop || !opens && s.at(end) == repeats {
			return end
		}
	}
	return i
}
