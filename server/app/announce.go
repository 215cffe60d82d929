package app

import (
	"context"
	"fmt"
	"io"
	"net"

	"latchkey/server/demo"
)

// announce is what a newcomer reads first.
func announce(w io.Writer, a *App) {
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\n", args...) }
	say("")
	say("  Latchkey is at  %s", a.config.PublicURL)
	if a.SMTPListener != nil {
		say("  Mail comes in   smtp://localhost:%d", port(a.SMTPListener))
	}
	if a.LMTPListener != nil {
		say("                  lmtp://%s", a.LMTPListener.Addr())
	}
	switch needed, err := a.identity.SetUpNeeded(context.Background()); {
	case a.config.Demo:
		say("")
		say("  Sign in as      anna@acme.example      owner of Acme")
		say("                  ben@acme.example       member of Acme")
		say("                  chloe@studio.example   an outsider, to share with")
		say("  with password   %s", demo.Password)
		say("  Mail not sent   %s/demo/outbox", a.config.PublicURL)
	case err == nil && needed:
		say("")
		say("  Nobody can sign in yet. Set up the first organization:")
		say("                  %s/setup", a.config.PublicURL)
		say("  with this code  %s", a.setUpCode)
	}
	say("")
}

func port(l net.Listener) int {
	if tcp, ok := l.Addr().(*net.TCPAddr); ok {
		return tcp.Port
	}
	return 0
}
