import type { Context } from 'koa';
import type { AuthenticationResponseJSON, RegistrationResponseJSON, WebAuthnCredential } from '@simplewebauthn/server';
import type { PasskeyAnswer } from '../../../../contracts/two-factor';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { storedJson, writeStatement } from '../../platform/statements';
import { hashToken } from '../../platform/tokens';
import { insertRowsOnce } from '../../platform/write-rows';
import { saidBy } from '../../platform/said-by';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { handleOf, relyingParty } from '../relying-party';
import { webauthn } from '../webauthn';
import type { Viewer } from '../viewer';
import { membership } from './membership';
import { passkeyQuestions } from './passkey-questions';
import type { PasskeyPurpose } from './passkey-questions';

export interface PasskeyRow extends Row {
  customerId: number;
  name: string;
  credentialHash: string;
  credentialId: string;
  publicKey: string;
  /** PostgreSQL answers big numbers as texts. */
  counter: number | string;
  transports: string[] | string | null;
  lastUsedAt: Date | null;
}

const credentialOf = ({ credentialId, publicKey, counter, transports }: PasskeyRow): WebAuthnCredential => ({
  id: credentialId,
  publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
  counter: Number(counter),
  transports: storedJson<string[]>(transports ?? []),
});
const described = (row: PasskeyRow) => ({ id: row.credentialId, transports: storedJson<string[]>(row.transports ?? []) });

/** Passkeys (WebAuthn): asked, checked and kept. The library does the protocol; the questions are ours. */
export const passkeys = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<PasskeyRow>(strapi, 'passkey');
  const questions = () => getService(strapi, 'passkey-questions', passkeyQuestions);
  const of = (customerId: number) => table.findMany({ where: { customerId }, orderBy: { id: 'asc' }, limit: 100 });

  const sayWhy = (error: unknown): void => void strapi.log.debug(`A passkey was refused: ${saidBy(error)}`);

  /** True where the answer is right, to be noted as used. Whatever the library refuses is wrong, and logged for whoever searches. */
  const verify = async (row: PasskeyRow, answer: PasskeyAnswer, expectedChallenge: string, alone: boolean): Promise<boolean> => {
    const { id, origins } = relyingParty(strapi);
    try {
      const { verifyAuthenticationResponse } = await webauthn(strapi);
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response: answer as unknown as AuthenticationResponseJSON, expectedChallenge, expectedOrigin: origins, expectedRPID: id, credential: credentialOf(row), requireUserVerification: alone });
      // A counter that does not grow is that of a copy; those that do not count stay at 0.
      const sql = 'update portal_passkeys set counter = ?, last_used_at = ? where id = ? and (counter < ? or (counter = 0 and ? = 0)) returning id';
      const { newCounter } = authenticationInfo;
      return verified && (await writeStatement(strapi, sql, [newCounter, now(), row.id, newCounter, newCounter])).length > 0;
    } catch (error) {
      sayWhy(error);
      return false;
    }
  };

  return {
    of,

    /** What the browser hands to `navigator.credentials.create`. */
    async askToAdd(ctx: Context, { customerId, email, name, segment }: Viewer) {
      const challenge = await questions().ask(ctx, 'add', customerId);
      const { generateRegistrationOptions } = await webauthn(strapi);
      return generateRegistrationOptions({
        rpName: getService(strapi, 'membership', membership).letterheadOf(segment).brand,
        rpID: relyingParty(strapi).id,
        userName: email,
        userDisplayName: name,
        userID: handleOf(customerId),
        challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
        excludeCredentials: (await of(customerId)).map(described),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      });
    },

    /** The credential of an answer to what was asked, the question being used up by it; null for any other. Outside of a transaction, which would give the question back. */
    async examine(ctx: Context, customerId: number, answer: PasskeyAnswer): Promise<WebAuthnCredential | null> {
      const expectedChallenge = await questions().take(ctx, 'add', customerId);
      if (!expectedChallenge) return null;
      const { id, origins } = relyingParty(strapi);
      const response = answer as unknown as RegistrationResponseJSON;
      try {
        const { verifyRegistrationResponse } = await webauthn(strapi);
        const { registrationInfo } = await verifyRegistrationResponse({ response, expectedChallenge, expectedOrigin: origins, expectedRPID: id, requireUserVerification: false });
        return registrationInfo?.credential ?? null;
      } catch (error) {
        sayWhy(error);
        return null;
      }
    },

    /** Keeps a new one; false where it is kept already, be it as another's. */
    async add(customerId: number, name: string, { id, publicKey, counter, transports = [] }: WebAuthnCredential): Promise<boolean> {
      const row = { customerId, name, credentialHash: hashToken(id), credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
      return (await insertRowsOnce<PasskeyRow, 'credentialHash'>(strapi, 'passkey', [row], 'credentialHash')).length > 0;
    },

    /** What the browser hands to `navigator.credentials.get`. With null anybody's passkey may answer, and must ask who holds it. */
    async ask(ctx: Context, purpose: Exclude<PasskeyPurpose, 'add'>, customerId: number | null) {
      const challenge = await questions().ask(ctx, purpose, customerId);
      const { generateAuthenticationOptions } = await webauthn(strapi);
      return generateAuthenticationOptions({
        rpID: relyingParty(strapi).id,
        challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
        allowCredentials: customerId === null ? [] : (await of(customerId)).map(described),
        userVerification: customerId === null ? 'required' : 'preferred',
      });
    },

    /** The customer whose passkey answered rightly; null for everything else. `customerId` null: whoever it is, asked for finger, face or PIN. */
    async check(ctx: Context, purpose: Exclude<PasskeyPurpose, 'add'>, customerId: number | null, answer: PasskeyAnswer): Promise<number | null> {
      const question = await questions().take(ctx, purpose, customerId);
      const row = question === null ? null : await table.findOne({ where: { credentialHash: hashToken(answer.id), ...(customerId === null ? {} : { customerId }) } });
      return question !== null && row && (await verify(row, answer, question, customerId === null)) ? row.customerId : null;
    },

    /** Gives one of the customer's a name; false where it is none of his. */
    async rename(customerId: number, id: number, name: string): Promise<boolean> {
      return (await table.updateMany({ where: { id, customerId }, data: { name } })).count > 0;
    },
    /** Takes one of the customer's away; false where it is none of his. */
    async remove(customerId: number, id: number): Promise<boolean> {
      return (await table.deleteMany({ where: { id, customerId } })).count > 0;
    },
    removeAll: (customerId: number) => table.deleteMany({ where: { customerId } }),
  };
};
