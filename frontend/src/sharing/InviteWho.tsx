import { type FormEvent, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { DialogBody, DialogFoot, DialogForm } from '../ui/Dialog';
import { looksLikeAddress } from '../ui/fields';
import { RadioCards } from '../ui/RadioCards';
import { TextField } from '../ui/TextField';
import type { InviteState } from './inviteState';
import { MemberPicker } from './MemberPicker';
import { useSharingRefusal } from './useSharingRefusal';

interface InviteWhoProps {
  mailbox: { id: string; organization: { id: string; name: string } };
  /** Whether the viewer belongs to the organization: who its members are is its own affair. */
  isMember: boolean;
  state: InviteState;
  edit: (change: Partial<Pick<InviteState, 'kind' | 'member' | 'email' | 'bound'>>) => void;
  onCancel: () => void;
  onNext: () => void;
}

/** First step: a member of the organization, or somebody new. */
export function InviteWho({ mailbox, isMember, state, edit, onCancel, onNext }: InviteWhoProps) {
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const [missing, setMissing] = useState(false);
  const { organization } = mailbox;
  const email = state.email.trim();
  const malformed = email !== '' && !looksLikeAddress(email);
  const refused = (place: 'member' | 'email') => (state.wrong?.place === place ? say(state.wrong.refusal) : undefined);

  const next = (event: FormEvent) => {
    event.preventDefault();
    const wrong = state.kind === 'member' ? !state.member : malformed;
    setMissing(wrong);
    if (!wrong) onNext();
  };

  return (
    <DialogForm onSubmit={next}>
      <DialogBody>
        <RadioCards
          legend={t('sharing.who')}
          legendSpoken
          value={state.kind}
          onChange={(kind) => {
            setMissing(false);
            edit({ kind });
          }}
          cards={[
            {
              value: 'member',
              name: t('sharing.memberOf', { organization: organization.name }),
              help: t('sharing.memberHelp'),
              disabledReason: isMember ? null : t('sharing.onlyMembers', { organization: organization.name }),
            },
            { value: 'new', name: t('sharing.newUser'), help: t('sharing.newUserHelp') },
          ]}
        />
        {state.kind === 'member' ? (
          <MemberPicker
            organizationId={organization.id}
            mailboxId={mailbox.id}
            chosen={state.member}
            error={refused('member') ?? (missing ? t('sharing.chooseMember') : undefined)}
            onChoose={(member) => {
              setMissing(false);
              edit({ member });
            }}
          />
        ) : (
          <div className="stack" data-gap="2">
            <TextField
              label={t('sharing.email')}
              optional
              type="email"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              value={state.email}
              help={t('sharing.emailHelp')}
              error={refused('email') ?? (missing && malformed ? t('sharing.emailWrong') : undefined)}
              onChange={(event) => edit({ email: event.target.value })}
              onBlur={() => setMissing(malformed)}
            />
            {email !== '' && (
              <Checkbox label={t('sharing.bound')} checked={state.bound} onChange={(bound) => edit({ bound })} />
            )}
          </div>
        )}
      </DialogBody>
      <DialogFoot>
        <Button kind="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button kind="primary" type="submit">
          {t('sharing.next')}
        </Button>
      </DialogFoot>
    </DialogForm>
  );
}
