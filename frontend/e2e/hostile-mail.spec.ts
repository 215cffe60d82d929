import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { call, signedIn } from './session';

interface Vector {
  src: string;
  id: string;
  html: string;
  /** It runs a script in a browser that shows it as it is. */
  live?: unknown;
  /** It loads something from elsewhere. */
  fetch?: unknown;
}

const CORPUS = new URL('../../../shared/corpora/html/vectors.json', import.meta.url);
/** Anna opens it as an owner of the organization. No other test looks at its list. */
const BEN = 'ben@acme.example';
const AT_ONCE = 40;
/** Of the vectors that do nothing by themselves, one in so many. */
const SAMPLE = 20;
/** The sandbox of the reader's frame. */
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const FRAMES = '/hostile-mail-frames';

/** All that a message may not do. */
function watch(context: BrowserContext, origin: string): string[] {
  const done: string[] = [];
  const ours = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob|about|chrome-error):/.test(url);
  context.on('dialog', (dialog) => {
    done.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  // Chromium says itself which scripts and loads a policy stopped: those did not happen.
  context.on('console', (line) => {
    if (line.type() !== 'error' && line.type() !== 'warning') done.push(`console: ${line.text()}`);
  });
  context.on('request', (request) => {
    if (!ours(request.url())) done.push(`request: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.url().includes('/mail/body/') && !response.ok()) done.push(`not shown: ${response.url()}`);
  });
  context.on('page', (page) => {
    done.push(`window: ${page.url()}`);
  });
  return done;
}

/** Shows these addresses in frames of one page, and waits until each has loaded. */
async function show(page: Page, sources: string[], sandbox: string | null): Promise<void> {
  const attribute = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  const frames = sources.map((source) => `<iframe${attribute} src="${source}"></iframe>`).join('');
  await page.route(`**${FRAMES}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${frames}` }),
  );
  await page.goto(FRAMES, { waitUntil: 'load' });
  await page.waitForTimeout(300); // what a timer or an animation would start
  await page.unroute(`**${FRAMES}`);
}

/** Delivers messages through one SMTP session. */
async function deliverAll(letters: string[]): Promise<void> {
  const said = ['EHLO attacker.example'];
  for (const letter of letters) {
    const safe = letter.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..');
    said.push('MAIL FROM:<mallory@attacker.example>', `RCPT TO:<${BEN}>`, 'DATA', `${safe}\r\n.`);
  }
  said.push('QUIT');
  await new Promise<void>((resolve, reject) => {
    const socket = createConnection(Number(process.env.SMTP_PORT ?? 2597), 'localhost');
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      const last = String(chunk).trimEnd().split('\r\n').at(-1) ?? '';
      if (/^[45]/.test(last)) reject(new Error(last));
      const next = /^\d{3}( |$)/.test(last) && said.shift();
      if (next) socket.write(`${next}\r\n`);
    });
  });
}

const letter = (subject: string, headers: string[], body: string) =>
  [
    'From: Mallory <mallory@attacker.example>',
    `To: ${BEN}`,
    `Subject: ${subject}`,
    `Message-ID: <${encodeURIComponent(subject)}@attacker.example>`,
    'MIME-Version: 1.0',
    ...headers,
    '',
    body,
  ].join('\n');

const base64 = (text: string) => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n');

interface Row {
  id: string;
  subject: string;
  bodyUrl: string;
  attachments: { name: string; url: string }[];
}

/** The messages whose subject begins so, by subject. */
async function messagesOf(page: Page, prefix: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (let after: string | null = null, more = true; more; ) {
    // biome-ignore lint/suspicious/noExplicitAny: one answer, read once
    const found: any = await call(
      page,
      `query($at: String!, $after: Cursor) { viewer { mailbox(address: $at) { folder(role: INBOX) {
        threads(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
          messages { id subject bodyUrl attachments { name url } } } } } } } } }`,
      { at: BEN, after },
    );
    const { edges, pageInfo } = found.viewer.mailbox.folder.threads;
    for (const edge of edges) {
      for (const message of edge.node.messages as Row[]) {
        if (message.subject.startsWith(prefix)) rows.set(message.subject, message);
      }
    }
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return rows;
}

async function anna(browser: Browser) {
  const page = await signedIn(browser, 'anna@acme.example');
  return { page, origin: new URL(page.url()).origin };
}

test('the watch notices a script, a request and a line on the console', async ({ browser }) => {
  const { page, origin } = await anna(browser);
  const done = watch(page.context(), origin);
  await page.route('**/control', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script>console.log("ran")</script><img src="https://elsewhere.example/p.gif"><script>alert(1)</script>',
    }),
  );
  await show(page, ['/control'], null);
  expect(done.map((line) => line.split(':')[0]).sort()).toEqual(['console', 'dialog', 'request']);
});

test('no hostile message runs a script, calls elsewhere, opens a window or navigates', async ({ browser }) => {
  test.setTimeout(300_000);
  if (!existsSync(CORPUS)) {
    if (process.env.LATCHKEY_TEST_STRICT === '1') throw new Error(`${CORPUS.pathname} is not there`);
    test.skip(true, 'the corpus of hostile HTML is not there');
  }
  const all = JSON.parse(readFileSync(CORPUS, 'utf8')) as Vector[];
  const chosen = all.filter((v, n) => v.live || v.fetch || n % SAMPLE === 0);
  expect(chosen.length).toBeGreaterThan(300);
  const prefix = `Hostile ${Date.now()}`;
  const subjectOf = (n: number) => `${prefix} no ${n}`;
  await deliverAll(
    chosen.map((v, n) =>
      letter(
        subjectOf(n),
        ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        base64(`<!doctype html><html><body>${v.html}</body></html>`),
      ),
    ),
  );
  const { page, origin } = await anna(browser);
  const rows = await messagesOf(page, prefix);
  expect(rows.size).toBe(chosen.length);
  const done = watch(page.context(), origin);
  const bodies = chosen.map((_, n) => rows.get(subjectOf(n))?.bodyUrl ?? '');
  for (const sandbox of [SANDBOX, null]) {
    for (let n = 0; n < bodies.length; n += AT_ONCE) {
      const shown = bodies.slice(n, n + AT_ONCE);
      await show(page, shown, sandbox);
      expect(page.url()).toBe(origin + FRAMES);
      expect(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.url()),
      ).toEqual(shown.map((url) => origin + url));
      expect(done, `vectors ${n} to ${n + shown.length}, sandbox ${sandbox}`).toEqual([]);
    }
  }
});

test('a PDF and a text open in a tab as what they are, and can do nothing else', async ({ browser }) => {
  const subject = `Files ${Date.now()}`;
  const part = (type: string, name: string, octets: string) =>
    [
      '--cut',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(octets),
    ].join('\n');
  await deliverAll([
    letter(
      subject,
      ['Content-Type: multipart/mixed; boundary=cut'],
      [
        part('application/pdf', 'plan.pdf', '%PDF-1.4\n%%EOF\n'),
        part('text/plain; charset=utf-8', 'note.txt', '<script>alert(1)</script> Grüße'),
        part('text/html', 'page.html', '<script>alert(1)</script>'),
        part('application/pdf', 'lie.pdf', '<script>alert(1)</script>'),
        '--cut--',
      ].join('\n'),
    ),
  ]);
  const { page, origin } = await anna(browser);
  const files = new Map((await messagesOf(page, subject)).get(subject)?.attachments.map((a) => [a.name, a.url]));
  const headersOf = async (name: string) => {
    const answer = await page.context().request.get(`${origin}${files.get(name)}?show=1`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
    return answer.headers();
  };
  const pdf = await headersOf('plan.pdf');
  expect(pdf['content-type']).toBe('application/pdf');
  expect(pdf['content-disposition']).toContain('inline');
  expect(pdf['content-security-policy']).toContain("default-src 'none'");
  const text = await headersOf('note.txt');
  expect(text['content-type']).toBe('text/plain; charset=utf-8');
  expect(text['content-security-policy']).toContain('sandbox');
  for (const name of ['page.html', 'lie.pdf']) {
    const never = await headersOf(name);
    expect(never['content-type']).toBe('application/octet-stream');
    expect(never['content-disposition']).toContain('attachment');
  }
  const done = watch(page.context(), origin);
  await page.goto(`${files.get('note.txt')}?show=1`);
  await expect(page.locator('body')).toContainText('<script>alert(1)</script> Grüße');
  expect(done).toEqual([]);
});
