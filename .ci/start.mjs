// npm start: from a fresh clone to a running server with demonstration data.
// It needs Node and Go and nothing else, skips what has not changed since the
// last time, and says how long each step takes. Arguments go to the server:
//   npm start -- --http-addr :9000
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const windows = process.platform === 'win32';
const binary = windows ? 'latchkey.exe' : 'latchkey';
const memory = 'node_modules/.cache/latchkey'; // what the last run was made from
const root = new URL('..', import.meta.url);
process.chdir(decodeURIComponent(windows ? root.pathname.slice(1) : root.pathname));

needGo();
// Not `npm ci`: it insists that the lock file lists the binaries of every
// platform, which holds only where it was written with a registry that has them all.
await step('Packages', {
  upToDate: () => existsSync('node_modules/.package-lock.json') && unchanged('packages', ['package-lock.json']),
  run: (onLine) =>
    command('npm', ['install', '--no-save', '--no-audit', '--no-fund'], onLine, {
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    }),
  done: () => remember('packages', ['package-lock.json']),
});
const client = [
  'package-lock.json',
  'frontend/index.html',
  'frontend/public.html',
  'frontend/public',
  'frontend/src',
  'frontend/vite.config.ts',
  'frontend/firstPaint.ts',
  'frontend/leanRelay.plugin.ts',
  'frontend/relay.plugin.ts',
  'frontend/messages.plugin.ts',
];
await step('Web client', {
  upToDate: () => existsSync('frontend/dist/app/index.html') && unchanged('client', client),
  run: (onLine) =>
    command(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'frontend/vite.config.ts'],
      onLine,
    ),
  done: () => remember('client', client),
});
await step('Server', {
  upToDate: () => false, // Go knows best what it has to build again
  run: (onLine) => command('go', ['build', '-v', '-o', binary, './server/cmd/latchkey'], onLine),
});
serve();

function needGo() {
  if (spawnSync('go', ['version']).status === 0) return;
  fail('Go is missing. Install Go 1.26 or newer from https://go.dev/dl/ and run npm start again.');
}

/** Runs one step unless it is up to date, with the seconds that it takes and what it is at. */
async function step(name, { upToDate, run, done }) {
  if (upToDate()) {
    console.log(`✓ ${name}: nothing changed`);
    return;
  }
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(0)} s`;
  const live = process.stdout.isTTY;
  let at = '';
  let lines = 0;
  const show = () => {
    const text = `… ${name}: ${seconds()}${lines > 0 ? `, ${lines} lines` : ''}  ${at}`;
    if (live) process.stdout.write(`\r\x1b[2K${text.slice(0, (process.stdout.columns || 80) - 1)}`);
    else console.log(text.trimEnd());
  };
  show();
  const ticking = setInterval(show, live ? 200 : 10_000);
  const { status, output } = await run((line) => {
    at = line;
    lines += 1;
  });
  clearInterval(ticking);
  if (live) process.stdout.write('\r\x1b[2K');
  if (status !== 0) fail(`${output}\n✗ ${name} failed after ${seconds()}: what went wrong stands above.`);
  done?.();
  console.log(`✓ ${name}: ${seconds()}`);
}

/** Runs a program; its lines are progress, and are shown whole only when it fails. */
function command(program, parameters, onLine, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && program === 'npm',
    });
    let output = '';
    const read = (chunk) => {
      output += chunk;
      for (const line of String(chunk).split('\n')) if (line.trim()) onLine(line.trim());
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (failure) => resolve({ status: 1, output: `${program}: ${failure.message}` }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    hash.update(`${path}\0`).update(readFileSync(path));
  };
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) (entry.isDirectory() ? walk : add)(join(folder, entry.name));
  };
  for (const path of paths) {
    const folder = existsSync(path) && !/\.\w+$/.test(path);
    (folder ? walk : add)(path);
  }
  return hash.digest('hex');
}

function unchanged(name, paths) {
  const kept = join(memory, name);
  return existsSync(kept) && readFileSync(kept, 'utf8') === fingerprint(paths);
}

function remember(name, paths) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(join(memory, name), fingerprint(paths));
}

/** Hands over to the server: it prints where to go, and ends when told to. */
function serve() {
  const server = spawn(`./${binary}`, ['serve', '--demo', ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends ^C to both; waiting lets the server drain and have the last word.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && server.kill(signal));
  server.on('error', (failure) => fail(`✗ The server can't be started: ${failure.message}`));
  server.on('exit', (status, signal) => process.exit(status ?? (signal ? 1 : 0)));
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
