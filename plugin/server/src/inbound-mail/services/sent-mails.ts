import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

/** A mail of ours that somebody answers or sends back. */
export interface SentMail {
  to: string;
  messageId: string;
  /** The ticket that it was about, as its thread names it; null for mails about none. */
  reference: string | null;
}
interface Columns {
  to: string;
  messageId: string;
  headers: { References?: string } | string | null;
}

const rootPattern = /<(r-[0-9a-hjkmnp-tv-z]{6})@[^>\s]+>/i;
/** The reference in the Message-ID that begins a ticket's thread (`<r-2k7f9q@host>`). */
export const referenceInRoot = (messageIds: string): string | null => rootPattern.exec(messageIds)?.[1]?.toUpperCase() ?? null;

/** Mails that we sent, by what others say of them. */
export const sentMails = ({ strapi }: { strapi: Strapi }) => ({
  /** Those with these Message-IDs. */
  async byMessageIds(messageIds: string[]): Promise<SentMail[]> {
    const asked = messageIds.filter((id) => id !== '').slice(0, 60);
    if (asked.length === 0) return [];
    const sql = `select "to", message_id as "messageId", headers from portal_mails where message_id in (${asked.map(() => '?').join(', ')})`;
    const found = await readRows<Columns>(strapi, sql, asked);
    return found.map(({ headers, ...mail }) => ({ ...mail, reference: referenceInRoot(storedJson<{ References?: string }>(headers ?? {}).References ?? '') }));
  },
});
