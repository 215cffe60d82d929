import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { ProfilePageQuery } from '../__generated__/ProfilePageQuery.graphql';
import { useTranslation } from '../i18n/translation';
import { PageHead } from '../ui/Page';
import { DeleteAccount } from './DeleteAccount';
import { ProfileForm } from './ProfileForm';

/** Who the viewer is to others, and the way to be nobody here any more. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { viewer } = useLazyLoadQuery<ProfilePageQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  if (!viewer) return null;
  return (
    <>
      <title>{`${t('account.profile')} · Latchkey`}</title>
      <PageHead title={t('account.profile')} />
      <ProfileForm viewer={viewer} />
      <DeleteAccount viewer={viewer} />
    </>
  );
}

const query = graphql`
  query ProfilePageQuery {
    viewer {
      ...ProfileForm_viewer
      ...DeleteAccount_viewer
    }
  }
`;
