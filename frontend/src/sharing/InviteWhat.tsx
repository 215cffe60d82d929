import ArrowLeft from 'lucide-react/icons/arrow-left';
import type { FormEvent } from 'react';
import { useTranslation } from '../i18n/translation';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { DialogBody, DialogFoot, DialogForm, DialogPlain } from '../ui/Dialog';
import { EndDate } from './EndDate';
import type { InviteState } from './inviteState';
import { PermissionPicker, type PresetDefinition } from './PermissionPicker';
import { PlainSentence } from './PlainSentence';
import type { Permission } from './permissions';
import { useSharingRefusal } from './useSharingRefusal';

interface InviteWhatProps {
  address: string;
  /** The name of the organization that owns the address. */
  organization: string;
  presets: readonly PresetDefinition[];
  /** What the viewer may give on. */
  givable: readonly Permission[];
  state: InviteState;
  busy: boolean;
  edit: (change: Partial<Pick<InviteState, 'permissions' | 'until' | 'secondFactor'>>) => void;
  onBack: () => void;
  onSubmit: () => void;
}

/** Second step: what this person will be able to do, and until when. */
export function InviteWhat(props: InviteWhatProps) {
  const { address, organization, presets, givable, state, busy, edit, onBack, onSubmit } = props;
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const { permissions, until, secondFactor, wrong } = state;
  const name = nameOf(state) ?? t('sharing.whoeverOpens');
  const refused = (place: 'permissions' | 'until' | 'step') =>
    wrong?.place === place ? say(wrong.refusal) : undefined;
  const overStep = refused('permissions') ?? refused('step');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <DialogForm onSubmit={submit}>
      <DialogBody>
        {overStep && (
          <div role="alert">
            <Banner tone="danger">{overStep}</Banner>
          </div>
        )}
        <PermissionPicker
          legend={t('sharing.whatMay', { name })}
          address={address}
          organization={organization}
          presets={presets}
          givable={givable}
          permissions={permissions}
          onChange={(chosen) => edit({ permissions: chosen })}
        />
        <EndDate until={until} error={refused('until')} onChange={(day) => edit({ until: day })} />
        <Checkbox
          label={t('sharing.demandFactor')}
          help={t('sharing.demandFactorHelp')}
          checked={secondFactor}
          onChange={(demanded) => edit({ secondFactor: demanded })}
        />
      </DialogBody>
      <DialogPlain>
        <PlainSentence name={name} address={address} permissions={permissions} until={until} />
      </DialogPlain>
      <DialogFoot>
        <span className="grow">
          <Button kind="quiet" icon={ArrowLeft} onClick={onBack}>
            {t('ui.back')}
          </Button>
        </span>
        <Button kind="primary" type="submit" busy={busy}>
          {t(state.kind === 'member' ? 'sharing.give' : 'sharing.createLink')}
        </Button>
      </DialogFoot>
    </DialogForm>
  );
}

const nameOf = ({ kind, member, email }: InviteState): string | null =>
  kind === 'member' ? (member?.name ?? null) : email.trim() || null;
