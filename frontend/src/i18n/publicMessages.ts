import type { Messages } from '@lingui/core';
import type { Language } from './languages';

/** What the public pages say: a chunk for each language. */
export const publicMessages: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('virtual:messages/en/ui+errors+permission+sign-in+invitation+setup'),
  fr: () => import('virtual:messages/fr/ui+errors+permission+sign-in+invitation+setup'),
  de: () => import('virtual:messages/de/ui+errors+permission+sign-in+invitation+setup'),
  it: () => import('virtual:messages/it/ui+errors+permission+sign-in+invitation+setup'),
  es: () => import('virtual:messages/es/ui+errors+permission+sign-in+invitation+setup'),
};
