package outbound

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestCapturedMailIsListedNewestFirstAndRead(t *testing.T) {
	now := time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC)
	capture, err := NewCapture(filepath.Join(t.TempDir(), "outbox"), func() time.Time { now = now.Add(time.Second); return now })
	if err != nil {
		t.Fatal(err)
	}
	for _, subject := range []string{"first", "=?utf-8?q?zweite_Gr=C3=BC=C3=9Fe?="} {
		err := capture.Send(t.Context(), "info@acme.example", []string{"clara@garden.example", "dora@garden.example"}, []byte("Subject: "+subject+"\n\nbody\n"))
		if err != nil {
			t.Fatal(err)
		}
	}
	list, err := capture.List(10)
	if err != nil || len(list) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	newest := list[0]
	if newest.Subject != "zweite Grüße" || newest.From != "info@acme.example" || len(newest.To) != 2 || newest.To[1] != "dora@garden.example" || !newest.CapturedAt.Equal(now) {
		t.Errorf("newest: %+v", newest)
	}
	raw, err := capture.Read(newest.Name)
	if err != nil || !strings.HasSuffix(string(raw), "\r\n\r\nbody\r\n") {
		t.Errorf("%q, %v", raw, err)
	}
	if list, _ := capture.List(1); len(list) != 1 {
		t.Errorf("%d listed, want 1", len(list))
	}
}

func TestOnlyCapturedMailCanBeRead(t *testing.T) {
	folder := t.TempDir()
	capture, err := NewCapture(filepath.Join(folder, "outbox"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "secret.eml"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../secret.eml", "", ".", "x.eml", "20261123T160000.000000000Z-AAAAAAAAAAAAAAAAAAAAAAAAAA.eml"} {
		if _, err := capture.Read(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

func TestAnEnvelopeCannotForgeHeaders(t *testing.T) {
	capture, err := NewCapture(t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	evil := "a@b.example\r\nSubject: forged"
	if err := capture.Send(t.Context(), evil, []string{evil}, []byte("Subject: real\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if list, _ := capture.List(1); list[0].Subject != "real" {
		t.Errorf("got %+v", list[0])
	}
}

func TestTheOutboxKeepsTheNewest(t *testing.T) {
	folder := t.TempDir()
	capture, err := NewCapture(folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for i := range maxCaptured + 5 {
		name := time.Unix(int64(i), 0).UTC().Format(nameLayout) + "-AAAAAAAAAAAAAAAAAAAAAAAAAA.eml"
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			_ = capture.Send(t.Context(), "a@b.example", []string{"c@d.example"}, []byte("Subject: x\r\n\r\n"))
		})
	}
	writers.Wait()
	if names, _ := capture.names(); len(names) != maxCaptured {
		t.Errorf("%d kept", len(names))
	}
	if list, _ := capture.List(4); len(list) != 4 || list[3].From != "a@b.example" {
		t.Errorf("the newest were not kept: %+v", list)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != maxCaptured {
		t.Errorf("%d files: something was left behind", len(entries))
	}
}
