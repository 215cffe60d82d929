import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { EndDate } from './EndDate';
import { dayOf, endInstant } from './endDate';
import { PermissionPicker } from './PermissionPicker';
import { PlainSentence } from './PlainSentence';
import { SaveDialog } from './SaveDialog';
import type { TablePlace } from './tablePlace';
import type { Terms } from './terms';

export interface RowDialogProps {
  name: string;
  place: TablePlace;
  terms: Terms;
  /** Rejects with a Refusal. */
  update: (change: Partial<Terms>) => Promise<unknown>;
  onClose: () => void;
}

const lastDay = ({ expiresAt }: Terms): string | null => (expiresAt ? dayOf(new Date(expiresAt)) : null);

/** What somebody may do, by a preset or point by point. */
export function SetPermissions({ name, place, terms, update, onClose }: RowDialogProps) {
  const { t } = useTranslation();
  const [permissions, setPermissions] = useState(terms.permissions);
  return (
    <SaveDialog
      title={t('sharing.permissionsOf', { name })}
      account={place.viewer.email}
      onClose={onClose}
      save={() => update({ permissions })}
      plain={<PlainSentence name={name} address={place.address} permissions={permissions} until={lastDay(terms)} />}
    >
      <PermissionPicker
        legend={t('sharing.whatMay', { name })}
        address={place.address}
        organization={place.organization}
        presets={place.presets}
        givable={place.givable}
        permissions={permissions}
        onChange={setPermissions}
      />
    </SaveDialog>
  );
}

/** Until when somebody may. */
export function SetEndDate({ name, place, terms, update, onClose }: RowDialogProps) {
  const { t } = useTranslation();
  const [until, setUntil] = useState(() => lastDay(terms));
  return (
    <SaveDialog
      title={t('sharing.endOf', { name })}
      size="small"
      account={place.viewer.email}
      onClose={onClose}
      save={() => update({ expiresAt: endInstant(until) })}
    >
      <EndDate until={until} onChange={setUntil} />
    </SaveDialog>
  );
}
