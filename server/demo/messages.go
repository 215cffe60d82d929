package demo

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// messageFiles are the demonstration's mail: a folder for each mailbox, and in
// it a file for each message. All of it is of our own writing.
//
// They are ordinary messages with up to four header fields first, which never
// leave this package:
//
//	X-Demo-Age: 26h15m             how long ago it came; becomes its Date. Required
//	X-Demo-Zone: +0900             the sender's time zone, +0100 when absent
//	X-Demo-Folder: sent            where it lies, inbox when absent
//	X-Demo-Flags: seen starred     none when absent
//
// DEMODAY+3 anywhere in a message becomes the day after so many days, as
// YYYYMMDD: an invitation is to lie ahead whenever the demonstration is begun.
// Lines end in LF in the repository and in CRLF when loaded.
//
//go:embed messages/*/*.eml
var messageFiles embed.FS

// Message is one message of the demonstration.
type Message struct {
	// Name tells messages apart: "info/school-beds-1".
	Name string
	// Mailbox is the address it lies in.
	Mailbox string
	// Folder is where in that mailbox.
	Folder Folder
	// ArrivedAt is when it came, or was sent, in UTC.
	ArrivedAt time.Time
	// Seen and Starred are its flags.
	Seen, Starred bool
	// Raw is the message with CRLF line ends and a Date.
	Raw []byte
}

// Folder is the role of a folder.
type Folder string

// The folders in which the demonstration has mail.
const (
	Inbox   Folder = "inbox"
	Archive Folder = "archive"
	Sent    Folder = "sent"
	Drafts  Folder = "drafts"
	Spam    Folder = "spam"
	Trash   Folder = "trash"
)

var folders = []Folder{Inbox, Archive, Sent, Drafts, Spam, Trash}

// mailboxes are the addresses behind the folders of messageFiles.
var mailboxes = map[string]string{
	"info":    "info@acme.example",
	"support": "support@acme.example",
	"billing": "billing@acme.example",
	"anna":    "anna@acme.example",
	"ben":     "ben@acme.example",
	"hello":   "hello@studio.example",
}

// Messages loads the demonstration's mail as if it had come in the weeks
// before now, oldest first.
func Messages(now time.Time) ([]Message, error) {
	var messages []Message
	err := fs.WalkDir(messageFiles, "messages", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := messageFiles.ReadFile(name)
		if err != nil {
			return err
		}
		message, err := load(content, now)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		message.Name = strings.TrimSuffix(strings.TrimPrefix(name, "messages/"), ".eml")
		message.Mailbox = mailboxes[path.Dir(message.Name)]
		messages = append(messages, message)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("demonstration messages: %w", err)
	}
	slices.SortStableFunc(messages, func(a, b Message) int { return a.ArrivedAt.Compare(b.ArrivedAt) })
	return messages, nil
}

const (
	hintPrefix  = "X-Demo-"
	defaultZone = "+0100"
)

var errNoAge = errors.New("no X-Demo-Age")

// load reads the hints off a file and makes the message of what remains.
func load(content []byte, now time.Time) (Message, error) {
	content = bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
	hints := map[string]string{"Zone": defaultZone, "Folder": string(Inbox)}
	for bytes.HasPrefix(content, []byte(hintPrefix)) {
		line, rest, _ := bytes.Cut(content, []byte("\n"))
		name, value, _ := strings.Cut(string(line[len(hintPrefix):]), ": ")
		hints[name], content = value, rest
	}
	message, zone, err := apply(hints, now)
	if err != nil {
		return Message{}, err
	}
	date := "Date: " + message.ArrivedAt.In(zone).Format(time.RFC1123Z) + "\n"
	content = append([]byte(date), comingDays(content, now)...)
	message.Raw = bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
	return message, nil
}

func apply(hints map[string]string, now time.Time) (Message, *time.Location, error) {
	message := Message{Folder: Folder(hints["Folder"])}
	if !slices.Contains(folders, message.Folder) {
		return Message{}, nil, fmt.Errorf("unknown folder %q", message.Folder)
	}
	if hints["Age"] == "" {
		return Message{}, nil, errNoAge
	}
	age, err := time.ParseDuration(hints["Age"])
	if err != nil {
		return Message{}, nil, err
	}
	message.ArrivedAt = now.Add(-age).UTC().Truncate(time.Second) // as exact as a Date
	zone, err := time.Parse("-0700", hints["Zone"])
	if err != nil {
		return Message{}, nil, err
	}
	for flag := range strings.FieldsSeq(hints["Flags"]) {
		switch flag {
		case "seen":
			message.Seen = true
		case "starred":
			message.Starred = true
		default:
			return Message{}, nil, fmt.Errorf("unknown flag %q", flag)
		}
	}
	return message, zone.Location(), nil
}

var demoDay = regexp.MustCompile(`DEMODAY([+-]\d{1,3})`)

func comingDays(content []byte, now time.Time) []byte {
	return demoDay.ReplaceAllFunc(content, func(placeholder []byte) []byte {
		days, _ := strconv.Atoi(string(placeholder[len("DEMODAY"):])) // as the expression matched
		return now.UTC().AddDate(0, 0, days).AppendFormat(nil, "20060102")
	})
}
