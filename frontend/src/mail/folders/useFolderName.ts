import { useTranslation } from '../../i18n/translation';
import { roles } from '../place';

/** What a folder is called: those with a role in the reader's language, the others as people named them. */
export function useFolderName() {
  const { t } = useTranslation();
  return ({ role, name }: { role?: string | null; name: string }): string => {
    const known = roles.find((one) => one === role);
    return known ? t(`mail.folder.${known}`) : name;
  };
}
