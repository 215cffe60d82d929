package sanitize

import "strings"

// isProperty says whether a property (lower case) may stand. Properties go by their
// first word, vendors' own by the words after the prefix; custom ones ("--x") don't pass,
// because they would carry tokens past the checks of the property that uses them.
func isProperty(name string) bool {
	if !isName(name) || strings.HasPrefix(name, "--") {
		return false
	}
	if rest, ok := strings.CutPrefix(name, "-"); ok {
		vendor, plain, _ := strings.Cut(rest, "-")
		switch vendor {
		case "webkit", "moz", "ms":
			return isVendorProperty(plain)
		}
		return false
	}
	family, _, _ := strings.Cut(name, "-")
	return isPropertyFamily(family)
}

func isPropertyFamily(word string) bool {
	switch word {
	case "accent", "align", "appearance", "aspect", "background", "block", "border", "bottom", "box", "caption",
		"clear", "color", "column", "columns", "content", "counter", "cursor", "direction", "display", "empty",
		"flex", "float", "font", "gap", "grid", "height", "hyphens", "inline", "inset", "isolation", "justify", "left",
		"letter", "line", "list", "margin", "max", "min", "mix", "object", "opacity", "order", "orphans", "outline",
		"overflow", "padding", "page", "place", "position", "quotes", "right", "row", "tab", "table", "text", "top",
		"transform", "unicode", "vertical", "visibility", "white", "widows", "width", "word", "writing", "z", "filter":
		return true
	}
	return false
}

func isVendorProperty(plain string) bool {
	family, _, _ := strings.Cut(plain, "-")
	switch family {
	case "text", "font", "box", "border", "hyphens":
		return true
	}
	return false
}

// isFunction lists what may be called in a value: nothing that takes an address.
func isFunction(name string) bool {
	switch strings.TrimSuffix(name, "(") {
	case "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "light-dark",
		"calc", "min", "max", "clamp",
		"linear-gradient", "radial-gradient", "conic-gradient", "repeating-linear-gradient", "repeating-radial-gradient",
		"translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate", "skew", "skewx", "skewy", "matrix",
		"counter", "counters", "minmax", "repeat", "fit-content", "rect",
		"blur", "brightness", "contrast", "grayscale", "invert", "opacity", "saturate", "sepia", "drop-shadow":
		return true
	}
	return false
}
