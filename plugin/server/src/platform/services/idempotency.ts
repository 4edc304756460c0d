import { createHash } from 'node:crypto';
import { after, days, now } from '../clock';
import { Refusal } from '../errors';
import { inTransaction, rows } from '../rows';
import type { Row } from '../rows';
import type { Strapi } from '../domain';

interface KeyRow extends Row {
  owner: string;
  key: string;
  fingerprint: string;
  outcome: string;
}
/** A key as a client sent it, with whose it is and what it was sent with. */
export interface OnceRequest {
  owner: string;
  key: string | undefined;
  content: unknown;
}
type AfterCommit = (run: () => void) => void;

const keyForm = /^[\w-]{8,100}$/;
const fingerprintOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Makes a change happen once per key, however often a form or call is sent. */
export const idempotency = ({ strapi }: { strapi: Strapi }) => {
  const keys = rows<KeyRow>(strapi, 'idempotency-key');

  const earlier = async ({ owner, key }: OnceRequest, fingerprint: string): Promise<string | null> => {
    const found = await keys.findOne({ where: { owner, key } });
    if (found && found.fingerprint !== fingerprint) {
      throw new Refusal('idempotency_key_reused', 'This was already sent with other content. Nothing was sent again.');
    }
    return found?.outcome ?? null;
  };

  return {
    /**
     * Runs `change` in a transaction and remembers its outcome (a reference) under the key; a repetition
     * answers that outcome without running it. Same key with other content: 409 `idempotency_key_reused`.
     * `repeated` says which of both it was. Without a key it always runs.
     */
    async once(request: OnceRequest, change: (afterCommit: AfterCommit) => Promise<string>): Promise<{ outcome: string; repeated: boolean }> {
      const { owner, key } = request;
      if (key === undefined) return { outcome: await inTransaction(strapi, change), repeated: false };
      if (!keyForm.test(key)) throw new Refusal('validation_failed', 'The idempotency key must be 8 to 100 letters, digits, - or _.');
      const fingerprint = fingerprintOf(request.content);
      const before = await earlier(request, fingerprint);
      if (before !== null) return { outcome: before, repeated: true };
      try {
        const outcome = await inTransaction(strapi, async (afterCommit) => {
          const made = await change(afterCommit);
          await keys.create({ data: { owner, key, fingerprint, outcome: made }, select: ['id'] });
          return made;
        });
        return { outcome, repeated: false };
      } catch (error) {
        // Two sends at the same moment: the second met what the first had taken (key, files, the last of a limit)
        // and was rolled back whole. Whatever refused it, what the first one made is the answer.
        const winner = await earlier(request, fingerprint);
        if (winner === null) throw error;
        return { outcome: winner, repeated: true };
      }
    },

    /** Keys are kept for two days: longer than a tab with an unsent form is retried. */
    forgetOld: () => keys.deleteMany({ where: { createdAt: { $lt: after(now(), -days(2)) } } }),
  };
};
