import type { Context } from 'koa';
import { after, minutes, now } from '../../platform/clock';
import { readCookie, writeCookie } from '../../platform/cookies';
import { rows } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { hashToken, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

/** What an answer is for: a signature made for one thing does nothing else. */
export type PasskeyPurpose = 'add' | 'sign-in' | 'second-step' | 'verification';

interface QuestionRow extends Row {
  tokenHash: string;
  purpose: PasskeyPurpose;
  customerId: number | null;
  question: string;
  expiresAt: Date;
}

const cookieName = 'portal_passkey';
const lifetime = minutes(5);

/** Random texts that passkeys sign. They stay here, belong to one browser, and are used up by the first answer, right or wrong. */
export const passkeyQuestions = ({ strapi }: { strapi: Strapi }) => ({
  /** A new question for this browser; answers it in base64url. */
  async ask(ctx: Context, purpose: PasskeyPurpose, customerId: number | null): Promise<string> {
    const [token, question] = [newToken(), newToken()];
    await insertRow<QuestionRow>(strapi, 'passkey-question', { tokenHash: hashToken(token), purpose, customerId, question, expiresAt: after(now(), lifetime) });
    writeCookie(ctx, strapi, cookieName, token, lifetime);
    return question;
  },

  /** The question of this browser, which is used up by this; null without one for this purpose and customer. */
  async take(ctx: Context, purpose: PasskeyPurpose, customerId: number | null): Promise<string | null> {
    const token = readCookie(ctx, strapi, cookieName);
    if (!token) return null;
    writeCookie(ctx, strapi, cookieName, null);
    const whose = customerId === null ? 'customer_id is null' : 'customer_id = ?';
    const sql = `delete from portal_passkey_questions where token_hash = ? and purpose = ? and expires_at > ? and ${whose} returning question`;
    const [taken] = await writeStatement<{ question: string }>(strapi, sql, [hashToken(token), purpose, now(), ...(customerId === null ? [] : [customerId])]);
    return taken?.question ?? null;
  },

  forgetExpired: () => rows<QuestionRow>(strapi, 'passkey-question').deleteMany({ where: { expiresAt: { $lt: now() } } }),
});
