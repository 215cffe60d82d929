import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Demanded_security$key } from '../../__generated__/Demanded_security.graphql';
import { useTranslation } from '../../i18n/translation';
import { Banner } from '../../ui/Banner';
import { Demands } from './Demands';

/** What waits for a second factor, while there is none. */
export function Demanded(props: { security: Demanded_security$key }) {
  const { demands } = useFragment(fragment, props.security);
  const { t } = useTranslation();
  if (demands.length === 0) return null;
  return (
    <Banner tone="warning" icon={ShieldAlert}>
      <p>
        <strong>{t('account.demandedTitle')}</strong> {t('account.demandedText')}
      </p>
      <Demands demands={demands} />
    </Banner>
  );
}

const fragment = graphql`
  fragment Demanded_security on Security {
    demands {
      ...Demands_demand
    }
  }
`;
