import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { MailPageQuery } from '../__generated__/MailPageQuery.graphql';
import { AppShell } from '../AppShell';
import { useTranslation } from '../i18n/translation';
import { SideTitle } from '../ui/Shell';

export default function MailPage() {
  const { t } = useTranslation();
  const { viewer } = useLazyLoadQuery<MailPageQuery>(query, {});
  if (!viewer) return null; // the way to sign in is being taken
  return (
    <AppShell
      application="mail"
      viewer={viewer}
      sideLabel={t('mail.title')}
      head={<SideTitle name={t('mail.title')} />}
      side={null}
    >
      <h1 className="title">{t('mail.title')}</h1>
    </AppShell>
  );
}

const query = graphql`
  query MailPageQuery {
    viewer {
      ...AccountMenu_viewer
    }
  }
`;
