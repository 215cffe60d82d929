import KeyRound from 'lucide-react/icons/key-round';
import type { ReactNode } from 'react';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Panel } from '../ui/PublicPage';
import { GROUP_COUNT, groupOf, type Screen } from './progress';
import styles from './Step.module.css';

interface StepProps {
  screen: Screen;
  /** What all this is for. */
  invitation: { address: string; invitedByName: string };
  title: string;
  text: ReactNode;
  /** Absent where there is no way back. */
  onBack?: (() => void) | undefined;
  refusal: string | null;
  children: ReactNode;
}

/** The frame of every step: what for, how far, what is asked. */
export function Step({ screen, invitation, title, text, onBack, refusal, children }: StepProps) {
  const { t } = useTranslation();
  const group = groupOf(screen);
  return (
    <Panel strip={<WhatFor {...invitation} />}>
      <div className={styles.progress}>
        <div className={styles.bars} aria-hidden="true">
          {Array.from({ length: GROUP_COUNT }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name
            <i key={at} data-on={at < group || undefined} />
          ))}
        </div>
        <div className={styles.where}>
          <span>{t('signUp.progress', { at: group, of: GROUP_COUNT })}</span>
          {onBack && (
            <Button kind="link" onClick={onBack}>
              {t('ui.back')}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.head}>
        <h1 className="title">{title}</h1>
        <p className="muted">{text}</p>
      </div>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {children}
    </Panel>
  );
}

function WhatFor({ address, invitedByName }: { address: string; invitedByName: string }) {
  return (
    <>
      <Icon of={KeyRound} />
      <span className="grow muted">
        <Words
          of="signUp.whatFor"
          values={{
            address: (
              <strong>
                <Address of={address} />
              </strong>
            ),
            name: invitedByName,
          }}
        />
      </span>
    </>
  );
}
