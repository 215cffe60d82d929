package config

import (
	"io"
	"os"
	"strings"
	"testing"
)

func load(t *testing.T, args []string, env map[string]string) (*Config, error) {
	t.Helper()
	c, _, err := Load(args, func(name string) string { return env[name] }, io.Discard)
	return c, err
}

func TestANewcomerNeedsNoSettings(t *testing.T) {
	c, err := load(t, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.PublicURL.String() != "http://localhost:8080" || !strings.HasPrefix(c.DatabaseURL, "sqlite:///") || c.SMTPAddr != ":2525" {
		t.Errorf("got %v, %s, %s", c.PublicURL, c.DatabaseURL, c.SMTPAddr)
	}
}

func TestAFlagWinsOverTheEnvironment(t *testing.T) {
	c, err := load(t, []string{"--http-addr", ":9000"}, map[string]string{"LATCHKEY_HTTP_ADDR": ":7000", "LATCHKEY_DEMO": "true"})
	if err != nil || c.HTTPAddr != ":9000" || !c.Demo || c.PublicURL.Port() != "9000" {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestEveryMistakeIsSaidAtOnce(t *testing.T) {
	_, err := load(t, nil, map[string]string{
		"LATCHKEY_HTTP_ADDR": "nowhere", "LATCHKEY_PUBLIC_URL": "ftp://x", "LATCHKEY_DATABASE_URL": "mysql://x",
		"LATCHKEY_BLOB_URL": "s3://bucket", "LATCHKEY_SECRET_KEY": "short", "LATCHKEY_NATS_URL": "x",
		"LATCHKEY_RELAY_URL": "smtp://user:hunter2@relay", "LATCHKEY_LOG_LEVEL": "loud", "LATCHKEY_SMTP_ADDR": "x",
	})
	if err == nil {
		t.Fatal("taken")
	}
	for _, name := range []string{"HTTP_ADDR", "PUBLIC_URL", "DATABASE_URL", "BLOB_URL", "SECRET_KEY", "NATS_URL", "RELAY_URL", "LOG_LEVEL"} {
		if !strings.Contains(err.Error(), "LATCHKEY_"+name) {
			t.Errorf("%s is not named in: %v", name, err)
		}
	}
	if strings.Contains(err.Error(), "hunter2") {
		t.Error("the relay's password is shown")
	}
}

func TestTheSecretKeyIsMadeOnceAndKept(t *testing.T) {
	env := map[string]string{"LATCHKEY_DATA_DIR": t.TempDir() + "/data"}
	first, _ := load(t, nil, env)
	if err := first.EnsureSecretKey(); err != nil {
		t.Fatal(err)
	}
	second, _ := load(t, nil, env)
	if err := second.EnsureSecretKey(); err != nil || string(second.SecretKey) != string(first.SecretKey) {
		t.Errorf("another key after a restart: %v", err)
	}
	info, err := os.Stat(first.DataDir + "/" + secretKeyFile)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the key: %v, %v", info.Mode(), err)
	}
}

func TestTheDocumentationListsEverySetting(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Settings() {
		row := "| `--" + s.Name + "` | `" + s.Variable() + "` |"
		if !strings.Contains(string(page), row) || !strings.Contains(string(page), s.Meaning) {
			t.Errorf("docs/configuration.md lacks or misstates %s", s.Name)
		}
	}
}
