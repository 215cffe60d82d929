package httpd

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"latchkey/frontend"
)

// spa serves the web client: files with a hash in their name for ever, pages afresh each time.
func spa() http.Handler {
	files := frontend.Files()
	assets := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "Pages can only be read.", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if isFile(files, name) {
			if strings.HasPrefix(name, "assets/") {
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			assets.ServeHTTP(w, r)
			return
		}
		if strings.HasPrefix(name, "assets/") { // never answer a missing script with a page
			http.NotFound(w, r)
			return
		}
		servePage(w, r, files)
	})
}

func servePage(w http.ResponseWriter, r *http.Request, files fs.FS) {
	page := frontend.Page(r.URL.Path)
	content, err := fs.ReadFile(files, page)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeContent(w, r, page, time.Time{}, bytes.NewReader(content))
}

// isFile says no to pages themselves, which are reached by their routes only.
func isFile(files fs.FS, name string) bool {
	if name == "" || strings.HasSuffix(name, ".html") {
		return false
	}
	info, err := fs.Stat(files, name)
	return err == nil && !info.IsDir()
}
