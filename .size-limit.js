// Budgets of what a visitor downloads, gzipped, counted over the static
// imports of each page as the build's manifest lists them.
import { readFileSync } from 'node:fs';

const folder = 'frontend/dist/app/';
const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8'));

/** The files that these entries need before they run: scripts or style sheets. */
function files(kind, entries) {
  const found = new Set();
  const visit = (name) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the manifest: build first`);
    for (const file of kind === 'css' ? (chunk.css ?? []) : [chunk.file]) found.add(folder + file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}

const messages = (areas) => `../virtual:messages/en/${areas}`;
const publicPage = (page, areas) => ['public.html', page, messages(areas)];
const mail = ['index.html', 'src/mail/MailPage.tsx', messages('ui+errors+permission+mail+manager+sharing')];
const manager = files('js', [...mail.slice(0, 1), 'src/manager/ManagerPage.tsx']);
const shell = new Set(files('js', mail));

const budget = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  budget('sign-in', files('js', publicPage('src/sign-in/SignIn.tsx', 'ui+errors+sign-in')), '85 kB'),
  budget('invitation', files('js', publicPage('src/invitation/InvitationPage.tsx', 'ui+errors+permission+invitation')), '95 kB'),
  budget('mail, first paint', files('js', mail), '165 kB'),
  budget('mail with what floats', files('js', [...mail, 'src/ui/overlays.ts']), '220 kB'),
  budget('manager over the shell', manager.filter((file) => !shell.has(file)), '75 kB'),
  budget('CSS of mail', files('css', [...mail, 'src/ui/overlays.ts']), '15 kB'),
];
