package socket

import (
	"errors"
	"io"
	"net"
	"syscall"
	"unsafe"
)

// rawConn returns the socket beneath a connection; nil where there is none, as
// with TLS that ends in this process.
func rawConn(conn net.Conn) syscall.RawConn {
	c, ok := conn.(syscall.Conn)
	if !ok {
		return nil
	}
	raw, err := c.SyscallConn()
	if err != nil {
		return nil
	}
	return raw
}

// newWriter returns a writer whose attempt hands the frame to the kernel. A
// RawSyscall, because with MSG_DONTWAIT it can't block: the scheduler need not
// be told, which is a good part of a small write's cost.
func newWriter() *writer {
	w := &writer{}
	w.attempt = func(fd uintptr) bool {
		for {
			n, _, errno := syscall.RawSyscall6(syscall.SYS_SENDTO, fd,
				uintptr(unsafe.Pointer(unsafe.SliceData(w.frame))), uintptr(len(w.frame)), //nolint:gosec // G103: w holds the frame during the call
				syscall.MSG_NOSIGNAL|syscall.MSG_DONTWAIT, 0, 0)
			if errno == syscall.EINTR {
				continue
			}
			w.written, w.err = int(n), nil
			if errno != 0 {
				w.written, w.err = 0, errno
			}
			return true // never false: that would wait, and hold the lock
		}
	}
	return w
}

// listen waits for the socket to be readable, on a stack that never grows, and
// reads on a borrowed one.
func (c *socket) listen() {
	if c.raw == nil {
		c.readBlocking()
		return
	}
	r := readiness{}
	r.check = r.readable
	for c.raw.Read(r.check) == nil {
		if !c.apart(c.readAvailable) {
			return
		}
	}
	c.cut()
}

type readiness struct {
	octet [1]byte
	check func(fd uintptr) bool
}

// readable tells whether there is an octet, an end or an error to read.
func (r *readiness) readable(fd uintptr) bool {
	_, _, errno := syscall.RawSyscall6(syscall.SYS_RECVFROM, fd,
		uintptr(unsafe.Pointer(&r.octet)), 1, syscall.MSG_PEEK|syscall.MSG_DONTWAIT, 0, 0) //nolint:gosec // G103: r holds the octet during the call
	return errno != syscall.EAGAIN
}

// readAvailable takes what is there now; false when there will be no more.
func (c *socket) readAvailable() bool {
	chunk := c.server.chunks.Get().(*[]byte)
	defer c.server.chunks.Put(chunk)
	for {
		n, err := c.readNow(*chunk)
		if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EINTR) {
			return true
		}
		if err != nil {
			c.cut()
			return false
		}
		if !c.received((*chunk)[:n]) {
			return false
		}
		if n < len(*chunk) {
			return true
		}
	}
}

func (c *socket) readNow(b []byte) (n int, err error) {
	failed := c.raw.Read(func(fd uintptr) bool {
		n, err = syscall.Read(int(fd), b)
		return true
	})
	switch {
	case failed != nil:
		return 0, failed
	case err != nil:
		return 0, err
	case n == 0:
		return 0, io.EOF
	}
	return n, nil
}
