import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which mails somebody wants no more: what the address in `List-Unsubscribe` says. */
export interface Leaving {
  customerId: number;
  /** What the mails are about, in small letters. */
  kind: string;
}

const form = /^(\d{1,10})-([a-z]{1,20})-([0-9a-f]{32})$/;
const largestId = 2_147_483_647;

const macOf = ({ customerId, kind }: Leaving, secret: string): Buffer => createHmac('sha256', secret).update(`portal: leaving mails: ${customerId}: ${kind}`).digest().subarray(0, 16);

/** A token that nobody else can make, and that says nothing but which mails of whom end. */
export const sealLeaving = (leaving: Leaving, secret: string): string => `${leaving.customerId}-${leaving.kind}-${macOf(leaving, secret).toString('hex')}`;

/** What a token says; null for every text that was not sealed with this secret. */
export const openLeaving = (token: string, secret: string): Leaving | null => {
  const [, id = '', kind = '', mac = ''] = form.exec(token) ?? [];
  const leaving = { customerId: Number(id), kind };
  if (mac === '' || leaving.customerId > largestId) return null;
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(leaving, secret)) ? leaving : null;
};
