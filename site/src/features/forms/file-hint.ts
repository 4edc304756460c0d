import type { Language, Policy } from '@contracts/accounts';
import type { Words } from '@i18n/index';
import { fileSize } from '@i18n/numbers';

/** Which files are taken, in one sentence. */
export const allowedFiles = (words: Words, language: Language, { allowedFileTypes, maxFileSize, maxFilesPerMessage }: Policy['limits']): string =>
  words.wizard.attachHint(allowedFileTypes.map((type) => type.toUpperCase()).join(', '), fileSize(maxFileSize, language), maxFilesPerMessage);
