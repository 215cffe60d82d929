package notify

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// place names where something was: "Geneva, Switzerland". What is unknown is left out.
func (v voice) place(city, country string) string {
	city, country = clean(city, maxNameRunes), v.country(country)
	if city == "" || country == "" {
		return city + country
	}
	return city + ", " + country
}

// country is the name of an ISO 3166-1 alpha-2 code; empty for what is none.
func (v voice) country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return ""
	}
	return display.Regions(language.Make(string(v.language))).Name(region)
}
