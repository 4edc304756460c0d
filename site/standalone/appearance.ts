import type { SiteHost } from '../../plugin/contracts/transport.ts';

/** What pages show strangers, and an admin can change at any time. */
export type Appearance = Pick<SiteHost, 'look' | 'knowledgeBase' | 'ticketSubmission' | 'chat' | 'signUp'>;

const askedEveryMs = 2000;
const patienceMs = 5000;

interface Known {
  apiUrl: string;
  brand: string;
  knowledgeBase: boolean;
}

/**
 * Answers what Strapi said last, and asks it again behind at most every two seconds: nobody waits for it, and a Strapi
 * that does not answer leaves all as it was. Begins with one answer, or with what this server was started with.
 */
export const followAppearance = async ({ apiUrl, brand, knowledgeBase }: Known): Promise<() => Appearance> => {
  let known: Appearance = { look: { mode: 'auto', name: brand, palette: null }, knowledgeBase, ticketSubmission: true, chat: { on: false, origins: [] }, signUp: { open: true, domains: [], passwordMinLength: 10, passwords: true, providers: [] } };
  let askedAt = Date.now();
  const ask = async (): Promise<void> => {
    const answer = await fetch(new URL('/api/portal/appearance', apiUrl), { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
    const body = answer?.ok ? ((await answer.json().catch(() => null)) as { data?: Appearance } | null) : null;
    if (body?.data) known = body.data;
  };
  await ask();
  return () => {
    if (Date.now() - askedAt >= askedEveryMs) {
      askedAt = Date.now();
      void ask();
    }
    return known;
  };
};
