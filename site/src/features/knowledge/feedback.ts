import { feedbackReasons, type ArticleFeedback } from '@contracts/knowledge';
import type { PostedForm } from '@features/forms/posted-form';
import { path } from '@layouts/paths';
import { articlePath } from './addresses';

type Said = 'yes' | 'no' | 'why';
const saids: readonly Said[] = ['yes', 'no', 'why'];
const longestComment = 1000;

/** What was said a moment ago, as the address tells after the redirect. */
export const saidNow = (query: URLSearchParams): Said | undefined => saids.find((said) => said === query.get('said'));

/** Where an article's feedback is sent: how the article was opened goes with it, to come back the same way. */
export const feedbackAddress = (slug: string, query: URLSearchParams): string => {
  const kept = new URLSearchParams(['from', 'language'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : [])));
  return `${path(`/articles/${encodeURIComponent(slug)}/feedback`)}${kept.size > 0 ? `?${kept.toString()}` : ''}`;
};

/** What a posted form says of an article. Its field keeps within the length; a forged one is cut. */
export const feedbackOf = (form: PostedForm): ArticleFeedback => {
  const reason = feedbackReasons.find((known) => known === form.text('reason'));
  const comment = form.text('comment').trim().slice(0, longestComment);
  return { helpful: form.text('helpful') === 'yes', ...(reason ? { reason } : {}), ...(comment ? { comment } : {}) };
};

/** The article's page after its feedback was sent. */
export const afterFeedback = (slug: string, query: URLSearchParams, form: PostedForm): string => {
  const said = form.text('do') === 'why' ? 'why' : form.text('helpful') === 'yes' ? 'yes' : 'no';
  return articlePath(slug, { from: query.get('from') ?? '', language: query.get('language') ?? '', said, anchor: 'feedback' });
};
