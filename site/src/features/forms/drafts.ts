import type { Draft, DraftValues } from '@contracts/conversation';
import type { PortalApi } from '@portal-api/client';
import type { Problems } from './problems';

/** A form as it was left: what was typed, and once, right after a refusal, why it was not taken. */
export interface LeftForm {
  values: DraftValues;
  problems: Problems | null;
  updatedAt: string;
}

const problemsKey = '_problems';

const readProblems = (values: DraftValues): Problems | null => {
  const kept = values[problemsKey];
  return typeof kept === 'string' ? (JSON.parse(kept) as Problems) : null;
};

/** Keeps a form between the pages. Works without a session too: that is when words are lost elsewhere. */
export const keepDraft = async (api: PortalApi, purpose: string, values: DraftValues, problems: Problems | null = null): Promise<void> => {
  const kept = problems ? { ...values, [problemsKey]: JSON.stringify(problems) } : values;
  await api.send('PUT', `/drafts/${purpose}`, { values: kept });
};

/** The form as it was left, or null. Its problems are told once: the next visit finds only the words. */
export const openDraft = async (api: PortalApi, purpose: string): Promise<LeftForm | null> => {
  if (!api.mayHaveDrafts) return null;
  const answer = await api.get<Draft>(`/drafts/${purpose}`);
  if (!answer.ok) return null;
  const problems = readProblems(answer.data.values);
  const { [problemsKey]: _told, ...values } = answer.data.values;
  if (problems) await keepDraft(api, purpose, values);
  return { values, problems, updatedAt: answer.data.updatedAt };
};

/** Whether the session of this request is still there. */
export const isSignedIn = async (api: PortalApi): Promise<boolean> => (await api.get('/me')).ok;

/** Forgets a form, because it was sent or thrown away; harmless when there is none. */
export const dropDraft = (api: PortalApi, purpose: string) => api.send('DELETE', `/drafts/${purpose}`);

/** A draft's value as text; empty when it is missing or something else, for a draft may hold anything. */
export const textOf = (values: DraftValues, name: string): string => (typeof values[name] === 'string' ? values[name] : '');
/** A draft's value as a list; empty when it is missing or something else. */
export const listOf = (values: DraftValues, name: string): string[] => (Array.isArray(values[name]) ? values[name] : []);
