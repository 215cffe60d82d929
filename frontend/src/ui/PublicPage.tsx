import { lazy, type ReactNode, Suspense } from 'react';
import { paths } from '../href';
import { chooseLanguage, type Language, languages } from '../i18n/languages';
import { useTranslation } from '../i18n/translation';
import { Wordmark } from './Logo';
import styles from './PublicPage.module.css';

// Nobody points at anything before the page is there.
const Tooltips = lazy(() => import('./Tooltips').then((module) => ({ default: module.Tooltips })));

/** The frame of the pages that can be seen without signing in. */
export function PublicPage({ children }: { children: ReactNode }) {
  const { t, language } = useTranslation();
  return (
    <div className={styles.public}>
      <header className={styles.head}>
        <a href="/" aria-label="Latchkey">
          <Wordmark />
        </a>
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.foot}>
        <span>{t('ui.motto')}</span>
        <div className={styles.links}>
          <a href={paths.terms}>{t('ui.terms')}</a>
          <a href={paths.privacy}>{t('ui.privacy')}</a>
        </div>
        <nav className={styles.languages} aria-label={t('ui.language')}>
          {Object.entries(languages).map(([code, name]) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-current={code === language || undefined}
              onClick={() => chooseLanguage(code as Language)}
            >
              {name}
            </button>
          ))}
        </nav>
      </footer>
      <Suspense>
        <Tooltips />
      </Suspense>
    </div>
  );
}

/** The one card of a public page; the strip at its head says who is signed in. */
export function Panel({ strip, narrow, children }: { strip?: ReactNode; narrow?: boolean; children: ReactNode }) {
  return (
    <section className={styles.panel} data-narrow={narrow || undefined}>
      {strip && <div className={styles.strip}>{strip}</div>}
      {children}
    </section>
  );
}

/** The acts of a panel; sticky ones never fall under the fold. */
export function PanelActions({ sticky, children }: { sticky?: boolean; children: ReactNode }) {
  return (
    <div className={styles.actions} data-sticky={sticky || undefined}>
      {children}
    </div>
  );
}
