import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { RadioCards } from '../ui/RadioCards';
import { AtomGroups } from './AtomGroups';
import { knownPermissions, type Permission } from './permissions';
import { isSameSet, within } from './tiles';

type Preset = 'READER' | 'ORGANIZER' | 'ASSISTANT' | 'AGENT' | 'MANAGER';

export interface PresetDefinition {
  readonly preset: string;
  readonly permissions: readonly string[];
}

interface PermissionPickerProps {
  legend: string;
  address: string;
  /** The name of the organization that owns the address. */
  organization: string;
  presets: readonly PresetDefinition[];
  /** What the viewer may give on. */
  givable: readonly Permission[];
  permissions: readonly Permission[];
  onChange: (permissions: Permission[]) => void;
}

const names = ['READER', 'ORGANIZER', 'ASSISTANT', 'AGENT', 'MANAGER'] as const;

/** Presets as cards; Fine-tune opens the permissions one by one. */
export function PermissionPicker(props: PermissionPickerProps) {
  const { legend, address, organization, presets, givable, permissions, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const known = names.flatMap((preset) => {
    const found = presets.find((definition) => definition.preset === preset);
    return found ? [{ preset, atoms: knownPermissions(found.permissions) }] : [];
  });
  const current: Preset | 'CUSTOM' = known.find(({ atoms }) => isSameSet(atoms, permissions))?.preset ?? 'CUSTOM';
  const [chosen, setChosen] = useState(current);
  const [isOpen, setOpen] = useState(current === 'CUSTOM');
  // Custom stays chosen while points are ticked that happen to make a preset.
  const shown = chosen === 'CUSTOM' ? chosen : current;
  const short = `${address.split('@')[0]}@`;

  const choose = (preset: Preset | 'CUSTOM') => {
    setChosen(preset);
    const definition = known.find((one) => one.preset === preset);
    if (definition) onChange(definition.atoms);
    else setOpen(true);
  };
  return (
    <>
      <RadioCards
        legend={legend}
        legendSpoken
        value={shown}
        onChange={choose}
        cards={[
          ...known.map(({ preset, atoms }) => ({
            value: preset,
            name: t(`permission.preset.${preset}`),
            help: t(`permission.presetHelp.${preset}`, { address: short }),
            disabledReason: isSameSet(within(atoms, givable), atoms) ? null : t('sharing.presetExceedsOwn'),
          })),
          { value: 'CUSTOM' as const, name: t('permission.preset.CUSTOM'), help: t('permission.presetHelp.CUSTOM') },
        ]}
      />
      <div>
        <Button
          kind="link"
          icon={isOpen ? ChevronDown : ChevronRight}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t('sharing.fineTune')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        <AtomGroups
          groups={['MAIL', 'SEND', 'SETTINGS', 'OVERSIGHT', 'SENSITIVE']}
          address={short}
          organization={organization}
          givable={givable}
          permissions={permissions}
          onChange={(atoms) => {
            setChosen('CUSTOM');
            onChange(atoms);
          }}
        />
      </div>
    </>
  );
}
