package sanitize

import "golang.org/x/net/html/atom"

// droppedWhole lists elements whose content is not text for the reader: it runs, loads,
// asks for input, or is parsed by other rules than the rest.
func droppedWhole(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Noscript, atom.Iframe, atom.Frame, atom.Frameset, atom.Noframes, atom.Object, atom.Embed,
		atom.Applet, atom.Template, atom.Xmp, atom.Noembed, atom.Plaintext, atom.Textarea, atom.Select, atom.Svg,
		atom.Math, atom.Title, atom.Link, atom.Meta, atom.Base, atom.Audio, atom.Video, atom.Source, atom.Track,
		atom.Param, atom.Dialog, atom.Input, atom.Slot, atom.Canvas, atom.Datalist, atom.Keygen:
		return true
	}
	return false
}

// isKept lists the elements that are shown. What is in neither list gives way to its
// content.
func isKept(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Head, atom.Body, atom.A, atom.Abbr, atom.Acronym, atom.Address, atom.Area, atom.Article,
		atom.Aside, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Blockquote, atom.Br, atom.Button, atom.Caption,
		atom.Center, atom.Cite, atom.Code, atom.Col, atom.Colgroup, atom.Dd, atom.Del, atom.Details, atom.Dfn,
		atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Em, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Font,
		atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Legend, atom.Li, atom.Main, atom.Map, atom.Mark,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Picture, atom.Pre, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S,
		atom.Samp, atom.Section, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Summary, atom.Sup,
		atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Time, atom.Tr, atom.Tt, atom.U,
		atom.Ul, atom.Var, atom.Wbr:
		return true
	}
	return false
}

// isPlainAttribute lists attributes whose value can neither run nor load anything, on
// whatever element they stand.
func isPlainAttribute(key string) bool {
	switch key {
	case "abbr", "align", "alink", "alt", "aria-hidden", "aria-label", "aria-level", "axis", "bgcolor", "border",
		"bordercolor", "cellpadding", "cellspacing", "char", "charoff", "class", "clear", "color", "cols", "colspan",
		"compact", "coords", "datetime", "dir", "face", "frame", "headers", "height", "hspace", "id", "lang",
		"noshade", "nowrap", "open", "reversed", "role", "rowspan", "rules", "scope", "shape", "size", "span",
		"start", "summary", "text", "title", "type", "valign", "value", "vlink", "vspace", "width":
		return true
	}
	return false
}
