import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { useTranslation } from '../i18n/translation';
import { Checkbox } from '../ui/Checkbox';
import { Chip } from '../ui/Chip';
import styles from './AtomGroups.module.css';
import { type Permission, permissionGroups } from './permissions';
import { withAtom } from './tiles';

type Group = keyof typeof permissionGroups;

interface AtomGroupsProps {
  groups: readonly Group[];
  /** As the labels say it: short where it is clear which one is meant. */
  address: string;
  organization: string;
  /** What the viewer may give on. */
  givable: readonly Permission[];
  permissions: readonly Permission[];
  /** Why nothing can be changed now. */
  disabledReason?: string | null;
  onChange: (permissions: Permission[]) => void;
}

/** The permissions one by one, by group. Sensitive ones say why they are. */
export function AtomGroups(props: AtomGroupsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.groups}>
      {props.groups.map((group) => (
        <fieldset key={group} className={styles.group} data-group={group}>
          <legend>
            {t(`permission.group.${group}`)}
            {group === 'SENSITIVE' && (
              <Chip tone="warning" icon={TriangleAlert}>
                {t('sharing.outlives')}
              </Chip>
            )}
          </legend>
          {group === 'SENSITIVE' && (
            <p className={styles.help}>{t('sharing.outlivesHelp', { organization: props.organization })}</p>
          )}
          <div className={styles.atoms}>
            {permissionGroups[group].map((atom) => (
              <Atom key={atom} atom={atom} {...props} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function Atom({ atom, ...props }: AtomGroupsProps & { atom: Permission }) {
  const { t } = useTranslation();
  const { permissions, givable, address, disabledReason, onChange } = props;
  const given = permissions.includes(atom);
  return (
    <Checkbox
      label={t(`permission.${atom}`, { address })}
      checked={given}
      disabledReason={disabledReason ?? reasonFor(atom, given)}
      onChange={(checked) => onChange(withAtom(permissions, atom, checked))}
    />
  );

  function reasonFor(one: Permission, isGiven: boolean): string | undefined {
    if (one === 'READ' && isGiven) return t('sharing.readIsBase');
    return isGiven || givable.includes(one) ? undefined : t('sharing.notHeld');
  }
}
