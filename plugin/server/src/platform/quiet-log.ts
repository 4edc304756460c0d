import type { Strapi } from './domain';
import { withoutStatement } from './said-by';

interface Line {
  message: unknown;
  stack?: unknown;
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

const quiet = (text: string): string => {
  const trace = text.indexOf('\n    at ');
  const head = trace < 0 ? text : text.slice(0, trace);
  return withoutSecrets(withoutStatement(head)) + text.slice(head.length);
};

/**
 * Strapi's `strapi::logger` writes the address of each request, and some of ours are keys: whoever may read the log
 * must not be able to use them. What a database says comes with its statement, in which are customers' words. Stands before whatever format the host application gave its log.
 */
export const keepSecretsOutOfLog = (strapi: Strapi): void => {
  const log = strapi.log as unknown as { format: Format };
  const before = log.format;
  log.format = {
    options: before.options,
    transform: (line, options) => {
      if (typeof line.message === 'string') line.message = quiet(line.message);
      if (typeof line.stack === 'string') line.stack = quiet(line.stack);
      return before.transform(line, options);
    },
  };
};
