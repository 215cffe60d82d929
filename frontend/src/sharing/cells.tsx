import { daysBetween } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Time } from '../ui/Time';
import styles from './cells.module.css';

const NEAR = 7; // days before its end, from which on a date stands out

/** The last day of access; where the column beside it is folded away, also by whom it was given. */
export function Until({ at, by }: { at: string | null | undefined; by: string | null | undefined }) {
  const { t } = useTranslation();
  const isNear = at ? daysBetween(new Date(), new Date(at)) <= NEAR : false;
  return (
    <td data-label={t('sharing.until')} data-empty={!at || undefined} className="muted">
      {at ? (
        <span className={styles.date} data-near={isNear || undefined}>
          <Time at={at} as="date" />
        </span>
      ) : (
        <>
          <span aria-hidden="true">–</span>
          <span className="spoken">{t('sharing.noEnd')}</span>
        </>
      )}
      {by && <span className={styles.folded}>{t('sharing.by', { name: by })}</span>}
    </td>
  );
}

export function GivenBy({ name, at }: { name: string | null | undefined; at: string }) {
  const { t } = useTranslation();
  return (
    <td data-extra data-label={t('sharing.givenBy')} className="muted">
      {name}
      <span className={styles.when}>
        <Time at={at} />
      </span>
    </td>
  );
}

/** When access was last used, under the state, where the column of its own is folded away. */
export function FoldedLastUsed({ at }: { at: string | null | undefined }) {
  if (!at) return null;
  return (
    <span className={styles.folded}>
      <Time at={at} />
    </span>
  );
}
