// The texts of <flinks-accounts>, apart from those of <flinks-upload>: a page may show one of the two only.
import { cached } from '../cache.js';
import { importLanguage } from './list.js';

/** `tag → Promise<{ tag, locale, singular, messages }>`; cached, and a failure is forgotten. */
export const loadAccountsLanguage = cached(importLanguage);
