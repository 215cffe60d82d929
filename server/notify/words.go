package notify

// words are an invitation's texts in one language. Verbs are arguments of fmt
// in the order given.
type words struct {
	subject    string // inviter, mailbox
	heading    string // inviter, mailbox
	inviter    string // name, address, organization
	can        string // what
	cannot     string // what
	and, or    string
	until      string // date: the access ends
	button     string
	copyLink   string
	works      string // date: the link ends
	worksFor   string // guest, date: the link ends
	noPassword string
	why        string // inviter
	phrases    [abilities]string
}

var texts = map[Language]words{
	English: {
		subject:    "%s invites you to use %s",
		heading:    "%s invites you to use %s",
		inviter:    "%s (%s), at %s.",
		can:        "You will be able to %s.",
		cannot:     "Not: %s.",
		and:        "and",
		or:         "or",
		until:      "Until %s.",
		button:     "Open the invitation",
		copyLink:   "Or copy this link:",
		works:      "It works once, until %s.",
		worksFor:   "It works once, for %s, until %s.",
		noPassword: "No password is needed for this mailbox, and nobody should ask you for one.",
		why:        "You get this because %s typed your address. Not expecting it? Do nothing; it runs out by itself.",
		phrases: [abilities]string{
			read: "read its mail", organize: "organize it", remove: "delete messages", writeDrafts: "write drafts",
			sendOnBehalf: "send on its behalf", sendAs: "send as this address", send: "send",
			manageSettings: "change its settings", manageSomeSettings: "change some of its settings", inviteOthers: "invite others",
		},
	},
	French: {
		subject:    "%s vous invite à utiliser %s",
		heading:    "%s vous invite à utiliser %s",
		inviter:    "%s (%s), chez %s.",
		can:        "Vous pourrez %s.",
		cannot:     "Mais pas %s.",
		and:        "et",
		or:         "ni",
		until:      "Jusqu’au %s.",
		button:     "Ouvrir l’invitation",
		copyLink:   "Ou copiez ce lien :",
		works:      "Il fonctionne une seule fois, jusqu’au %s.",
		worksFor:   "Il fonctionne une seule fois, pour %s, jusqu’au %s.",
		noPassword: "Aucun mot de passe n’est nécessaire pour cette boîte, et personne ne devrait vous en demander un.",
		why:        "Vous recevez ce message parce que %s a saisi votre adresse. Vous ne l’attendiez pas ? Ne faites rien : l’invitation expire d’elle-même.",
		phrases: [abilities]string{
			read: "lire ses messages", organize: "les classer", remove: "supprimer des messages", writeDrafts: "rédiger des brouillons",
			sendOnBehalf: "envoyer de sa part", sendAs: "envoyer avec cette adresse", send: "envoyer",
			manageSettings: "modifier ses réglages", manageSomeSettings: "modifier certains de ses réglages", inviteOthers: "inviter d’autres personnes",
		},
	},
	German: {
		subject:    "%s lädt Sie ein, %s zu nutzen",
		heading:    "%s lädt Sie ein, %s zu nutzen",
		inviter:    "%s (%s), bei %s.",
		can:        "Sie können damit %s.",
		cannot:     "Nicht: %s.",
		and:        "und",
		or:         "oder",
		until:      "Bis zum %s.",
		button:     "Einladung öffnen",
		copyLink:   "Oder kopieren Sie diesen Link:",
		works:      "Er gilt einmal, bis zum %s.",
		worksFor:   "Er gilt einmal, für %s, bis zum %s.",
		noPassword: "Für dieses Postfach brauchen Sie kein Passwort, und niemand sollte Sie nach einem fragen.",
		why:        "Sie erhalten diese Nachricht, weil %s Ihre Adresse eingegeben hat. Unerwartet? Tun Sie nichts; die Einladung läuft von selbst ab.",
		phrases: [abilities]string{
			read: "die E-Mails lesen", organize: "sie ordnen", remove: "Nachrichten löschen", writeDrafts: "Entwürfe schreiben",
			sendOnBehalf: "im Auftrag des Postfachs senden", sendAs: "unter dieser Adresse senden", send: "senden",
			manageSettings: "die Einstellungen ändern", manageSomeSettings: "einige Einstellungen ändern", inviteOthers: "andere einladen",
		},
	},
	Italian: {
		subject:    "%s La invita a usare %s",
		heading:    "%s La invita a usare %s",
		inviter:    "%s (%s), presso %s.",
		can:        "Potrà %s.",
		cannot:     "Non potrà %s.",
		and:        "e",
		or:         "né",
		until:      "Fino al %s.",
		button:     "Apri l’invito",
		copyLink:   "Oppure copi questo link:",
		works:      "Funziona una sola volta, fino al %s.",
		worksFor:   "Funziona una sola volta, per %s, fino al %s.",
		noPassword: "Per questa casella non serve alcuna password, e nessuno dovrebbe chiedergliene una.",
		why:        "Riceve questo messaggio perché %s ha inserito il Suo indirizzo. Non se lo aspettava? Non faccia nulla: l’invito scade da sé.",
		phrases: [abilities]string{
			read: "leggere i messaggi", organize: "ordinarli", remove: "eliminare messaggi", writeDrafts: "scrivere bozze",
			sendOnBehalf: "inviare per conto della casella", sendAs: "inviare con questo indirizzo", send: "inviare",
			manageSettings: "modificare le impostazioni", manageSomeSettings: "modificare alcune impostazioni", inviteOthers: "invitare altre persone",
		},
	},
	Spanish: {
		subject:    "%s le invita a usar %s",
		heading:    "%s le invita a usar %s",
		inviter:    "%s (%s), en %s.",
		can:        "Podrá %s.",
		cannot:     "No podrá %s.",
		and:        "y",
		or:         "ni",
		until:      "Hasta el %s.",
		button:     "Abrir la invitación",
		copyLink:   "O copie este enlace:",
		works:      "Funciona una sola vez, hasta el %s.",
		worksFor:   "Funciona una sola vez, para %s, hasta el %s.",
		noPassword: "Este buzón no necesita contraseña, y nadie debería pedirle una.",
		why:        "Recibe este mensaje porque %s escribió su dirección. ¿No lo esperaba? No haga nada: la invitación caduca sola.",
		phrases: [abilities]string{
			read: "leer su correo", organize: "organizarlo", remove: "eliminar mensajes", writeDrafts: "escribir borradores",
			sendOnBehalf: "enviar en su nombre", sendAs: "enviar con esta dirección", send: "enviar",
			manageSettings: "cambiar sus ajustes", manageSomeSettings: "cambiar algunos de sus ajustes", inviteOthers: "invitar a otras personas",
		},
	},
}
