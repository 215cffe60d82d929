import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { Panel } from '../ui/PublicPage';
import { Finish, NewPassword } from './NewPassword';
import { type Asked, AskForCode, TypeCode } from './ResetCode';
import type { Challenge } from './SecondFactor';

interface ResetPasswordProps {
  email: string;
  onSignedIn: () => void;
  onBack: () => void;
}

type Step =
  | { at: 'address'; over: boolean }
  | { at: 'code'; asked: Asked }
  | { at: 'password'; asked: Asked; secondFactor: Challenge | null; error: string | null }
  | { at: 'factor'; asked: Asked; secondFactor: Challenge; password: string };

/**
 * A new password by a code that is mailed and, for who has one, the second
 * factor: address, code, new password, factor. The factor comes last, because
 * an app's code must be fresh when it is sent together with the password.
 */
export function ResetPassword({ email: typed, onSignedIn, onBack }: ResetPasswordProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(typed);
  const [step, setStep] = useState<Step>({ at: 'address', over: false });
  useEffect(() => {
    document.title = `${t('reset.title')} · Latchkey`;
  }, [t]);
  const beginAgain = () => setStep({ at: 'address', over: true });
  const refusePassword = (from: { asked: Asked; secondFactor: Challenge | null }, error: string) =>
    setStep({ at: 'password', asked: from.asked, secondFactor: from.secondFactor, error });

  return (
    <Panel narrow>
      {step.at === 'address' && (
        <AskForCode
          email={email}
          over={step.over}
          onAsked={(address, asked) => {
            setEmail(address);
            setStep({ at: 'code', asked });
          }}
        />
      )}
      {step.at === 'code' && (
        <TypeCode
          email={email}
          asked={step.asked}
          onAsked={(asked) => setStep({ at: 'code', asked })}
          onProven={(secondFactor) => setStep({ at: 'password', asked: step.asked, secondFactor, error: null })}
          onOver={beginAgain}
        />
      )}
      {step.at === 'password' && (
        <NewPassword
          {...step}
          email={email}
          onSignedIn={onSignedIn}
          onFactor={(secondFactor, password) => setStep({ at: 'factor', asked: step.asked, secondFactor, password })}
          onRefused={(error) => refusePassword(step, error)}
          onOver={beginAgain}
        />
      )}
      {step.at === 'factor' && (
        <Finish
          {...step}
          email={email}
          onSignedIn={onSignedIn}
          onRefused={(error) => refusePassword(step, error)}
          onOver={beginAgain}
        />
      )}
      <Button kind="link" onClick={onBack}>
        {t('reset.back')}
      </Button>
    </Panel>
  );
}
