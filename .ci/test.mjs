// `npm test`: installs what is missing and runs every test that this machine
// can, says what it skipped and why, and fails instead when
// LATCHKEY_TEST_STRICT=1 (as .ci/run sets it).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const strict = process.env.LATCHKEY_TEST_STRICT === '1';
const skipped = [];

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const began = Date.now();
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error || status !== 0) {
    console.error(`── ${title}: failed`);
    process.exit(status || 1);
  }
  console.log(`── ${title}: passed in ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

function skip(what, why) {
  skipped.push(`${what}: ${why}`);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

if (!existsSync('node_modules/.package-lock.json')) {
  run('install node packages', 'npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  });
}
run('build the web client', 'npm', ['run', '--silent', 'build']);
run("web client's unit tests", 'npm', ['run', '--silent', 'test:unit']);
run("Go tests (a test that can't run here says why with -v)", 'go', ['test', './...']);

if (onPath('chromium')) {
  run('build the binary', 'go', ['build', '-o', 'latchkey', './server/cmd/latchkey']);
  run('browser tests', 'npm', ['run', '--silent', 'e2e'], { LATCHKEY_BINARY: './latchkey' });
} else {
  skip('browser tests', 'there is no `chromium` on the PATH (Debian: apt-get install chromium)');
}

if (skipped.length > 0) {
  console.log(`\n── skipped\n${skipped.map((line) => `   ${line}`).join('\n')}`);
  if (strict) process.exit(1);
}
console.log('\n── every test that ran has passed');
