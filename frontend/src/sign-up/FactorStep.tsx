import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { deviceName, makePasskey } from '../second-factor/passkeys';
import { passkeysWork } from '../second-factor/passkeysWork';
import { Button } from '../ui/Button';
import { Chip } from '../ui/Chip';
import { RadioCards } from '../ui/RadioCards';
import { type AuthenticatorOffer, confirmPasskey, startAuthenticator, startPasskey } from './api';
import { Step } from './Step';
import type { LaterStepProps } from './steps';
import { useAct } from './useAct';

interface FactorStepProps extends LaterStepProps {
  onApp: (offer: AuthenticatorOffer) => void;
  onFinished: (recoveryCodes: string[]) => void;
}

/** 4 of 4: which second factor. A passkey is made here; an app is taught on the next screen. */
export function FactorStep({ invitation, token, onBack, onRefusal, onApp, onFinished }: FactorStepProps) {
  const { t } = useTranslation();
  const canPasskey = passkeysWork();
  const [choice, setChoice] = useState<'passkey' | 'app'>(canPasskey ? 'passkey' : 'app');
  const [stopped, setStopped] = useState(false);
  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code !== 'VALIDATION_FAILED') return onRefusal(refused);
    setStopped(true);
    return true;
  });
  const withPasskey = () =>
    act(async () => {
      setStopped(false);
      const credential = await makePasskey(await startPasskey(token));
      if (credential) onFinished(await confirmPasskey(token, credential, deviceName()));
      else setStopped(true);
    });
  return (
    <Step
      screen="factor"
      invitation={invitation}
      title={t('signUp.factorTitle')}
      text={t('signUp.factorText')}
      onBack={onBack}
      refusal={refusal ?? (stopped ? t('signUp.passkeyStopped') : null)}
    >
      <RadioCards
        legend={t('signUp.factorTitle')}
        legendSpoken
        stacked
        value={choice}
        onChange={setChoice}
        cards={[
          {
            value: 'passkey',
            name: (
              <>
                {t('signUp.passkey')} {canPasskey && <Chip tone="accent">{t('signUp.easiest')}</Chip>}
              </>
            ),
            help: t('signUp.passkeyHelp'),
            disabledReason: canPasskey ? null : t('secondFactor.passkeyMissing'),
          },
          { value: 'app', name: t('signUp.app'), help: t('signUp.appHelp') },
        ]}
      />
      {choice === 'passkey' ? (
        <Button kind="primary" size="large" wide icon={Fingerprint} busy={busy} onClick={() => void withPasskey()}>
          {t('signUp.makePasskey')}
        </Button>
      ) : (
        <Button
          kind="primary"
          size="large"
          wide
          busy={busy}
          onClick={() => void act(async () => onApp(await startAuthenticator(token)))}
        >
          {t('signUp.teachApp')}
        </Button>
      )}
    </Step>
  );
}
