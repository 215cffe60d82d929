package message

import (
	"strconv"
	"strings"
	"time"
)

// parseDate reads RFC 5322 §3.3 with its obsolete forms, ctime's order, missing seconds,
// comments and names of zones; the zero time when no day, month and year can be found.
func parseDate(s string) time.Time {
	d := dateParts{zone: time.UTC}
	for _, word := range strings.FieldsFunc(withoutComments(s), isDateSeparator) {
		d.take(word)
	}
	if d.day < 1 || d.day > 31 || d.month == 0 || !d.hasYear {
		return time.Time{}
	}
	return time.Date(d.year, d.month, d.day, d.hour, d.minute, d.second, 0, d.zone)
}

// withoutComments takes "(…)" out, nested ones too.
func withoutComments(s string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
			return ' '
		}
		if depth > 0 {
			return -1
		}
		return r
	}, s)
}

func isDateSeparator(r rune) bool { return r == ' ' || r == ',' || r == '\t' }

// dateParts is filled word by word; order matters only between day and year.
type dateParts struct {
	year, day, hour, minute, second int
	month                           time.Month
	hasYear, hasTime                bool
	zone                            *time.Location
}

func (d *dateParts) take(word string) {
	switch c := word[0]; {
	case strings.Contains(word, ":") && !d.hasTime:
		d.clock(word)
	case (c == '+' || c == '-') && len(word) > 2:
		d.offset(word)
	case c >= '0' && c <= '9':
		d.number(word)
	default:
		d.name(word)
	}
}

func (d *dateParts) clock(word string) {
	fields := strings.Split(word, ":")
	numbers := [3]int{}
	for i := range min(3, len(fields)) {
		n, err := strconv.Atoi(fields[i])
		if err != nil || n < 0 || n > 60 {
			return
		}
		numbers[i] = n
	}
	if numbers[0] < 24 && numbers[1] < 60 {
		d.hour, d.minute, d.second = numbers[0], numbers[1], numbers[2]
		d.hasTime = true
	}
}

// number is a day or a year, or "21-Nov-97" and "2003-07-01".
func (d *dateParts) number(word string) {
	if head, tail, ok := strings.Cut(word, "-"); ok {
		d.number(head)
		for part := range strings.SplitSeq(tail, "-") {
			if part != "" {
				d.dashed(part)
			}
		}
		return
	}
	n, err := strconv.Atoi(word)
	switch {
	case err != nil || len(word) > 4:
	case len(word) < 3 && d.day == 0:
		d.day = n
	case !d.hasYear:
		d.year, d.hasYear = fullYear(n, len(word)), true
	}
}

func (d *dateParts) dashed(part string) {
	n, err := strconv.Atoi(part)
	if err != nil {
		d.name(part)
	} else if d.hasYear && d.month == 0 && n >= 1 && n <= 12 {
		d.month = time.Month(n)
	} else {
		d.number(part)
	}
}

// fullYear is RFC 5322 §4.3.
func fullYear(n, digits int) int {
	switch {
	case digits == 2 && n < 50:
		return 2000 + n
	case digits == 2 || digits == 3:
		return 1900 + n
	}
	return n
}

// offset is "+0200", "+02:00" or "+02".
func (d *dateParts) offset(word string) {
	digits := strings.ReplaceAll(word[1:], ":", "")
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 4 {
		return
	}
	if len(digits) <= 2 {
		n *= 100
	}
	seconds := (n/100*60 + n%100) * 60
	if word[0] == '-' {
		seconds = -seconds
	}
	d.fixed(seconds)
}

func (d *dateParts) fixed(seconds int) {
	const day = 24 * 60 * 60
	if seconds > -day && seconds < day {
		d.zone = time.FixedZone("", seconds)
	}
}

// name is a month, a zone, or a weekday, which says nothing new.
func (d *dateParts) name(word string) {
	const months = "janfebmaraprmayjunjulaugsepoctnovdec"
	w := strings.ToLower(word)
	if len(w) >= 3 && d.month == 0 {
		if i := strings.Index(months, w[:3]); i >= 0 && i%3 == 0 {
			d.month = time.Month(i/3 + 1)
			return
		}
	}
	if rest, ok := strings.CutPrefix(w, "gmt"); ok && len(rest) > 2 && (rest[0] == '+' || rest[0] == '-') {
		d.offset(rest)
		return
	}
	if hours, ok := zoneHours(w); ok {
		d.fixed(hours * 3600)
	}
}

// zoneHours knows the obsolete zones of RFC 5322 §4.3 and two of Europe.
func zoneHours(w string) (int, bool) {
	switch w {
	case "gmt", "ut", "utc", "z":
		return 0, true
	case "edt":
		return -4, true
	case "est", "cdt":
		return -5, true
	case "cst", "mdt":
		return -6, true
	case "mst", "pdt":
		return -7, true
	case "pst":
		return -8, true
	case "cet", "met":
		return 1, true
	case "cest", "mest":
		return 2, true
	}
	return 0, false
}
