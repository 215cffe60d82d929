// Package corpustest finds the real and hostile mail that tests read. The mail is data
// beside the project, not in it; a test that needs it skips with the reason where it is
// absent, and fails instead when LATCHKEY_TEST_STRICT is "1", as in CI.
package corpustest

import (
	"archive/tar"
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ulikunitz/xz"
)

// File is one raw message or document.
type File struct {
	Name string // path inside the corpora
	Raw  []byte
}

// Dir is the folder of the corpora.
func Dir(tb testing.TB) string {
	tb.Helper()
	dir := filepath.Join(moduleRoot(tb), "..", "shared", "corpora")
	if _, err := os.Stat(dir); err != nil {
		const reason = "the mail corpora are not beside the project (../shared/corpora)"
		if os.Getenv("LATCHKEY_TEST_STRICT") == "1" {
			tb.Fatal(reason)
		}
		tb.Skip(reason)
	}
	return dir
}

func moduleRoot(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			tb.Fatal("no go.mod above the test")
		}
		dir = parent
	}
}

// Messages returns every message of every corpus.
func Messages(tb testing.TB) []File {
	tb.Helper()
	all := Real(tb)
	all = append(all, files(tb, "mime/mail-parser/eml", ".eml")...)
	all = append(all, files(tb, "mime/mail-parser/maildir", "")...)
	return append(all, files(tb, "mime/enmime", ".raw")...)
}

// Real returns the messages that were really sent.
func Real(tb testing.TB) []File {
	tb.Helper()
	archives, err := filepath.Glob(filepath.Join(Dir(tb), "real", "*.tar.xz"))
	if err != nil || len(archives) == 0 {
		tb.Fatal("no archive of real messages: ", err)
	}
	var all []File
	for _, path := range archives {
		all = append(all, unpack(tb, path)...)
	}
	return all
}

func unpack(tb testing.TB, path string) []File {
	tb.Helper()
	packed, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = packed.Close() }()               // it was only read
	plain, err := xz.NewReader(bufio.NewReader(packed)) // it reads byte by byte
	if err != nil {
		tb.Fatal(err)
	}
	var all []File
	archive := tar.NewReader(plain)
	for {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			tb.Fatal(err)
		}
		if entry.Typeflag != tar.TypeReg || !strings.HasSuffix(entry.Name, ".eml") {
			continue
		}
		raw, err := io.ReadAll(archive)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, File{Name: "real/" + entry.Name, Raw: raw})
	}
}

// Oracle returns the messages that stand beside an expected reading in JSON, which the
// second result holds by the name of the message.
func Oracle(tb testing.TB) (messages []File, expected map[string][]byte) {
	tb.Helper()
	expected = map[string][]byte{}
	for _, f := range files(tb, "mime/mail-parser/eml", ".eml") {
		path := filepath.Join(Dir(tb), strings.TrimSuffix(f.Name, ".eml")+".json")
		want, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		messages = append(messages, f)
		expected[f.Name] = want
	}
	return messages, expected
}

// JSON decodes one file of the corpora.
func JSON(tb testing.TB, name string, into any) {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join(Dir(tb), name))
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// Vector is one piece of hostile HTML.
type Vector struct {
	Source string `json:"src"`
	ID     string `json:"id"`
	HTML   string `json:"html"`
}

// Vectors returns the hostile HTML.
func Vectors(tb testing.TB) []Vector {
	tb.Helper()
	var all []Vector
	JSON(tb, "html/vectors.json", &all)
	return all
}

// Pages returns designed HTML mails.
func Pages(tb testing.TB) []File {
	tb.Helper()
	return files(tb, "html", ".html")
}

func files(tb testing.TB, folder, suffix string) []File {
	tb.Helper()
	dir := Dir(tb)
	var all []File
	err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, suffix) {
			return err
		}
		raw, err := os.ReadFile(path) //nolint:gosec // G122: test data that nobody else writes
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		all = append(all, File{Name: filepath.ToSlash(name), Raw: raw})
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}
