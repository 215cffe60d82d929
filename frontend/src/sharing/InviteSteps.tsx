import { type ReactNode, useEffect, useReducer, useRef } from 'react';
import type { InviteDialog_mailbox$data } from '../__generated__/InviteDialog_mailbox.graphql';
import type { InviteDialogQuery$data } from '../__generated__/InviteDialogQuery.graphql';
import { useTranslation } from '../i18n/translation';
import { Dialog } from '../ui/Dialog';
import { Stepper } from '../ui/Stepper';
import { InviteWhat } from './InviteWhat';
import { InviteWho } from './InviteWho';
import { type InviteChoices, type InviteState, inviteReducer, startInvite } from './inviteState';
import { LinkReady } from './LinkReady';
import { knownPermissions } from './permissions';
import { SendLink } from './SendLink';
import { StepUpForm } from './StepUpForm';
import { within } from './tiles';
import { useLetIn } from './useLetIn';

export interface InviteStepsProps {
  mailbox: Omit<InviteDialog_mailbox$data, ' $fragmentType'>;
  title: ReactNode;
  onClose: () => void;
  start: Partial<InviteState> | undefined;
  presets: InviteDialogQuery$data['presets'];
  /** Who is signed in. */
  account: string;
  /** Until when no new proof of the password is needed. */
  provedUntil: string | null | undefined;
}

/** Who, what, and the link; proving the password is a step among them, by which nothing is lost. */
export function InviteSteps({ mailbox, title, onClose, start, presets, account, provedUntil }: InviteStepsProps) {
  const { t } = useTranslation();
  const givable = knownPermissions(mailbox.viewerPermissions);
  const isMember = mailbox.organization.viewerRole !== null;
  const [state, dispatch] = useReducer(inviteReducer, null, () =>
    startInvite({
      kind: isMember ? 'member' : 'new',
      permissions: within(knownPermissions(mailbox.mailService.defaultPermissions), givable),
      ...start,
    }),
  );
  const { letIn, busy } = useLetIn({ mailbox, state, dispatch, onDone: onClose });
  const submit = () => {
    if (provedUntil && new Date(provedUntil) > new Date()) void letIn();
    else dispatch({ type: 'went', to: 'confirm' });
  };
  const edit = (change: Parameters<typeof edited>[0]) => dispatch(edited(change));

  const steps = [t('sharing.who'), t('sharing.what'), ...(state.kind === 'new' ? [t('sharing.link')] : [])];
  const current = { who: 0, what: 1, confirm: 1, link: 2, mail: 2 }[state.step];
  const confirming = state.step === 'confirm';
  const here = useRef<HTMLSpanElement>(null);
  // The button that was pressed went with its step: without this, focus would fall out of the dialog.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of step is what this answers to
  useEffect(() => {
    if (document.activeElement === document.body) here.current?.focus();
  }, [state.step]);
  return (
    <Dialog
      open
      title={confirming ? t('sharing.confirmTitle') : title}
      under={confirming ? undefined : <Stepper steps={steps} current={current} />}
      onClose={onClose}
      sticky={state.step !== 'who' || state.email !== '' || state.member !== null}
    >
      <span ref={here} tabIndex={-1} className="spoken">
        {steps[current]}
      </span>
      {state.step === 'who' && (
        <InviteWho
          mailbox={mailbox}
          isMember={isMember}
          state={state}
          edit={edit}
          onCancel={onClose}
          onNext={() => dispatch({ type: 'went', to: 'what' })}
        />
      )}
      {state.step === 'what' && (
        <InviteWhat
          address={mailbox.address}
          organization={mailbox.organization.name}
          presets={presets}
          givable={givable}
          state={state}
          busy={busy}
          edit={edit}
          onBack={() => dispatch({ type: 'went', to: 'who' })}
          onSubmit={submit}
        />
      )}
      {confirming && (
        <StepUpForm
          account={account}
          why={t('sharing.confirmWhy')}
          label={t(state.kind === 'member' ? 'sharing.confirmAndGive' : 'sharing.confirmAndCreate')}
          back={t('ui.back')}
          onBack={() => dispatch({ type: 'went', to: 'what' })}
          onProved={() => {
            dispatch({ type: 'confirmed' });
            void letIn();
          }}
        />
      )}
      {state.step === 'link' && state.made && (
        <LinkReady
          made={state.made}
          email={state.email}
          bound={state.bound}
          onWrite={() => dispatch({ type: 'went', to: 'mail' })}
          onDone={onClose}
        />
      )}
      {state.step === 'mail' && state.made && (
        <SendLink
          made={state.made}
          email={state.email}
          address={mailbox.address}
          onBack={() => dispatch({ type: 'went', to: 'link' })}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

const edited = (change: Partial<InviteChoices>) => ({ type: 'edited', change }) as const;
