import { defineConfig, devices } from '@playwright/test';

const port = 8127;
const baseURL = `http://localhost:${port}`; // passkeys need a host name

export default defineConfig({
  testDir: 'e2e',
  outputDir: '/tmp/sizecheck-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 1, // one server, one set of demonstration data
  expect: { timeout: 10_000 }, // a machine that does other work, too
  retries: process.env.CI ? 1 : 0,
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    channel: undefined,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
  webServer: {
    command: `rm -rf /tmp/sizecheck.out && ${process.env.LATCHKEY_BINARY ?? './latchkey'} serve --demo`,
    env: {
      LATCHKEY_HTTP_ADDR: `localhost:${port}`,
      LATCHKEY_PUBLIC_URL: baseURL,
      LATCHKEY_SMTP_ADDR: 'localhost:2627',
      LATCHKEY_DATA_DIR: '/tmp/sizecheck.out',
    },
    cwd: '..',
    url: `${baseURL}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
