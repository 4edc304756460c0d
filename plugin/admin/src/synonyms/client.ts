import type { LanguageWords, SearchTrial, SearchWordsChange, TrialAnswer } from '../../../contracts/search-words';
import { get, post, put } from '../desk/ask';

const base = '/portal/knowledge/search-words';
const of = (language: string): string => `${base}/${encodeURIComponent(language)}`;

/** GET /portal/knowledge/search-words */
export const listWords = (signal?: AbortSignal): Promise<LanguageWords[]> => get(base, signal);
/** PUT /portal/knowledge/search-words/:language */
export const saveWords = (language: string, change: SearchWordsChange): Promise<LanguageWords> => put(of(language), change);
/** POST /portal/knowledge/search-words/:language/trials */
export const tryWords = (language: string, trial: SearchTrial): Promise<TrialAnswer> => post(`${of(language)}/trials`, trial);
