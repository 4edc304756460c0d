import type { Strapi } from './domain';

interface Line {
  message: unknown;
}
interface Format {
  options?: unknown;
  transform(line: Line, options?: unknown): unknown;
}

// What opens something by itself: links to share, previews, codes out of mails.
const secrets: [RegExp, string][] = [
  [/(\/(?:shared|previews?)\/)[^/\s?#]{16,}/g, '$1…'],
  [/([?&]code=)[^&\s#]+/g, '$1…'],
];

/** The same line without what would open something to whoever reads the log. */
export const withoutSecrets = (text: string): string => secrets.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);

/**
 * Strapi's `strapi::logger` writes the address of each request, and some of ours are keys: whoever may read the log
 * must not be able to use them. Stands before whatever format the host application gave its log.
 */
export const keepSecretsOutOfLog = (strapi: Strapi): void => {
  const log = strapi.log as unknown as { format: Format };
  const before = log.format;
  log.format = {
    options: before.options,
    transform: (line, options) => before.transform(typeof line.message === 'string' ? Object.assign(line, { message: withoutSecrets(line.message) }) : line, options),
  };
};
