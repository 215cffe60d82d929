import { useEffect } from 'react';
import { paths } from '../href';
import { longDate } from '../i18n/format';
import type { Key } from '../i18n/keys';
import { useTranslation } from '../i18n/translation';
import { Panel } from '../ui/PublicPage';
import styles from './TermsPage.module.css';

/** The day of these words, as the server asks for them to be accepted (TermsVersion in server/signup). */
const VERSION = '2026-11-01';

type Part = [heading: Key, text: Key];

const terms: Part[] = [
  ['terms.who', 'terms.whoText'],
  ['terms.account', 'terms.accountText'],
  ['terms.mail', 'terms.mailText'],
  ['terms.fair', 'terms.fairText'],
  ['terms.changes', 'terms.changesText'],
];
const privacy: Part[] = [
  ['privacy.kept', 'privacy.keptText'],
  ['privacy.where', 'privacy.whereText'],
  ['privacy.seen', 'privacy.seenText'],
  ['privacy.device', 'privacy.deviceText'],
  ['privacy.end', 'privacy.endText'],
];

/** What is agreed to at sign-up, and what becomes of what one tells: each a page that can be read in a minute. */
export default function TermsPage() {
  const { t, language } = useTranslation();
  const isPrivacy = location.pathname === paths.privacy;
  const title = t(isPrivacy ? 'privacy.title' : 'terms.title');
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  return (
    <Panel>
      <div>
        <h1 className="title">{title}</h1>
        <p className="muted">
          <time dateTime={VERSION}>
            {t('terms.version', { version: longDate(language, new Date(`${VERSION}T12:00`)) })}
          </time>
        </p>
      </div>
      {(isPrivacy ? privacy : terms).map(([heading, text]) => (
        <div key={heading} className={styles.part}>
          <h2>{t(heading)}</h2>
          <p>{t(text)}</p>
        </div>
      ))}
    </Panel>
  );
}
