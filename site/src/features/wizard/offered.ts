import type { DraftValues } from '@contracts/conversation';
import type { Suggestion } from '@contracts/knowledge';
import { dropDraft, keepDraft, listOf, textOf } from '@features/forms/drafts';
import { staleForm } from '@features/forms/problems';
import type { PostedForm } from '@features/forms/posted-form';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';
import { openWizard, wizardPurpose } from './draft';

const answersPage = '/requests/new/answers';
/** More offers than anybody waits for while he writes. */
const mostSuggestions = 10;

/** What a draft knows of the answers that were offered for it: all offers, the last one's articles, and those its writer has passed over. */
export const offersOf = (values: DraftValues): Pick<DraftValues, 'suggestions' | 'offered' | 'passed'> => ({
  suggestions: listOf(values, 'suggestions'),
  offered: listOf(values, 'offered'),
  passed: listOf(values, 'passed'),
});

/** True when answers were offered, between the details and the files. */
export const hasOffers = (values: DraftValues): boolean => listOf(values, 'offered').length > 0;

/** The offer that the answers page shows; null when there is none, or when the reader may not see its articles any more. */
export const lastOffer = async (api: PortalApi, values: DraftValues): Promise<Suggestion | null> => {
  const name = listOf(values, 'suggestions').at(-1);
  if (!name || !hasOffers(values)) return null;
  const answer = await api.get<Suggestion>(`/knowledge/suggestions/${encodeURIComponent(name)}`);
  return answer.ok && answer.data.hits.length > 0 ? answer.data : null;
};

/** Asks for answers to a draft, once it could be sent. Nothing worth showing, or no knowledge base: nothing is offered. */
export const offer = async (api: PortalApi, values: DraftValues): Promise<DraftValues> => {
  const answer = await api.send<Suggestion>('POST', '/knowledge/suggestions', { subject: textOf(values, 'subject'), body: textOf(values, 'body'), category: textOf(values, 'category') });
  const before = offersOf(values);
  if (!answer.ok) return { ...before, offered: [] };
  const suggestions = [...listOf(values, 'suggestions'), answer.data.id].slice(-mostSuggestions);
  return { ...before, suggestions, offered: answer.data.hits.map(({ article }) => article.slug) };
};

/** True when there is something on offer that its writer has not passed over already. */
export const offersNews = (values: DraftValues): boolean => listOf(values, 'offered').some((slug) => !listOf(values, 'passed').includes(slug));

/** Tells what came of the offers once the request is sent. Nothing depends on it: a refusal is no reason to worry the customer. */
export const tellSent = async (api: PortalApi, values: DraftValues, reference: string): Promise<void> => {
  const tell = (name: string) => api.send('PUT', `/knowledge/suggestions/${encodeURIComponent(name)}/outcome`, { outcome: 'sent', reference });
  await Promise.all(listOf(values, 'suggestions').slice(-mostSuggestions).map(tell));
};

const solve = async (api: PortalApi, form: PostedForm, article: string): Promise<string> => {
  const answer = await api.send('PUT', `/knowledge/suggestions/${encodeURIComponent(form.text('suggestion'))}/outcome`, { outcome: 'solved', article });
  if (!answer.ok) return path(answersPage);
  await dropDraft(api, wizardPurpose);
  return path('/requests/new/solved');
};

/** "This solved it" ends the request; "Send it anyway" goes on with it. Answers where to go. */
export const postAnswers = async (api: PortalApi, form: PostedForm): Promise<string> => {
  const left = await openWizard(api);
  if (form.stale) {
    if (left) await keepDraft(api, wizardPurpose, left.values, staleForm);
    return path(answersPage);
  }
  const article = form.text('solved');
  if (article) return solve(api, form, article);
  if (!left) return path('/requests/new');
  const passed = [...new Set([...listOf(left.values, 'passed'), ...listOf(left.values, 'offered')])].slice(-50);
  await keepDraft(api, wizardPurpose, { ...left.values, passed });
  return path('/requests/new/files');
};
