package smtpd

import (
	"net"
	"time"
)

// turnAwayTimeout bounds the one line said to a connection over the limit. It
// fits any socket buffer; accepting others must not wait for it.
const turnAwayTimeout = 100 * time.Millisecond

// doorkeeper lets in as many connections as the limits allow, and tells the
// others why not.
type doorkeeper struct {
	net.Listener
	server *Server
}

func (d doorkeeper) Accept() (net.Conn, error) {
	for {
		raw, err := d.Listener.Accept()
		if err != nil {
			return nil, err
		}
		from := remoteAddr(raw.RemoteAddr())
		if d.server.peers.enter(site(from)) {
			return d.server.admit(raw, from), nil
		}
		d.server.counters.turnedAway.Add(1)
		d.server.log.Info("connection turned away", "remote", from)
		// If even this line cannot be said, closing says it too.
		_ = raw.SetWriteDeadline(time.Now().Add(turnAwayTimeout))
		_, _ = raw.Write([]byte(line(replyManyConnections)))
		_ = raw.Close()
	}
}
