package app

import (
	"context"
	"fmt"
	"os"

	"latchkey/server/demo"
	"latchkey/server/sharing"
)

// fill puts the demonstration into a new database, showing how far it is.
// Nobody is told by mail of the access that it begins with.
func (a *App) fill(ctx context.Context) error {
	if !a.config.Demo {
		return nil
	}
	quiet := sharing.New(sharing.Options{Store: a.store, Box: a.box, PublicURL: a.config.PublicURL.String(), Log: a.log})
	return demo.Seed(ctx, demo.Deps{
		Store: a.store, Identity: a.identity, Organizations: a.organizations, Sharing: quiet, Mail: a.mail,
		Progress: showProgress(),
	})
}

// showProgress rewrites one line on a terminal, and elsewhere writes a line
// for each quarter, so that a log is not flooded.
func showProgress() func(done, total int) {
	info, err := os.Stderr.Stat()
	live := err == nil && info.Mode()&os.ModeCharDevice != 0
	return func(done, total int) {
		text := fmt.Sprintf("Filling the demonstration: %d of %d messages", done, total)
		quarter := max(1, total/4)
		switch {
		case live && done < total:
			_, _ = fmt.Fprintf(os.Stderr, "\r%s", text)
		case live:
			_, _ = fmt.Fprintf(os.Stderr, "\r%s\n", text)
		case done%quarter == 0 || done == total:
			_, _ = fmt.Fprintln(os.Stderr, text)
		}
	}
}
