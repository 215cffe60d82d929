import SearchX from 'lucide-react/icons/search-x';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { ButtonLink } from '../ui/ButtonLink';
import { Notice } from '../ui/Notice';

/** What an address leads to that isn't there, or isn't the viewer's to look after; and the next step. */
export function NotHere({ reason }: { reason?: string | null }) {
  const { t } = useTranslation();
  return (
    <Notice
      icon={SearchX}
      title={t(reason ? 'manager.notYoursTitle' : 'errors.notFoundTitle')}
      actions={
        <>
          <ButtonLink kind="primary" size="large" href={href.manager()}>
            {t('manager.goToManager')}
          </ButtonLink>
          <ButtonLink size="large" href={href.mail()}>
            {t('ui.goToMail')}
          </ButtonLink>
        </>
      }
    >
      <p>{reason ?? t('errors.notFound')}</p>
    </Notice>
  );
}
