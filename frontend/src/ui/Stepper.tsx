import Check from 'lucide-react/icons/check';
import { useTranslation } from '../i18n/translation';
import { Icon } from './Icon';
import styles from './Stepper.module.css';

/** Where one is among a few steps; `current` counts from 0. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t('ui.steps')}>
      {steps.map((name, at) => (
        <li key={name} data-done={at < current || undefined} aria-current={at === current ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden="true">
            {at < current ? <Icon of={Check} /> : at + 1}
          </span>
          {name}
          {at < current && <span className="spoken"> {t('ui.stepDone')}</span>}
        </li>
      ))}
    </ol>
  );
}
