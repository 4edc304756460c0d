import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { pluginId } from './places';
import english from './translations/en.json';

/** A key of the plugin's texts; `translations/en.json` is the list. */
export type Word = keyof typeof english;
/** Says a text in the language of the agent's admin. */
export type Say = (word: Word, values?: Record<string, string | number>) => string;

/** The plugin's texts; English where the agent's language has none. */
export const useWords = (): Say => {
  const { formatMessage } = useIntl();
  return useCallback((word, values) => formatMessage({ id: `${pluginId}.${word}`, defaultMessage: english[word] }, values), [formatMessage]);
};
