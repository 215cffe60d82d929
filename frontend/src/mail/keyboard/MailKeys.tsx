import { useTranslation } from '../../i18n/translation';
import { KeyboardHelp } from '../../ui/KeyboardHelp';
import { groups, keys, printed } from './keys';

/** The sheet with all keys. */
export function MailKeys(props: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <KeyboardHelp
      {...props}
      groups={groups.map(({ name, commands }) => ({
        name: t(name),
        keys: commands.map((command) => ({ keys: printed(keys[command]), does: t(`mailParts.does.${command}`) })),
      }))}
    />
  );
}
