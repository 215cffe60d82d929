import { ago } from '../i18n/format';
import { useTranslation } from '../i18n/translation';

interface InvitationDeliveryProps {
  email?: string | null;
  bound: boolean;
  sentAt?: string | null;
}

/** How the link reached its guest, and who may accept it. */
export function InvitationDelivery({ email, bound, sentAt }: InvitationDeliveryProps) {
  const { t, language } = useTranslation();
  if (sentAt) return t('sharing.linkSent', { when: ago(language, new Date(sentAt)) });
  return t(email && bound ? 'sharing.linkCopiedFor' : 'sharing.linkCopied');
}
