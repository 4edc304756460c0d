import type { Language } from '../../../../../contracts/accounts';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import type { ArchiveWords } from './en';

export type { ArchiveWords };

/** What stands in an archive beside the data itself. */
export const archiveWords: Record<Language, ArchiveWords> = { en, de, ar };
