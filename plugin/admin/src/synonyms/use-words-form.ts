import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FieldError } from '../../../contracts/platform';
import type { LanguageWords } from '../../../contracts/search-words';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { saveWords } from './client';
import { draftOfWords, wordsOfDraft, writtenGroups } from './words-draft';
import type { GroupDraft, WordsDraft } from './words-draft';

/** The words of one language while they are edited. */
export interface WordsForm {
  draft: WordsDraft;
  busy: boolean;
  problem: string | null;
  groupError(group: GroupDraft): string | undefined;
  stopWordsError: string | undefined;
  change(part: Partial<WordsDraft>): void;
  save(): Promise<void>;
}

/** Keeps the form of a language; after a refusal everything stays as typed. */
export const useWordsForm = (words: LanguageWords, onSaved: (words: LanguageWords) => void): WordsForm => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState(() => draftOfWords(words));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);

  const at = (path: string): FieldError | undefined => errors.find((each) => `${each.path}.`.startsWith(`${path}.`));
  const groupError = (group: GroupDraft): string | undefined => {
    const error = at(['groups', writtenGroups(draft.groups).indexOf(group)].join('.'));
    return error && (error.rule === 'too_short' ? say('synonyms.alone') : sayFieldError(error, say));
  };
  const stopWordsFault = at('stopWords');
  const change = (part: Partial<WordsDraft>): void => {
    setErrors([]);
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setErrors([]);
    try {
      onSaved(await saveWords(words.language, { version: words.version, ...wordsOfDraft(draft) }));
      toggleNotification({ type: 'success', message: say('synonyms.saved') });
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
    } finally {
      setBusy(false);
    }
  };
  return { draft, busy, problem, groupError, stopWordsError: stopWordsFault && sayFieldError(stopWordsFault, say), change, save };
};
