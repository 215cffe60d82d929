import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import { type ReactNode, useId, useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { FactorPolicy_organization$key } from '../__generated__/FactorPolicy_organization.graphql';
import type { FactorPolicyMutation } from '../__generated__/FactorPolicyMutation.graphql';
import { asRefusal } from '../api/refusal';
import { useAct } from '../api/useAct';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { useStepUp } from '../sharing/StepUp';
import { useSharingRefusal } from '../sharing/useSharingRefusal';
import { Banner } from '../ui/Banner';
import { ButtonLink } from '../ui/ButtonLink';
import { Switch } from '../ui/Switch';
import { showToast } from '../ui/toast';
import styles from './FactorPolicy.module.css';

const said = {
  members: ['manager.membersNeedNot', 'manager.membersNeed'],
  guests: ['manager.guestsNeedNot', 'manager.guestsNeed'],
} as const;

/** Of whom a second factor is demanded, and whom that would shut out until they have one. */
export function FactorPolicy(props: { organization: FactorPolicy_organization$key }) {
  const { id, name, secondFactorPolicy: policy } = useFragment(fragment, props.organization);
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const withStepUp = useStepUp();
  const [ownFirst, setOwnFirst] = useState(false);
  const [update] = useAct<FactorPolicyMutation>(mutation);
  if (!policy) return null;

  const demand = async (of: 'members' | 'guests', demanded: boolean) => {
    setOwnFirst(false);
    try {
      await withStepUp(() =>
        update(
          { input: { organization: id, [of]: demanded } },
          {
            optimisticUpdater: (store) => store.get(id)?.getLinkedRecord('secondFactorPolicy')?.setValue(demanded, of),
          },
        ),
      );
      await showToast({ id: 'policy', text: t(said[of][demanded ? 1 : 0], { organization: name }) });
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.code === 'SECOND_FACTOR_REQUIRED') setOwnFirst(true);
      else await showToast({ id: 'policy', text: say(refusal) });
    }
  };
  return (
    <section className={styles.policy} aria-label={t('manager.policy')}>
      <h2>{t('manager.policy')}</h2>
      <p className="muted">{t('manager.policyHelp')}</p>
      {ownFirst && (
        <div role="alert">
          <Banner
            tone="warning"
            icon={ShieldAlert}
            action={
              <ButtonLink size="small" href={href.accountSecurity()}>
                {t('manager.ownSecurity')}
              </ButtonLink>
            }
          >
            {t('manager.ownFactorFirst')}
          </Banner>
        </div>
      )}
      <Demand label={t('manager.demandOfMembers')} on={policy.members} onChange={(on) => void demand('members', on)}>
        {t(policy.members ? 'manager.membersWait' : 'manager.membersWould', { count: policy.membersWithout })}
      </Demand>
      <Demand label={t('manager.demandOfGuests')} on={policy.guests} onChange={(on) => void demand('guests', on)}>
        {t(policy.guests ? 'manager.guestsWait' : 'manager.guestsWould', { count: policy.guestsWithout })}
      </Demand>
    </section>
  );
}

interface DemandProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

function Demand({ label, on, onChange, children }: DemandProps) {
  const id = useId();
  return (
    <div className={styles.demand}>
      <Switch label={label} on={on} describedBy={id} onChange={onChange} />
      <p id={id} className={styles.would}>
        {children}
      </p>
    </div>
  );
}

const fragment = graphql`
  fragment FactorPolicy_organization on Organization {
    id
    name
    secondFactorPolicy {
      members
      guests
      membersWithout
      guestsWithout
    }
  }
`;

const mutation = graphql`
  mutation FactorPolicyMutation($input: UpdateSecondFactorPolicyInput!) {
    updateSecondFactorPolicy(input: $input) {
      organization {
        id
        ...FactorPolicy_organization
      }
    }
  }
`;
