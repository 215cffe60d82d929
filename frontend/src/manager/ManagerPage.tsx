import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { ManagerPageQuery } from '../__generated__/ManagerPageQuery.graphql';
import { AppShell } from '../AppShell';
import { useTranslation } from '../i18n/translation';
import { SideTitle } from '../ui/Shell';

export default function ManagerPage() {
  const { t } = useTranslation();
  const { viewer } = useLazyLoadQuery<ManagerPageQuery>(query, {});
  if (!viewer) return null; // the way to sign in is being taken
  return (
    <AppShell
      application="manager"
      viewer={viewer}
      sideLabel={t('manager.title')}
      head={<SideTitle name={t('manager.title')} />}
      side={null}
    >
      <h1 className="title">{t('manager.title')}</h1>
    </AppShell>
  );
}

const query = graphql`
  query ManagerPageQuery {
    viewer {
      ...AppShell_viewer
    }
  }
`;
