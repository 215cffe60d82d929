package socket

// chunkSize is what one read takes at most, in octets.
const chunkSize = 4 << 10

// smallChunk is held by every socket that has no raw access, in octets.
const smallChunk = 512

// readBlocking reads through the connection: for TLS that ends in this process
// and for systems other than Linux.
func (c *socket) readBlocking() {
	chunk := make([]byte, smallChunk)
	for {
		n, err := c.conn.Read(chunk)
		if n > 0 && !c.apart(func() bool { return c.received(chunk[:n]) }) {
			return
		}
		if err != nil {
			c.cut()
			return
		}
	}
}
