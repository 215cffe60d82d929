import { useRef, useState } from 'react';
import { list } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { PermissionToggle } from '../ui/PermissionToggle';
import { Popover } from '../ui/Popover';
import { AtomGroups } from './AtomGroups';
import styles from './OpeningTile.module.css';
import type { permissionGroups } from './permissions';
import { type AccessTilesProps, givenOf, tiles } from './tiles';

interface OpeningTileProps extends AccessTilesProps {
  tile: 'SEND' | 'SETTINGS';
  groups: readonly (keyof typeof permissionGroups)[];
}

/** A tile that stands for several permissions: it opens them, and each takes effect when it is ticked. */
export function OpeningTile({ tile, groups, ...props }: OpeningTileProps) {
  const { t, language } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { name, address, permissions } = props;
  const short = `${address.split('@')[0]}@`;
  const held = tiles[tile].atoms.filter((atom) => permissions.includes(atom));
  const what = list(
    language,
    held.map((atom) => t(`permission.${atom}`, { address: short })),
  );
  return (
    <>
      <PermissionToggle
        ref={anchor}
        icon={tiles[tile].icon}
        name={t(`sharing.tile.${tile}`)}
        given={givenOf(tile, permissions)}
        explanation={
          held.length > 0 ? t('sharing.tileSome', { name, what }) : t(`sharing.tileNone.${tile}`, { name, address })
        }
        disabledReason={props.disabledReason}
        opens={isOpen}
        onToggle={() => setOpen(true)}
      />
      <Popover
        label={`${t(`sharing.tile.${tile}`)}: ${name}`}
        anchor={anchor}
        open={isOpen}
        onClose={() => setOpen(false)}
      >
        <div className={styles.panel}>
          <AtomGroups
            groups={groups}
            address={short}
            organization={props.organization}
            givable={props.givable}
            permissions={permissions}
            onChange={props.onChange}
          />
        </div>
      </Popover>
    </>
  );
}
