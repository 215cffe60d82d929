import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { graphql, useFragment } from 'react-relay/hooks';
import type { WhatIsLost_security$key } from '../../__generated__/WhatIsLost_security.graphql';
import { useTranslation } from '../../i18n/translation';
import { Banner } from '../../ui/Banner';
import { Demands } from './Demands';

/** Said before the last second factor is removed: what goes with it. */
export function WhatIsLost(props: { security: WhatIsLost_security$key }) {
  const { demands } = useFragment(fragment, props.security);
  const { t } = useTranslation();
  return (
    <Banner tone={demands.length > 0 ? 'danger' : 'warning'} icon={TriangleAlert}>
      <p>
        <strong>{t('account.lastFactor')}</strong> {t('account.codesDie')}{' '}
        {demands.length > 0 && t('account.wouldLose')}
      </p>
      <Demands demands={demands} />
      {demands.length > 0 && <p>{t('account.addAnotherFirst')}</p>}
    </Banner>
  );
}

const fragment = graphql`
  fragment WhatIsLost_security on Security {
    demands {
      ...Demands_demand
    }
  }
`;
