import { useTranslation } from '../i18n/translation';
import styles from './Skeleton.module.css';

/** Stands for what is being fetched. It shows after 200 ms: most answers come sooner and then nothing flickers. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status">
      <span className="spoken">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other name
        <span key={at} className={styles.line} />
      ))}
    </div>
  );
}
