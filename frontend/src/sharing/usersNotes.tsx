import SearchX from 'lucide-react/icons/search-x';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import UsersRound from 'lucide-react/icons/users-round';
import { useTranslation } from '../i18n/translation';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

interface NotSharableProps {
  code?: string | null;
  reason?: string | null;
  wayOut?: string | null;
}

/** Why nobody can be added, and the way out. */
export function NotSharable({ code, reason, wayOut }: NotSharableProps) {
  const { t } = useTranslation();
  const isLogin = code === 'ADDRESS_IS_LOGIN_IDENTIFIER';
  return (
    <Banner icon={ShieldAlert}>
      <strong>{t(isLogin ? 'sharing.notSharable' : 'sharing.cantAdd')}</strong>{' '}
      {isLogin ? t('sharing.loginReason') : [reason, wayOut].filter(Boolean).join(' ')}
    </Banner>
  );
}

export function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={UsersRound}
      title={t('sharing.nobodyYet')}
      action={
        <Button icon={UserRoundPlus} onClick={onAdd}>
          {t('sharing.addSomebody')}
        </Button>
      }
    >
      {t('sharing.nobodyYetHelp')}
    </EmptyState>
  );
}

export function NobodyFound({ text, onClear }: { text: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={SearchX}
      title={t('sharing.nobodyMatches', { text })}
      action={<Button onClick={onClear}>{t('sharing.showEveryone')}</Button>}
    />
  );
}
