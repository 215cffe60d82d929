import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './BulkBar.module.css';
import { IconButton } from './IconButton';

/** What can be done with the chosen rows. It floats over the foot of the page, so that nothing moves. */
export function BulkBar(props: { count: number; onClear: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const said = t('ui.selected', { count: props.count });
  return (
    <section className={styles.bar} aria-label={said}>
      <strong aria-live="polite">{said}</strong>
      <div className={styles.actions}>{props.children}</div>
      <IconButton icon={X} label={t('ui.clearSelection')} onClick={props.onClear} />
    </section>
  );
}
