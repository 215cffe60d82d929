// Package demo is the one seed: the organizations, people, mailboxes and mail
// that `latchkey serve --demo` fills a new database with, and that browser
// tests and screenshots use.
package demo
