import type { Loaders } from './translation';

// What each public page says: a chunk for each page and language, no more than it needs.

export const signInMessages: Loaders = {
  en: () => import('virtual:messages/en/ui+errors+sign-in'),
  fr: () => import('virtual:messages/fr/ui+errors+sign-in'),
  de: () => import('virtual:messages/de/ui+errors+sign-in'),
  it: () => import('virtual:messages/it/ui+errors+sign-in'),
  es: () => import('virtual:messages/es/ui+errors+sign-in'),
};

export const setUpMessages: Loaders = {
  en: () => import('virtual:messages/en/ui+errors+sign-in+setup'),
  fr: () => import('virtual:messages/fr/ui+errors+sign-in+setup'),
  de: () => import('virtual:messages/de/ui+errors+sign-in+setup'),
  it: () => import('virtual:messages/it/ui+errors+sign-in+setup'),
  es: () => import('virtual:messages/es/ui+errors+sign-in+setup'),
};

export const invitationMessages: Loaders = {
  en: () => import('virtual:messages/en/ui+errors+permission+invitation'),
  fr: () => import('virtual:messages/fr/ui+errors+permission+invitation'),
  de: () => import('virtual:messages/de/ui+errors+permission+invitation'),
  it: () => import('virtual:messages/it/ui+errors+permission+invitation'),
  es: () => import('virtual:messages/es/ui+errors+permission+invitation'),
};
