package sanitize_test

import (
	"testing"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/sanitize"
)

func BenchmarkHTML(b *testing.B) {
	over(b, func(page string) { sanitize.HTML(page, sanitize.Options{}) })
}

func BenchmarkText(b *testing.B) {
	over(b, func(page string) { sanitize.Text(page, sanitize.MaxInput) })
}

// over measures bytes of designed mails.
func over(b *testing.B, read func(page string)) {
	var size int64
	var pages []string
	for _, f := range corpustest.Pages(b) {
		pages = append(pages, string(f.Raw))
		size += int64(len(f.Raw))
	}
	b.SetBytes(size)
	for b.Loop() {
		for _, page := range pages {
			read(page)
		}
	}
}
