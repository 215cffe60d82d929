package sanitize

import (
	"strings"

	dom "golang.org/x/net/html"
)

const (
	quirksMode       = ""
	standardsMode    = "<!DOCTYPE html>"
	almostStandards  = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`
	ibmQuirksDoctype = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"
)

// layoutMode gives a doctype of the same layout mode as the sender's (HTML §13.2.6.4.1).
// Half of all newsletters are "almost standards": as plain HTML their pictures gain gaps.
func layoutMode(doc *dom.Node) string {
	for n := doc.FirstChild; n != nil; n = n.NextSibling {
		if n.Type == dom.DoctypeNode {
			return modeOf(n)
		}
	}
	return quirksMode
}

func modeOf(doctype *dom.Node) string {
	public := strings.ToLower(attribute(doctype, "public"))
	system := strings.ToLower(attribute(doctype, "system"))
	loose := strings.Contains(public, " transitional//") || strings.Contains(public, " frameset//")
	html401 := strings.HasPrefix(public, "-//w3c//dtd html 4.01")
	xhtml := strings.HasPrefix(public, "-//w3c//dtd xhtml")
	switch {
	case !strings.EqualFold(doctype.Data, "html"), system == ibmQuirksDoctype:
		return quirksMode
	case loose && strings.HasPrefix(public, "-//w3c//dtd xhtml 1.0"), loose && html401 && system != "":
		return almostStandards
	case loose && html401:
		return quirksMode
	case public == "", xhtml, html401, strings.HasPrefix(public, "-//w3c//dtd html 4.0 strict"):
		return standardsMode
	}
	return quirksMode
}
