import Building2 from 'lucide-react/icons/building-complex';
import { Redirect } from 'wouter';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { ButtonLink } from '../ui/ButtonLink';
import { Notice } from '../ui/Notice';

/** Opens the first organization that the viewer looks after; says so kindly when there is none. */
export function FirstOrganization({ manageable }: { manageable: readonly { id: string }[] }) {
  const { t } = useTranslation();
  const [first] = manageable;
  if (first) return <Redirect to={href.organization({ organization: first.id })} replace />;
  return (
    <Notice
      icon={Building2}
      title={t('manager.nothingTitle')}
      actions={
        <ButtonLink kind="primary" size="large" href={href.mail()}>
          {t('ui.goToMail')}
        </ButtonLink>
      }
    >
      <p>{t('manager.nothingText')}</p>
    </Notice>
  );
}
