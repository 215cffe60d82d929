import { graphql, useFragment } from 'react-relay/hooks';
import type { Demands_demand$key } from '../../__generated__/Demands_demand.graphql';
import { useTranslation, Words } from '../../i18n/translation';
import styles from './Demands.module.css';

/** What is had only with a second factor, a line each. */
export function Demands({ demands }: { demands: Demands_demand$key }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.demands}>
      {useFragment(fragment, demands).map(({ address, organizationName, sharedByName }) => (
        <li key={address + organizationName}>
          {address === '' ? (
            t('account.demandOfMembers', { organization: organizationName })
          ) : (
            <Words
              of={sharedByName ? 'account.demandBy' : 'account.demand'}
              values={{
                address: <strong className="address">{address}</strong>,
                organization: organizationName,
                name: sharedByName ?? '',
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const fragment = graphql`
  fragment Demands_demand on SecondFactorDemand @relay(plural: true) {
    address
    organizationName
    sharedByName
  }
`;
