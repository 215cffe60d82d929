//go:build !linux

package socket

import (
	"net"
	"syscall"
)

// rawConn returns nil: everything goes through the connection.
func rawConn(net.Conn) syscall.RawConn { return nil }

func newWriter() *writer { return &writer{} }

func (c *socket) listen() { c.readBlocking() }
