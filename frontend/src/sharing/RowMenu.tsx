import type { LucideIcon } from 'lucide-react';
import Calendar from 'lucide-react/icons/calendar';
import Copy from 'lucide-react/icons/copy';
import ShieldCheck from 'lucide-react/icons/shield-check';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { MenuButton } from '../ui/Menu';
import type { MenuEntry } from '../ui/menuEntry';
import { showToast } from '../ui/toast';
import { type RowDialogProps, SetEndDate, SetPermissions } from './RowDialogs';
import { useFactorDemand } from './useFactorDemand';

interface RowMenuProps extends Omit<RowDialogProps, 'onClose'> {
  /** The address that can be copied, if there is one. */
  copied: string | null | undefined;
  /** Why nothing can be changed. */
  changeReason: string | null | undefined;
  /** How access or the offer of it ends. */
  remove: { label: string; icon: LucideIcon; reason: string | null | undefined; act: () => void };
}

/** What else can be done with a row. */
export function RowMenu({ copied, changeReason, remove, ...row }: RowMenuProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'permissions' | 'end' | null>(null);
  const close = () => setOpen(null);
  const demandFactor = useFactorDemand({ name: row.name, address: row.place.address, update: row.update });
  const entries = (): MenuEntry[] => [
    { head: row.name },
    {
      label: t('sharing.setPermissions'),
      icon: SlidersHorizontal,
      disabledReason: changeReason,
      onSelect: () => setOpen('permissions'),
    },
    { label: t('sharing.setEnd'), icon: Calendar, disabledReason: changeReason, onSelect: () => setOpen('end') },
    {
      label: t('sharing.demandFactor'),
      icon: ShieldCheck,
      checked: row.terms.requiresSecondFactor,
      disabledReason: changeReason,
      onSelect: () => demandFactor(!row.terms.requiresSecondFactor),
    },
    ...(copied ? [copyEntry(copied)] : []),
    'line',
    { label: remove.label, icon: remove.icon, kind: 'danger', disabledReason: remove.reason, onSelect: remove.act },
  ];
  const copyEntry = (address: string): MenuEntry => ({
    label: t('sharing.copyAddress'),
    icon: Copy,
    onSelect: () =>
      void navigator.clipboard.writeText(address).then(
        () => showToast({ text: t('sharing.addressCopied', { address }) }),
        () => showToast({ text: address }),
      ),
  });
  return (
    <>
      <MenuButton label={t('sharing.moreFor', { name: row.name })} size="small" entries={entries} />
      {open === 'permissions' && <SetPermissions {...row} onClose={close} />}
      {open === 'end' && <SetEndDate {...row} onClose={close} />}
    </>
  );
}
