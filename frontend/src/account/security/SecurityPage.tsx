import { useState } from 'react';
import { graphql, useFragment, useLazyLoadQuery } from 'react-relay/hooks';
import type { SecurityPage_security$key } from '../../__generated__/SecurityPage_security.graphql';
import type { SecurityPageQuery } from '../../__generated__/SecurityPageQuery.graphql';
import { useTranslation } from '../../i18n/translation';
import { PageHead } from '../../ui/Page';
import { CodesDialog } from './CodesDialog';
import { Demanded } from './Demanded';
import { OtherFactors } from './OtherFactors';
import { Passkeys } from './Passkeys';
import { Password } from './Password';
import { Sessions } from './Sessions';

/** How the viewer proves who they are, and where they are signed in. */
export function SecurityPage() {
  const { viewer } = useLazyLoadQuery<SecurityPageQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  return viewer && <Loaded security={viewer.security} account={viewer.user.email} />;
}

function Loaded({ security: key, account }: { security: SecurityPage_security$key; account: string }) {
  const { t } = useTranslation();
  const security = useFragment(fragment, key);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <title>{`${t('account.security')} · Latchkey`}</title>
      <PageHead title={t('account.security')} />
      {!security.hasSecondFactor && <Demanded security={security} />}
      <Passkeys security={security} account={account} onCodes={setCodes} />
      <OtherFactors security={security} account={account} onCodes={setCodes} />
      <Password security={security} account={account} />
      <Sessions security={security} />
      {codes && <CodesDialog codes={codes} account={account} onClose={() => setCodes(null)} />}
    </>
  );
}

const fragment = graphql`
  fragment SecurityPage_security on Security {
    hasSecondFactor
    ...Demanded_security
    ...Passkeys_security
    ...OtherFactors_security
    ...Password_security
    ...Sessions_security
  }
`;

const query = graphql`
  query SecurityPageQuery {
    viewer {
      user {
        email
      }
      security {
        ...SecurityPage_security
      }
    }
  }
`;
