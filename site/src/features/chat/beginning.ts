import type { Chat, ChatBeginning } from '@contracts/chat';
import type { Suggestion } from '@contracts/knowledge';
import { withoutSecrets } from '@contracts/secrets';
import type { PostedForm } from '@features/forms/posted-form';
import { problemsOf, staleForm, type Problems } from '@features/forms/problems';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';

/** What somebody wrote before his chat begins. */
export interface Asked {
  text: string;
  name: string;
  email: string;
  /** Makes a second sending of the same form harmless. */
  key: string;
  /** Names of the offers that he has seen. */
  suggestions: string[];
}
/** How a posted form before a chat went: where it leads, or what is shown: articles first, or problems. */
export interface BeginningVisit {
  to: string | null;
  asked: Asked;
  offer: Suggestion | null;
  problems: Problems | null;
}

/** More than anybody is offered before one chat. */
const mostTold = 10;

const askedBy = (form: PostedForm | null): Asked => ({ text: form?.text('text') ?? '', name: form?.text('name') ?? '', email: form?.text('email') ?? '', key: form?.text('key') || crypto.randomUUID(), suggestions: (form?.all('suggestions') ?? []).slice(-mostTold) });

const bodyOf = ({ text, name, email }: Asked, language: string, allowSecrets: boolean): ChatBeginning => ({
  text,
  language,
  source: 'portal',
  ...(name.trim() ? { name } : {}),
  ...(email.trim() ? { email } : {}),
  ...(allowSecrets ? { allowSecrets } : {}),
});

/** How articles are looked for by a first message. */
export const suggestionFor = (text: string): { subject: string; body: string } => ({ subject: text.slice(0, 200), body: text.slice(0, 4000) });

/** Articles that may spare the chat; null where there is none worth showing, or no knowledge base. */
const articlesFor = async (api: PortalApi, { text }: Asked): Promise<Suggestion | null> => {
  if (!text.trim()) return null;
  const answer = await api.send<Suggestion>('POST', '/knowledge/suggestions', suggestionFor(text));
  return answer.ok && answer.data.hits.length > 0 ? answer.data : null;
};

/** Whoever chats was not spared it by what he was offered. Nothing depends on it: a refusal is no reason to worry him. */
const tellChatted = async (api: PortalApi, { suggestions }: Asked): Promise<void> => {
  await Promise.all(suggestions.map((name) => api.send('PUT', `/knowledge/suggestions/${encodeURIComponent(name)}/outcome`, { outcome: 'chatted' })));
};

/** Takes the form before a chat. Its first sending is shown articles; whoever wants to chat all the same is in the queue. */
export const beginChat = async (api: PortalApi, form: PostedForm | null, language: string): Promise<BeginningVisit> => {
  const asked = askedBy(form);
  const stay = (rest: Partial<BeginningVisit>): BeginningVisit => ({ to: null, asked, offer: null, problems: null, ...rest });
  if (!form) return stay({});
  if (form.stale) return stay({ problems: staleForm });
  const wish = form.text('do');
  const solved = form.text('solved');
  if (solved) {
    await api.send('PUT', `/knowledge/suggestions/${encodeURIComponent(form.text('suggestion'))}/outcome`, { outcome: 'solved', article: solved });
    return stay({ to: path('/chat?done=answered') });
  }
  if (wish === 'take-out') return stay({ asked: { ...asked, text: withoutSecrets(asked.text) } });
  // Who was shown some while he wrote has passed them over.
  const offer = wish === 'ask' && asked.suggestions.length === 0 ? await articlesFor(api, asked) : null;
  if (offer) return stay({ offer });
  const answer = await api.send<Chat>('POST', '/chats', bodyOf(asked, language, wish === 'allow'), { 'idempotency-key': asked.key });
  if (!answer.ok) return stay({ problems: problemsOf(answer) });
  await tellChatted(api, asked);
  return stay({ to: path(`/chat/${answer.data.key}`) });
};
