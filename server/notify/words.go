package notify

// words are all texts in one language. Verbs are arguments of fmt, in the order
// that the comments give; a language that needs another order says %[2]s.
// Readers are addressed formally.
type words struct {
	copyLink string
	cannot   string // what
	and, or  string
	until    string // date: the access ends
	phrases  [abilities]string

	invitation    invitationWords
	code          codeWords
	accountExists accountExistsWords
	newSignIn     newSignInWords
	security      securityWords
	access        accessWords
	accepted      acceptedWords
}

var languages = map[Language]words{
	English: english, French: french, German: german, Italian: italian, Spanish: spanish,
}
