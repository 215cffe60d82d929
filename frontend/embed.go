// Package frontend carries the web client inside the binary.
//
// dist/index.html is committed, so that the module compiles on a fresh clone.
// It is a page that says how to build the client. The build itself lands in
// dist/app, which git ignores; when it is there, it is what Files returns.
package frontend

import (
	"embed"
	"io/fs"
	"strings"
)

// all: keeps files whose names begin with an underscore, which a bundler may
// choose for a chunk.
//
//go:embed all:dist
var dist embed.FS

// Built reports whether the client was built before this binary was.
func Built() bool {
	_, err := fs.Stat(dist, "dist/app/"+appPage)
	return err == nil
}

// Files returns the built client, or the page that says how to build it.
// Names are relative, as in "assets/app-1a2b3c.js". Everything below assets/
// carries a hash of its content in its name and may be cached for ever; the
// rest must be asked for again each time.
func Files() fs.FS {
	root := "dist"
	if Built() {
		root = "dist/app"
	}
	files, err := fs.Sub(dist, root)
	if err != nil {
		panic(err) // both names are valid paths: fs.Sub can't refuse them
	}
	return files
}

const (
	appPage    = "index.html"
	publicPage = "public.html"
)

// Page names the HTML file in Files that serves the given URL path. Public
// pages have an entry of their own, which never downloads the GraphQL client.
func Page(path string) string {
	if !Built() {
		return appPage
	}
	for _, public := range []string{"/sign-in", "/setup", "/iw/", "/terms", "/privacy"} {
		if path == public || strings.HasPrefix(path, strings.TrimSuffix(public, "/")+"/") {
			return publicPage
		}
	}
	return appPage
}
