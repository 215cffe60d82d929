import type { Messages } from '@lingui/core';
import type { Language } from './languages';

/** What Mail, Manager and Account say: a chunk for each language. */
export const appMessages: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('virtual:messages/en/ui+errors+permission+mail+manager+sharing'),
  fr: () => import('virtual:messages/fr/ui+errors+permission+mail+manager+sharing'),
  de: () => import('virtual:messages/de/ui+errors+permission+mail+manager+sharing'),
  it: () => import('virtual:messages/it/ui+errors+permission+mail+manager+sharing'),
  es: () => import('virtual:messages/es/ui+errors+permission+mail+manager+sharing'),
};
