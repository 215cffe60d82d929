import { useTranslation } from '../i18n/translation';
import { PermissionToggle, PermissionToggles } from '../ui/PermissionToggle';
import { OpeningTile } from './OpeningTile';
import type { permissionGroups } from './permissions';
import { doing } from './sentence';
import { type AccessTilesProps, givenOf, type Tile, tileNames, tiles, withAtom } from './tiles';

const groupsOf = { SEND: ['SEND'], SETTINGS: ['SETTINGS', 'OVERSIGHT', 'SENSITIVE'] } as const satisfies Partial<
  Record<Tile, readonly (keyof typeof permissionGroups)[]>
>;

/** Six tiles say what somebody may do, and change it with a click. */
export function AccessTiles(props: AccessTilesProps) {
  const { t } = useTranslation();
  return (
    <PermissionToggles label={t('sharing.permissionsOf', { name: props.name })}>
      {tileNames.map((tile) =>
        tile === 'SEND' || tile === 'SETTINGS' ? (
          <OpeningTile key={tile} tile={tile} groups={groupsOf[tile]} {...props} />
        ) : (
          <SwitchingTile key={tile} tile={tile} {...props} />
        ),
      )}
    </PermissionToggles>
  );
}

function SwitchingTile({ tile, ...props }: AccessTilesProps & { tile: 'READ' | 'ORGANIZE' | 'DELETE' | 'DRAFT' }) {
  const translation = useTranslation();
  const { t } = translation;
  const { name, address, permissions, givable } = props;
  const given = givenOf(tile, permissions);
  const isGiven = given === 'given';
  const cantGive = !isGiven && !givable.includes(tile) ? t('sharing.notHeld') : null;
  return (
    <PermissionToggle
      icon={tiles[tile].icon}
      name={t(`sharing.tile.${tile}`)}
      given={given}
      explanation={t(isGiven ? 'sharing.tileGiven' : 'sharing.tileNot', {
        name,
        what: doing(tile, address, translation),
      })}
      disabledReason={props.disabledReason ?? (tile === 'READ' ? t('sharing.readStays') : cantGive)}
      onToggle={() => props.onChange(withAtom(permissions, tile, !isGiven))}
    />
  );
}
