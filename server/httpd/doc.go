// Package httpd is the web's door: the API, the web client, what frames and
// downloads of mail are made of, and what operators watch. It knows cookies,
// origins and headers, and decides nothing about rights.
package httpd
