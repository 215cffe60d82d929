package notify

import (
	"bytes"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/server/permission"
)

func anInvitation() Invitation {
	return Invitation{
		Guest: "chloe@studio.example", Bound: true,
		InviterName: "Anna", InviterAddress: "anna@acme.example", Organization: "Acme",
		Mailbox: "info@acme.example", Permissions: permission.Assistant.Set(),
		AccessUntil: time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC),
		Note:        "Hello Chloé,\nhere is the address we talked about.",
		Link:        "https://mail.acme.example/iw/7Qm2xTfV9sKd4LwZp8RcHn",
		LinkUntil:   time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC),
	}
}

func TestAnInvitationSaysEverythingInEveryLanguage(t *testing.T) {
	want := map[Language][]string{
		English: {"Anna invites you to use info@acme.example", "You will be able to read its mail, organize it, delete messages, write drafts and send on its behalf.", "Not: change its settings or invite others.", "Until 31 December 2026.", "until 1 December 2026"},
		French:  {"Anna vous invite à utiliser info@acme.example", "Vous pourrez lire ses messages, les classer, supprimer des messages, rédiger des brouillons et envoyer de sa part.", "Mais pas modifier ses réglages ni inviter d’autres personnes.", "Jusqu’au 31 décembre 2026.", "jusqu’au 1er décembre 2026"},
		German:  {"Anna lädt Sie ein, info@acme.example zu nutzen", "Sie können damit die E-Mails lesen, sie ordnen, Nachrichten löschen, Entwürfe schreiben und im Auftrag des Postfachs senden.", "Nicht: die Einstellungen ändern oder andere einladen.", "Bis zum 31. Dezember 2026.", "bis zum 1. Dezember 2026"},
		Italian: {"Anna La invita a usare info@acme.example", "Potrà leggere i messaggi, ordinarli, eliminare messaggi, scrivere bozze e inviare per conto della casella.", "Non potrà modificare le impostazioni né invitare altre persone.", "Fino al 31 dicembre 2026.", "fino al 1º dicembre 2026"},
		Spanish: {"Anna le invita a usar info@acme.example", "Podrá leer su correo, organizarlo, eliminar mensajes, escribir borradores y enviar en su nombre.", "No podrá cambiar sus ajustes ni invitar a otras personas.", "Hasta el 31 de diciembre de 2026.", "hasta el 1 de diciembre de 2026"},
	}
	for _, language := range Languages() {
		raw, err := Compose(envelope(language), anInvitation())
		if err != nil {
			t.Fatal(err)
		}
		header, text, html := parse(t, raw)
		subject, err := header.Subject()
		if err != nil || subject != want[language][0] {
			t.Errorf("%s: subject %q, %v", language, subject, err)
		}
		for _, sentence := range append(want[language], "anna@acme.example", "here is the address", "https://mail.acme.example/iw/7Qm2xTfV9sKd4LwZp8RcHn", "chloe@studio.example") {
			if !strings.Contains(text, sentence) || !strings.Contains(html, sentence) {
				t.Errorf("%s: %q is missing from the text or the HTML", language, sentence)
			}
		}
		if strings.Contains(text+html, "%!") || strings.Contains(text+html, "ZgotmplZ") {
			t.Errorf("%s: badly filled in:\n%s", language, text)
		}
	}
}

func TestAnInvitationIsProperMail(t *testing.T) {
	raw, err := Compose(envelope(German), anInvitation())
	if err != nil {
		t.Fatal(err)
	}
	message, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{
		"Auto-Submitted": "auto-generated", "Mime-Version": "1.0", "Content-Language": "de",
		"Reply-To": `"Anna" <anna@acme.example>`, "From": `"Latchkey" <latchkey@acme.example>`, "To": "<chloe@studio.example>",
		"Date": "Mon, 23 Nov 2026 16:00:00 +0000",
	} {
		if got := message.Header.Get(field); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	if id := message.Header.Get("Message-Id"); !strings.HasSuffix(id, "@acme.example>") {
		t.Errorf("Message-Id: %q", id)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(raw), "\r\n"), "\r\n") {
		if len(line) > 998 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("not a line of mail: %q", line)
		}
	}
	if bytes.Contains(raw, []byte("<img")) {
		t.Error("an image could tell who opened the mail")
	}
}

func TestWhatPeopleTypeIsNeitherHeaderNorMarkup(t *testing.T) {
	m, e := anInvitation(), envelope(English)
	m.InviterName = hostileName
	m.Organization = "<script>alert(1)</script>"
	m.Note = "</td><img src=x onerror=alert(1)>\r\n.\r\nSubject: forged"
	e.AnswerName = hostileName
	raw, err := Compose(e, m)
	if err != nil {
		t.Fatal(err)
	}
	header, _, html := parse(t, raw)
	if header.Has("Bcc") {
		t.Error("a name made a header")
	}
	for _, bad := range []string{"<b>", "<script", "<img", "\u202e"} {
		if strings.Contains(html, bad) {
			t.Errorf("the HTML holds %q", bad)
		}
	}
	for _, bad := range []func(*Envelope, *Invitation){
		func(e *Envelope, _ *Invitation) { e.To = "a@b.example\r\nBcc: x@y.example" },
		func(e *Envelope, _ *Invitation) { e.From = "nobody" },
		func(e *Envelope, _ *Invitation) { e.AnswerTo = "nobody" },
		func(e *Envelope, _ *Invitation) { e.Language = "xx" },
		func(_ *Envelope, m *Invitation) { m.Link = "javascript:alert(1)" },
	} {
		m, e := anInvitation(), envelope(English)
		bad(&e, &m)
		if _, err := Compose(e, m); err == nil {
			t.Errorf("taken: %+v %+v", e, m)
		}
	}
}

func TestNoTypedTextBreaksTheMessage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, e := anInvitation(), envelope(rapid.SampledFrom(Languages()).Draw(t, "language"))
		m.InviterName, m.Organization, m.Note = rapid.String().Draw(t, "name"), rapid.String().Draw(t, "organization"), rapid.String().Draw(t, "note")
		m.Permissions = permission.Set(rapid.Int64Range(0, int64(permission.All)).Draw(t, "permissions"))
		e.AnswerName = m.InviterName
		raw, err := Compose(e, m)
		if err != nil {
			t.Fatal(err)
		}
		header, _, _ := parse(t, raw)
		fields := 0
		for all := header.Fields(); all.Next(); {
			fields++
		}
		if fields != 10 {
			t.Fatalf("%d header fields, want 10:\n%s", fields, raw)
		}
	})
}

func TestSettingsAreSaidAsTheyAre(t *testing.T) {
	some := permission.Of(permission.Read, permission.ManageFolders)
	for name, row := range map[string]struct {
		granted     permission.Set
		can, cannot []ability
	}{
		"everything": {permission.All, []ability{read, organize, remove, writeDrafts, sendOnBehalf, sendAs, manageSettings, inviteOthers}, nil},
		"nothing":    {permission.None, nil, []ability{read, organize, remove, writeDrafts, send, manageSettings, inviteOthers}},
		"some":       {some, []ability{read, manageSomeSettings}, []ability{organize, remove, writeDrafts, send, inviteOthers}},
		"send as":    {permission.Of(permission.SendAs), []ability{sendAs}, []ability{read, organize, remove, writeDrafts, manageSettings, inviteOthers}},
	} {
		can, cannot := split(row.granted)
		if !slices.Equal(can, row.can) || !slices.Equal(cannot, row.cannot) {
			t.Errorf("%s: can %v, cannot %v", name, can, cannot)
		}
	}
}

func TestALinkForAnybodyDoesNotNameOnePerson(t *testing.T) {
	m := anInvitation()
	m.Bound, m.Guest = false, ""
	preview, err := Render(German, nil, m)
	if err != nil || strings.Contains(preview.Text, "für ,") || !strings.Contains(preview.Text, "Er gilt einmal, bis zum") {
		t.Errorf("%v\n%s", err, preview.Text)
	}
}
