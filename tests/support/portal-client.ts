import { demoPassword } from './people';

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/**
 * A browser without a screen: keeps cookies, reads pages, posts their real forms with their own tokens, and
 * follows redirects by hand so that a test can look at each answer.
 */
export class PortalClient {
  private readonly cookies = new Map<string, string>();
  constructor(readonly portal: string) {}

  async request(path: string, init: RequestInit = {}): Promise<{ status: number; location: string; html: string; headers: Headers }> {
    const url = path.startsWith('http') ? path : `${new URL(this.portal).origin}${path}`;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string>), cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value !== undefined) this.cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text(), headers: answer.headers };
  }

  forget(cookie: string): void {
    this.cookies.delete(cookie);
  }

  /** Posts the form of a page: its own hidden fields first, then what a person filled in. */
  async submit(page: string, action: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const { html } = await this.request(page);
    const own = { _csrf: hidden(html, '_csrf'), category: hidden(html, 'category'), key: hidden(html, 'key') };
    const body = new URLSearchParams(Object.entries({ ...own, ...fields }).filter(([, value]) => value !== ''));
    return this.request(action, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  }

  async token(page: string, name = '_csrf'): Promise<string> {
    return hidden((await this.request(page)).html, name);
  }

  async signIn(email: string): Promise<this> {
    const answer = await this.submit('/support/sign-in', '/support/sign-in', { email, password: demoPassword });
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    return this;
  }

  /** Sends a request through the guided form and answers its reference. */
  async sendRequest(category: string, subject: string, body: string, fields: Record<string, string> = {}): Promise<string> {
    await this.submit(`/support/requests/new/details?category=${category}`, '/support/requests/new/details', { subject, body, ...fields });
    const sent = await this.submit('/support/requests/new/check', '/support/requests/new/check', {});
    const reference = /\/requests\/(R-[0-9A-Z]+)/.exec(sent.location)?.[1];
    if (!reference) throw new Error(`The request was not sent: ${sent.status} ${sent.location}`);
    return reference;
  }

  /** Replies to one's own request. */
  async reply(reference: string, body: string): Promise<void> {
    const answer = await this.request(`/api/portal/tickets/${reference}/comments`, { method: 'POST', body: JSON.stringify({ body }), headers: { 'content-type': 'application/json' } });
    if (answer.status !== 201) throw new Error(`The reply was not sent: ${answer.status} ${answer.html}`);
  }
}
