import type { Problems, ShownProblems } from '@features/forms/problems';

/** Says of a refused address which ones may register; elsewhere the same rule means that it is one's own. */
export const sayAddresses = (shown: ShownProblems, problems: Problems | null, sentence: string): ShownProblems => {
  if (!problems?.errors.some(({ path, rule }) => path === 'email' && rule === 'not_allowed')) return shown;
  return { ...shown, errors: shown.errors.map((error) => (error.field === 'email' ? { ...error, message: sentence } : error)), at: (field) => (field === 'email' ? sentence : shown.at(field)) };
};
