// Latchkey shares mailboxes without sharing their passwords. This is the one
// binary: the server with the web client inside, and what operators need.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"latchkey/server/app"
	"latchkey/server/config"
	"latchkey/server/database"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "latchkey:", err)
			os.Exit(1)
		}
	}
}

func run(args []string) error {
	command := "serve"
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		command, args = args[0], args[1:]
	}
	if command == "version" {
		fmt.Println(version())
		return nil
	}
	cfg, rest, err := config.Load(args, os.Getenv, os.Stderr)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("don't know what to do with %q: see latchkey -h", rest[0])
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	switch command {
	case "serve":
		return serve(ctx, cfg)
	case "migrate":
		return migrate(ctx, cfg)
	case "doctor":
		return app.Doctor(ctx, cfg, os.Stdout)
	default:
		return fmt.Errorf("there is no command %q: see latchkey -h", command)
	}
}

func serve(ctx context.Context, cfg *config.Config) error {
	log := logger(cfg)
	a, err := app.New(ctx, cfg, log)
	if err != nil {
		return err
	}
	a.Announce(os.Stdout)
	return a.Serve(ctx)
}

func migrate(ctx context.Context, cfg *config.Config) error {
	if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
		return err
	}
	if err := database.Migrate(ctx, cfg.DatabaseURL); err != nil {
		return err
	}
	fmt.Println("The database is up to date.")
	return nil
}

func logger(cfg *config.Config) *slog.Logger {
	options := &slog.HandlerOptions{Level: cfg.LogLevel}
	if cfg.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(os.Stderr, options))
	}
	return slog.New(slog.NewTextHandler(os.Stderr, options))
}

// version is the module's, and the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "latchkey (unknown version)"
	}
	text := "latchkey " + info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			text += " " + setting.Value
		}
	}
	return text + " " + info.GoVersion
}
