import { createContext, type ReactNode, use, useState } from 'react';
import { asRefusal, type Refusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { Dialog } from '../ui/Dialog';
import { StepUpForm } from './StepUpForm';

type WithStepUp = <T>(act: () => Promise<T>) => Promise<T>;

interface Waiting {
  proved: () => void;
  gaveUp: () => void;
}

const Context = createContext<WithStepUp>((act) => act());

/** Runs an act; when it needs a proof of who is there, asks for it and repeats the act. Giving up rejects with the refusal. */
export const useStepUp = (): WithStepUp => use(Context);

interface StepUpProviderProps {
  /** Who is signed in. */
  account: string;
  /** Why the proof is asked for, where it is not about who may use a mailbox. */
  why?: string;
  children: ReactNode;
}

/** Asks for the password or a passkey, on behalf of whatever acts below it. */
export function StepUpProvider({ account, why, children }: StepUpProviderProps) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);

  const withStepUp: WithStepUp = async (act) => {
    try {
      return await act();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.code !== 'STEP_UP_REQUIRED') throw refusal;
      await proof(refusal);
      return act();
    }
  };
  const proof = (refusal: Refusal) =>
    new Promise<void>((resolve, reject) => {
      setWaiting((others) => [...others, { proved: resolve, gaveUp: () => reject(refusal) }]);
    });
  const settle = (how: keyof Waiting) => {
    setWaiting([]);
    for (const one of waiting) one[how]();
  };
  return (
    <Context value={withStepUp}>
      {children}
      {waiting.length > 0 && (
        <Dialog open size="small" title={t('sharing.confirmTitle')} onClose={() => settle('gaveUp')}>
          <StepUpForm
            account={account}
            why={why ?? t('sharing.confirmWhyChange')}
            label={t('sharing.confirm')}
            back={t('ui.cancel')}
            onBack={() => settle('gaveUp')}
            onProved={() => settle('proved')}
          />
        </Dialog>
      )}
    </Context>
  );
}
