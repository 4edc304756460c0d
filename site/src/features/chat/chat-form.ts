import { withoutSecrets } from '@contracts/secrets';
import type { PostedForm } from '@features/forms/posted-form';
import { problemsOf, staleForm, type Problems } from '@features/forms/problems';
import type { PortalApi } from '@portal-api/client';
import { chatAddress } from './conversation';

/** How a posted form of a chat went; `done` is the news of the next page, `text` what stays in the field. */
export interface ChatAct {
  done: string | null;
  problems: Problems | null;
  text: string;
}

const bodies: Record<string, (form: PostedForm) => [method: 'POST' | 'PUT', resource: string, body: object]> = {
  leave: () => ['POST', 'departure', {}],
  transcript: () => ['POST', 'transcript', {}],
  end: () => ['POST', 'closure', {}],
  rate: (form) => ['PUT', 'rating', { score: Number(form.text('score')), comment: form.text('comment') }],
};
const news: Record<string, string> = { leave: 'left', transcript: 'mailed', rate: 'rated', end: 'ended', send: 'sent', allow: 'sent' };

/** Does what a form of a chat's page asks for: send words, leave them, end, rate, or mail a copy. */
export const actInChat = async (api: PortalApi, key: string, form: PostedForm): Promise<ChatAct> => {
  const [wish, text] = [form.text('do'), form.text('text')];
  if (form.stale) return { done: null, problems: staleForm, text };
  if (wish === 'take-out') return { done: null, problems: null, text: withoutSecrets(text) };
  const other = Object.hasOwn(bodies, wish) ? bodies[wish] : undefined;
  const [method, resource, body] = other?.(form) ?? ['POST', 'messages', { text, ...(wish === 'allow' ? { allowSecrets: true } : {}) }];
  const sendKey = form.text('key');
  const answer = await api.send(method, `${chatAddress(key)}/${resource}`, body, sendKey ? { 'idempotency-key': sendKey } : {});
  return answer.ok ? { done: news[wish] ?? 'sent', problems: null, text: '' } : { done: null, problems: problemsOf(answer), text };
};
