package httpd

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"

	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// What fetching a remote picture may cost.
const (
	maxPicture       = 10 << 20
	fetchWithin      = 15 * time.Second
	connectWithin    = 5 * time.Second
	maxRedirects     = 3
	maxPictureURL    = 4096
	fetchesAtOnce    = 32
	pictureUserAgent = "Latchkey picture proxy"
)

var (
	errNotPublic     = errors.New("not a public address")
	errTooManyHops   = errors.New("too many redirects")
	errStrangeScheme = errors.New("neither http nor https on its usual port")
)

// imageProxy fetches remote pictures for readers who asked for them: the
// sender's server sees ours, not the reader. It goes to public addresses only,
// or a message could make it read what stands inside our network.
type imageProxy struct {
	key     []byte
	client  *http.Client
	fetches chan struct{}
}

// newImageProxy makes one that connects to the addresses that allowed lets pass, after names were looked up.
func newImageProxy(key []byte, allowed func(netip.AddrPort) bool) *imageProxy {
	dialer := &net.Dialer{Timeout: connectWithin, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil || !allowed(to) {
			return errNotPublic
		}
		return nil
	}}
	return &imageProxy{
		key: key,
		client: &http.Client{
			Timeout: fetchWithin,
			Transport: &http.Transport{ // no proxy of the environment, no cookies
				DialContext: dialer.DialContext, TLSHandshakeTimeout: connectWithin,
				ResponseHeaderTimeout: connectWithin, DisableKeepAlives: true, MaxResponseHeaderBytes: 32 << 10,
			},
			CheckRedirect: func(_ *http.Request, via []*http.Request) error {
				if len(via) > maxRedirects {
					return errTooManyHops
				}
				return nil
			},
		},
		fetches: make(chan struct{}, fetchesAtOnce),
	}
}

// address is where a reader of the message gets a remote picture; empty for
// what is not to be fetched.
func (x *imageProxy) address(message nodeid.ID, remote string) string {
	if len(remote) > maxPictureURL {
		return ""
	}
	return "/mail/image-proxy?" + url.Values{
		"message": {message.String()}, "url": {remote}, "signature": {x.sign(message.String(), remote)},
	}.Encode()
}

func (x *imageProxy) sign(message, remote string) string {
	mac := hmac.New(sha256.New, x.key)
	mac.Write([]byte(message + "\x00" + remote))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// image serves a remote picture of a message that the viewer may read.
func (p *mailPages) image(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	message, remote := q.Get("message"), q.Get("url")
	if !hmac.Equal([]byte(q.Get("signature")), []byte(p.images.sign(message, remote))) {
		return refusal.NotFound()
	}
	if _, _, err := p.open(r, message); err != nil {
		return err
	}
	picture, mediaType, err := p.images.fetch(r.Context(), remote)
	if err != nil {
		p.log.DebugContext(r.Context(), "a remote picture can't be fetched", "error", err)
		return refusal.Unavailable()
	}
	w.Header().Set("Content-Type", mediaType)
	serve(w, r, picture)
	return nil
}

// fetch gets a picture that is one, and not too large.
func (x *imageProxy) fetch(ctx context.Context, remote string) (picture []byte, mediaType string, err error) {
	select {
	case x.fetches <- struct{}{}:
		defer func() { <-x.fetches }()
	case <-ctx.Done():
		return nil, "", ctx.Err()
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, remote, nil) //nolint:gosec // G704: the address is signed, and checked again when dialled
	if err != nil {
		return nil, "", err
	}
	if s := request.URL.Scheme; s != "http" && s != "https" || request.URL.User != nil {
		return nil, "", errStrangeScheme
	}
	request.Header.Set("User-Agent", pictureUserAgent)
	request.Header.Set("Accept", "image/webp,image/png,image/jpeg,image/gif")
	response, err := x.client.Do(request) //nolint:gosec // G704: the dialler refuses addresses that are not public
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, "", fmt.Errorf("status %d", response.StatusCode)
	}
	if picture, err = io.ReadAll(io.LimitReader(response.Body, maxPicture+1)); err != nil {
		return nil, "", err
	}
	return checked(picture)
}

func checked(picture []byte) ([]byte, string, error) {
	if len(picture) > maxPicture {
		return nil, "", fmt.Errorf("over %d octets", maxPicture)
	}
	mediaType := pictureType(picture)
	if count, ok := pixels(picture); mediaType == "" || !ok || count > maxPixels {
		return nil, "", fmt.Errorf("not a raster picture of at most %d pixels", maxPixels)
	}
	return picture, mediaType, nil
}
