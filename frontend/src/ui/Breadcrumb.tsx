import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import { useTranslation } from '../i18n/translation';
import styles from './Breadcrumb.module.css';
import { Icon } from './Icon';

/** The way down to here; the last is where one is. */
export function Breadcrumb({ steps }: { steps: readonly { name: string; href?: string }[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('ui.whereYouAre')}>
      <ol className={styles.list}>
        {steps.map(({ name, href }, at) => (
          <li key={href ?? name} aria-current={at === steps.length - 1 ? 'page' : undefined}>
            {at > 0 && <Icon of={ChevronRight} />}
            {href ? <Link href={href}>{name}</Link> : <span>{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
