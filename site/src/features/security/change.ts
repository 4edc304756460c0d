import type { PostedForm } from '@features/forms/posted-form';
import type { Answer, PortalApi } from '@portal-api/client';

/** What a button of the security page did: the news that follows, and what the API said. */
interface Done {
  news: string;
  answer: Answer<unknown>;
}
type Change = (api: PortalApi, id: string, form: PostedForm) => Promise<Answer<unknown>>;

const one = (list: string): Change => (api, id) => api.send('DELETE', `/me/${list}/${encodeURIComponent(id)}`);
const changes: Record<string, [news: string, change: Change]> = {
  session: ['session', one('sessions')],
  sessions: ['sessions', (api) => api.send('DELETE', '/me/sessions')],
  browser: ['browser', one('trusted-browsers')],
  'passkey-name': ['passkey-renamed', (api, id, form) => api.send('PATCH', `/me/passkeys/${encodeURIComponent(id)}`, { label: form.text('label') })],
  passkey: ['passkey-removed', one('passkeys')],
  app: ['app-removed', (api) => api.send('DELETE', '/me/authenticator')],
  codes: ['new-codes', (api) => api.send('POST', '/me/recovery-codes')],
};

/** Does what a button of the security page asks for; null for a button that there is not. */
export const changeSecurity = async (api: PortalApi, form: PostedForm): Promise<Done | null> => {
  const name = form.text('do');
  const [news, change] = (Object.hasOwn(changes, name) ? changes[name] : undefined) ?? [];
  return news && change ? { news, answer: await change(api, form.text('id'), form) } : null;
};
