package httpd

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"latchkey/ent"
	"latchkey/server/mail/attachment"
	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// shelf stands for the mailbox: messages that one reader may see.
type shelf struct {
	reader nodeid.ID
	raw    map[nodeid.ID]string
}

func (s *shelf) Octets(ctx context.Context, id nodeid.ID) (*ent.Message, []byte, error) {
	raw, found := s.raw[id]
	if v, _ := viewer.FromContext(ctx); !found || v.User != s.reader {
		return nil, nil, refusal.NotFound()
	}
	m := message.Parse([]byte(raw))
	row := &ent.Message{ID: id, Subject: m.Subject(), Trace: []byte("Return-Path: <>\r\n")}
	for _, a := range m.Attachments() {
		row.Attachments = append(row.Attachments, attachment.Attachment{PartID: a.PartID, Name: a.Name, MediaType: a.MediaType})
	}
	return row, []byte(raw), nil
}

// reading is a shelf with its pages, and who reads them.
type reading struct {
	*shelf
	t     testing.TB
	pages http.Handler
	as    nodeid.ID
}

func newReading(t testing.TB) *reading {
	s := &shelf{reader: nodeid.New(nodeid.User), raw: map[nodeid.ID]string{}}
	mux := http.NewServeMux()
	for pattern, h := range MailHandlers(MailOptions{Messages: s, Secret: make([]byte, 32), Log: slog.New(slog.DiscardHandler)}) {
		mux.Handle(pattern, h)
	}
	return &reading{shelf: s, t: t, pages: mux, as: s.reader}
}

func (r *reading) put(raw string) nodeid.ID {
	id := nodeid.New(nodeid.Message)
	r.raw[id] = raw
	return id
}

func (r *reading) get(path string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, path, nil)
	if r.as != "" {
		request = request.WithContext(viewer.NewContext(r.t.Context(), viewer.Viewer{User: r.as}))
	}
	answer := httptest.NewRecorder()
	r.pages.ServeHTTP(answer, request)
	return answer
}

func htmlMail(body string) string {
	return "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
}

func TestHostileMailNeitherRunsNorLoads(t *testing.T) {
	r := newReading(t)
	for _, vector := range corpustest.Vectors(t) {
		id := r.put(htmlMail(vector.HTML))
		answer := r.get("/mail/body/" + id.String())
		if answer.Code != 200 || answer.Header().Get("Content-Security-Policy") != bodyPolicy {
			t.Fatalf("%s: %d", vector.ID, answer.Code)
		}
		if fault := hostile(answer.Body.String()); fault != "" {
			t.Errorf("%s %s: %s", vector.Source, vector.ID, fault)
		}
		delete(r.raw, id)
	}
}

// hostile finds what a frame could run or load in a page.
func hostile(page string) string {
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return err.Error()
	}
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "iframe", "object", "embed", "link", "base", "svg", "math", "form", "meta", "video", "audio":
			return "<" + n.Data + ">"
		case "style":
			if n.FirstChild != nil && strings.Contains(strings.ToLower(n.FirstChild.Data), "url(http") {
				return n.FirstChild.Data
			}
		}
		for _, a := range n.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			says := a.Key == "title" || a.Key == "alt" || a.Key == "class" || a.Key == "id" || a.Key == "name"
			loads := a.Key != "href" && (strings.HasPrefix(value, "http") || strings.HasPrefix(value, "//"))
			runs := strings.HasPrefix(a.Key, "on") || strings.HasPrefix(value, "javascript:") || a.Key == "srcdoc"
			if !says && (loads || runs) {
				return a.Key + "=" + a.Val
			}
		}
	}
	return ""
}

func TestRemotePicturesComeThroughTheServerWhenAsked(t *testing.T) {
	r := newReading(t)
	id := r.put(htmlMail(`<img src="https://tracker.example/p.png?who=anna"><img src="cid:logo@x">`))
	if page := r.get("/mail/body/" + id.String()).Body.String(); strings.Contains(page, "tracker.example") {
		t.Errorf("a remote picture before it was asked for: %s", page)
	}
	page := r.get("/mail/body/" + id.String() + "?images=1").Body.String()
	if !strings.Contains(page, "/mail/image-proxy?") || strings.Contains(page, `"https://tracker`) ||
		!strings.Contains(page, "/mail/part/"+id.String()+"/logo@x") {
		t.Errorf("pictures: %s", page)
	}
}

func TestPlainTextIsEscapedLinkedAndFolded(t *testing.T) {
	r := newReading(t)
	quoted := strings.Repeat("> an old line\r\n", foldedLines)
	id := r.put("Subject: x\r\n\r\nSee (https://a.example/?x=1&y=2), <script>alert(1)</script> or dora@fields.example.\r\n" + quoted)
	page := r.get("/mail/body/" + id.String() + "?theme=dark").Body.String()
	for _, want := range []string{
		`<a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noopener noreferrer nofollow">`,
		`&lt;script&gt;`, `href="mailto:dora@fields.example"`, "<details", "color-scheme:dark",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, page)
		}
	}
	if page := r.get("/mail/body/" + id.String() + "?theme=%22%3E%3Cscript%3E").Body.String(); strings.Contains(page, "<script") {
		t.Error("the theme is not checked")
	}
}

func TestWhoMayNotReadIsShownNothing(t *testing.T) {
	r := newReading(t)
	id := r.put(fileMail("image/png", "x.png", "x")).String()
	proxied := newImageProxy(nil, nil).address(nodeid.ID(id), "https://a.example/x.png")
	for _, path := range []string{"/mail/body/" + id, "/mail/raw/" + id, "/mail/part/" + id + "/1", "/mail/attachment/" + id + "/2/x.png", proxied,
		"/mail/body/none", "/mail/image-proxy"} {
		r.as = nodeid.New(nodeid.User)
		if got := r.get(path).Code; got != http.StatusNotFound {
			t.Errorf("a stranger at %s: %d", path, got)
		}
		r.as = ""
		if got := r.get(path).Code; got != http.StatusUnauthorized {
			t.Errorf("nobody at %s: %d", path, got)
		}
	}
}

func fileMail(mediaType, name, content string) string {
	return fmt.Sprintf("Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\n"+
		"Content-Type: %s\r\nContent-ID: <it@x>\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n", mediaType, name, content)
}

func TestFilesAreShownOnlyWhenTheyAreHarmless(t *testing.T) {
	r := newReading(t)
	gif := "GIF89a\x01\x00\x01\x00\x00\x00\x00;"
	for _, row := range []struct{ sentence, mediaType, content, wantType, wantDisposition string }{
		{"a picture is shown", "image/gif", gif, "image/gif", "inline"},
		{"a page that calls itself a picture is not", "image/gif", "<html><script>", "application/octet-stream", "attachment"},
		{"a drawing with scripts is not", "image/svg+xml", "<svg onload=alert(1)>", "application/octet-stream", "attachment"},
		{"a page is not", "text/html", "<script>alert(1)</script>", "application/octet-stream", "attachment"},
		{"text is", "text/plain", "<script>", "text/plain; charset=utf-8", "inline"},
		{"a PDF is", "application/pdf", "%PDF-1.4", "application/pdf", "inline"},
		{"what only says it is a PDF is not", "application/pdf", "<html>", "application/octet-stream", "attachment"},
	} {
		id := r.put(fileMail(row.mediaType, "a file", row.content)).String()
		answer := r.get("/mail/attachment/" + id + "/2/name?show=1")
		h := answer.Header()
		if answer.Code != 200 || h.Get("Content-Type") != row.wantType || !strings.HasPrefix(h.Get("Content-Disposition"), row.wantDisposition) ||
			h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", row.sentence, answer.Code, h)
		}
		if row.wantType != "application/pdf" && !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: without a sandbox", row.sentence)
		}
		if download := r.get("/mail/attachment/" + id + "/2/name").Header().Get("Content-Disposition"); !strings.HasPrefix(download, "attachment") {
			t.Errorf("%s: %s", row.sentence, download)
		}
		if part := r.get("/mail/part/" + id + "/it@x"); (part.Code == 200) != (row.wantType == "image/gif") {
			t.Errorf("%s: inside a body %d", row.sentence, part.Code)
		}
	}
}

func TestARawMessageComesBackWithItsTrace(t *testing.T) {
	r := newReading(t)
	raw := "Subject: a \"b\"/../c\r\n\r\ntext\x00\xff"
	answer := r.get("/mail/raw/" + r.put(raw).String())
	if answer.Body.String() != "Return-Path: <>\r\n"+raw || !strings.HasPrefix(answer.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("%v %q", answer.Header(), answer.Body)
	}
}

func TestPicturesAreFetchedFromPublicAddressesOnly(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.215.14:443": true, "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:80": true,
		"93.184.215.14:25": false, "127.0.0.1:80": false, "10.1.2.3:80": false, "169.254.169.254:80": false, "192.168.1.1:443": false,
		"100.64.0.1:80": false, "0.0.0.0:80": false, "[::1]:80": false, "[::ffff:127.0.0.1]:80": false, "[fe80::1]:80": false,
		"[fd00::1]:80": false, "[64:ff9b::7f00:1]:80": false, "[2002:7f00:1::]:80": false, "255.255.255.255:80": false, "224.0.0.1:80": false,
	} {
		if got := isPublic(netip.MustParseAddrPort(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestTheProxyTakesPicturesOnly(t *testing.T) {
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	bomb := bytes.Clone(small.Bytes())
	copy(bomb[16:24], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65,536 by 65,536
	answers := map[string][]byte{"/ok": small.Bytes(), "/bomb": bomb, "/page": []byte("<html>"), "/svg": []byte("<svg>"),
		"/long": append(bytes.Clone(small.Bytes()), make([]byte, maxPicture)...)}
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/loop" {
			http.Redirect(w, r, "/loop", http.StatusFound)
			return
		}
		_, _ = w.Write(answers[r.URL.Path])
	}))
	defer elsewhere.Close()
	open := newImageProxy(nil, func(netip.AddrPort) bool { return true })
	for path, want := range map[string]bool{"/ok": true, "/bomb": false, "/page": false, "/svg": false, "/long": false, "/loop": false} {
		if _, _, err := open.fetch(t.Context(), elsewhere.URL+path); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	closed := newImageProxy(nil, isPublic)
	for _, address := range []string{elsewhere.URL + "/ok", "http://localhost/ok", "file:///etc/passwd", "ftp://a.example/x", "http://u:p@a.example/"} {
		if _, _, err := closed.fetch(t.Context(), address); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
}

func TestTheProxyAsksForItsSignature(t *testing.T) {
	r := newReading(t)
	id := r.put(htmlMail(`<img src="https://a.example/p.png">`)).String()
	forged := url.Values{"message": {id}, "url": {"https://a.example/other.png"}, "signature": {"AAAA"}}
	if got := r.get("/mail/image-proxy?" + forged.Encode()).Code; got != http.StatusNotFound {
		t.Errorf("a forged address: %d", got)
	}
}

func FuzzPlainPage(f *testing.F) {
	for _, seed := range []string{"", "http://", "a@b.c", "> x\n>y", "https://a.example/\"><script>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if fault := hostile(strings.Replace(plainPage(text, ""), `<meta name="color-scheme" content="light dark">`, "", 1)); fault != "" {
			t.Errorf("%q gives %s", text, fault)
		}
	})
}

func FuzzPixels(f *testing.F) {
	f.Add([]byte("RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, octets []byte) {
		if count, ok := pixels(octets); ok && count < 0 {
			t.Errorf("%d pixels", count)
		}
	})
}
