import { defineConfig, devices } from '@playwright/test';

const port = 8097;
const baseURL = `http://localhost:${port}`; // passkeys need a host name

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 1, // one server, one set of demonstration data
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
    command: [
      'rm -rf frontend/e2e/.out &&',
      './latchkey serve --demo',
      `--http-addr localhost:${port} --public-url ${baseURL}`,
      '--smtp-addr localhost:2597 --data-dir frontend/e2e/.out',
    ].join(' '),
    cwd: '..',
    url: `${baseURL}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
