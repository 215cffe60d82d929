import CornerDownRight from 'lucide-react/icons/corner-down-right';
import Mail from 'lucide-react/icons/mail';
import { useLocation } from 'wouter';
import { useTranslation } from '../../i18n/translation';
import { INBOX } from '../place';
import type { ListedMailbox } from '../useMailboxes';
import { usePlace } from '../usePlace';
import { type Choice, Chooser } from './Chooser';
import { type Command, keys, printed } from './keys';
import type { Commands } from './useCommands';

interface PaletteProps {
  mailboxes: readonly ListedMailbox[];
  commands: Commands;
  onClose: () => void;
}

/** Everything by its name: what can be done here, and every mailbox. */
export function Palette({ mailboxes, commands, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { hrefTo } = usePlace();
  const acts = Object.entries(commands).flatMap(([name, run]): Choice[] => {
    const command = name as Command;
    if (!run || command === 'palette') return [];
    return [
      { id: command, label: t(`mailParts.does.${command}`), icon: CornerDownRight, keys: printed(keys[command]), run },
    ];
  });
  const addresses = mailboxes.map(({ id, address }) => ({
    id,
    label: address,
    icon: Mail,
    run: () => navigate(hrefTo({ address, folder: INBOX, thread: null, query: '' })),
  }));
  return (
    <Chooser
      title={t('mailParts.palette')}
      label={t('mailParts.paletteField')}
      choices={[...acts, ...addresses]}
      onClose={onClose}
    />
  );
}
