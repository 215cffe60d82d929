import { type FormEvent, type ReactNode, useState } from 'react';
import { asRefusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Dialog, DialogBody, DialogFoot, DialogForm, DialogPlain } from '../ui/Dialog';
import { StepUpForm } from './StepUpForm';
import { useSharingRefusal } from './useSharingRefusal';

interface SaveDialogProps {
  title: ReactNode;
  /** Who is signed in. */
  account: string;
  size?: 'small';
  /** What the choice means, in a sentence. */
  plain?: ReactNode;
  /** What happens then; "Save" unless said. */
  label?: string;
  kind?: 'danger';
  /** Why the proof is asked for, where it is not about who may use a mailbox. */
  why?: string;
  /** Resolves with false to stay open, as when a field is wrong. Rejects with a Refusal. */
  save: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that changes one thing. A refusal stands in it with the choices kept; proving who one is is a step of it. */
export function SaveDialog(props: SaveDialogProps) {
  const { title, account, size, plain, label, kind = 'primary', why, save, onClose, children } = props;
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const [step, setStep] = useState<'choose' | 'saving' | 'confirm'>('choose');
  const [wrong, setWrong] = useState<string | null>(null);

  const run = async () => {
    setStep('saving');
    setWrong(null);
    try {
      if ((await save()) === false) setStep('choose');
      else onClose();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      const isProofDue = refusal.code === 'STEP_UP_REQUIRED';
      setStep(isProofDue ? 'confirm' : 'choose');
      if (!isProofDue) setWrong(say(refusal));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step === 'choose') void run();
  };
  if (step === 'confirm') {
    return (
      <Dialog open sticky size={size} title={t('sharing.confirmTitle')} onClose={onClose}>
        <StepUpForm
          account={account}
          why={why ?? t('sharing.confirmWhyChange')}
          label={label ? t('sharing.confirm') : t('sharing.confirmAndSave')}
          back={t('ui.back')}
          onBack={() => setStep('choose')}
          onProved={() => void run()}
        />
      </Dialog>
    );
  }
  return (
    <Dialog open size={size} title={title} onClose={onClose}>
      <DialogForm onSubmit={submit}>
        <DialogBody>
          {wrong && (
            <div role="alert">
              <Banner tone="danger">{wrong}</Banner>
            </div>
          )}
          {children}
        </DialogBody>
        {plain && <DialogPlain>{plain}</DialogPlain>}
        <DialogFoot>
          <Button kind="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button kind={kind} type="submit" busy={step === 'saving'}>
            {label ?? t('sharing.save')}
          </Button>
        </DialogFoot>
      </DialogForm>
    </Dialog>
  );
}
