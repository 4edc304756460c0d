import type { Context } from 'koa';
import { after, hours, minutes, now } from '../../platform/clock';
import { readCookie, writeCookie } from '../../platform/cookies';
import { Refusal } from '../../platform/errors';
import { rows } from '../../platform/rows';
import { couldBeKey, hashToken, newToken } from '../../platform/tokens';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { providerRefusal } from '../providers/faults';

export interface ProviderVisitRow extends Row {
  stateHash: string;
  browserHash: string;
  provider: string;
  stage: 'left' | 'back' | 'proving';
  customerId: number | null;
  goTo: string | null;
  issuer: string | null;
  subject: string | null;
  email: string | null;
  name: string | null;
  codeHash: string | null;
  attempts: number;
  mails: number;
  expiresAt: Date;
}
/** A visit, with the secret of the browser that began it. */
export interface OwnVisit {
  visit: ProviderVisitRow;
  browser: string;
}

const cookieName = 'portal_visit';
const lifetime = minutes(15);
const tooLate = () => new Refusal('provider_expired', 'This sign-in was finished already, or it took longer than a quarter of an hour. Start it again.');

/** Browsers on their way to a provider and back. Each visit belongs to the browser that began it, and comes back once. */
export const providerVisits = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ProviderVisitRow>(strapi, 'provider-visit');
  const browserOf = (ctx: Context): string | null => {
    const secret = readCookie(ctx, strapi, cookieName);
    return secret && secret.length === 43 && couldBeKey(secret) ? secret : null;
  };

  return {
    /** Begins one; sets the cookie, which several visits of a browser share. Answers the secret and the state. */
    async begin(ctx: Context, of: Pick<ProviderVisitRow, 'provider' | 'goTo' | 'customerId'>): Promise<{ browser: string; state: string }> {
      const [browser, state] = [browserOf(ctx) ?? newToken(), newToken()];
      await insertRow<ProviderVisitRow>(strapi, 'provider-visit', { ...of, stateHash: hashToken(state), browserHash: hashToken(browser), stage: 'left', attempts: 0, mails: 0, expiresAt: after(now(), lifetime) });
      writeCookie(ctx, strapi, cookieName, browser, lifetime);
      return { browser, state };
    },

    /**
     * Takes the visit of a state, once: of two returns at the same time one gets it. Refuses one that is over,
     * another browser's (which leaves it for its own), and one that went to another provider (which ends it).
     */
    async comeBack(ctx: Context, provider: string, state: string): Promise<OwnVisit> {
      const visit = couldBeKey(state) ? await table.findOne({ where: { stateHash: hashToken(state), stage: 'left', expiresAt: { $gt: now() } } }) : null;
      if (!visit) throw tooLate();
      const browser = browserOf(ctx);
      if (!browser || visit.browserHash !== hashToken(browser)) throw new Refusal('provider_other_browser', 'This sign-in was started in another browser. Start it again in this one.');
      const taken = await table.updateMany({ where: { id: visit.id, stage: 'left' }, data: { stage: 'back' } });
      if (taken.count === 0) throw tooLate();
      if (visit.provider !== provider) throw providerRefusal('provider_answer_refused');
      return { visit, browser };
    },

    /** From now on the visit waits for a proof of its address. */
    awaitProof: (id: number, { issuer, subject, email, name }: Pick<ProviderVisitRow, 'issuer' | 'subject' | 'email' | 'name'>): Promise<void> =>
      updateRow<ProviderVisitRow>(strapi, 'provider-visit', id, { issuer, subject, email, name, stage: 'proving', expiresAt: after(now(), lifetime) }),

    /** The latest visit of this browser that waits for a proof. */
    async proving(ctx: Context): Promise<OwnVisit> {
      const browser = browserOf(ctx);
      const [visit] = browser ? await table.findMany({ where: { browserHash: hashToken(browser), stage: 'proving', expiresAt: { $gt: now() } }, orderBy: { id: 'desc' }, limit: 1 }) : [];
      if (!visit || !browser) throw tooLate();
      return { visit, browser };
    },

    /** Counts one more of something that a visit may do only so often; false where it was the last already. Two at once count as two. */
    async countOne(visit: ProviderVisitRow, what: 'attempts' | 'mails', most: number): Promise<boolean> {
      const before = visit[what] ?? 0;
      if (before >= most) return false;
      const counted = await table.updateMany({ where: { id: visit.id, [what]: before }, data: { [what]: before + 1 } });
      return counted.count === 1;
    },

    /** Keeps the hash of a mailed code, in place of one before. */
    keepCode: (id: number, codeHash: string): Promise<void> => updateRow<ProviderVisitRow>(strapi, 'provider-visit', id, { codeHash }),

    /** How many visits have had codes mailed to an address within an hour. */
    recentlyMailed: (email: string): Promise<number> => table.count({ where: { email, mails: { $gt: 0 }, createdAt: { $gt: after(now(), -hours(1)) } } }),

    /** Takes a visit away; false where it was gone. */
    finish: async (ctx: Context, id: number): Promise<boolean> => {
      writeCookie(ctx, strapi, cookieName, null);
      return (await table.deleteMany({ where: { id } })).count > 0;
    },

    forgetExpired: () => table.deleteMany({ where: { expiresAt: { $lt: after(now(), -hours(1)) } } }),
  };
};
