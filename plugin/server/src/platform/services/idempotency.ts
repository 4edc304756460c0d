import { createHash } from 'node:crypto';
import { after, days, now } from '../clock';
import { Refusal } from '../errors';
import { inTransaction, isDuplicate, rows } from '../rows';
import { insertRow } from '../write-rows';
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
type Change = (afterCommit: (run: () => void) => void) => Promise<string>;

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

  const attempt = ({ owner, key }: OnceRequest, fingerprint: string, change: Change): Promise<string> =>
    inTransaction(strapi, async (afterCommit) => {
      const outcome = await change(afterCommit);
      if (key !== undefined) await insertRow<KeyRow>(strapi, 'idempotency-key', { owner, key, fingerprint, outcome });
      return outcome;
    });

  return {
    /**
     * Runs `change` in a transaction and remembers its outcome (a reference) under the key; a repetition
     * answers that outcome and changes nothing. Same key with other content: 409 `idempotency_key_reused`.
     * `repeated` says which of both it was. Without a key it always runs.
     */
    async once(request: OnceRequest, change: Change): Promise<{ outcome: string; repeated: boolean }> {
      const { key } = request;
      if (key !== undefined && !keyForm.test(key)) throw new Refusal('validation_failed', 'The idempotency key must be 8 to 100 letters, digits, - or _.');
      const fingerprint = fingerprintOf(request.content);
      for (let tries = 1; ; tries += 1) {
        try {
          return { outcome: await attempt(request, fingerprint, change), repeated: false };
        } catch (error) {
          // Repetitions are rare, so the earlier one is only looked for when this one was rolled back: by its
          // key at the latest, or by a limit or rule that the earlier one had met.
          const before = key === undefined ? null : await earlier(request, fingerprint);
          if (before !== null) return { outcome: before, repeated: true };
          // A random reference met one that exists; the next one will not.
          if (!isDuplicate(error) || tries === 3) throw error;
        }
      }
    },

    /** Keys are kept for two days: longer than a tab with an unsent form is retried. */
    forgetOld: () => keys.deleteMany({ where: { createdAt: { $lt: after(now(), -days(2)) } } }),
  };
};
