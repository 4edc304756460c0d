import type { Context } from 'koa';
import type { AccountAction } from '../../../../contracts/settings';
import type { PasskeyAnswer } from '../../../../contracts/two-factor';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { GuardNews } from '../factor-mails';
import type { Viewer } from '../viewer';
import { accountDoors } from './account-doors';
import { accountLog } from './account-log';
import { authenticators } from './authenticators';
import { customers } from './customers';
import { guardMails } from './guard-mails';
import { membership } from './membership';
import { passkeys } from './passkeys';
import { recoveryCodes } from './recovery-codes';
import { secondFactors } from './second-factors';
import { sessions } from './sessions';
import { wrongAnswer } from './second-step';

/** Changes of a customer's factors: each with its mail, its line in the log, and browsers that are asked again. */
export const factorChanges = ({ strapi }: { strapi: Strapi }) => {
  const apps = () => getService(strapi, 'authenticators', authenticators);
  const keys = () => getService(strapi, 'passkeys', passkeys);
  const codes = () => getService(strapi, 'recovery-codes', recoveryCodes);
  const doors = () => getService(strapi, 'account-doors', accountDoors);
  const factorsOf = (customerId: number) => getService(strapi, 'second-factors', secondFactors).of(customerId);

  const tell = async (viewer: Viewer, news: GuardNews, action: AccountAction, factor: string): Promise<void> => {
    await getService(strapi, 'guard-mails', guardMails).tell(viewer, news);
    await getService(strapi, 'account-log', accountLog).note(viewer, action, { factor });
  };

  /** The first factor brings recovery codes and ends sessions that began without one. */
  const added = async (viewer: Viewer, wasFirst: boolean): Promise<void> => {
    const { customerId, sessionId } = viewer;
    if (wasFirst) await codes().make(customerId);
    if (wasFirst) await doors().close(customerId, sessionId);
    else await doors().askAgain(customerId);
    await getService(strapi, 'sessions', sessions).prove(sessionId);
  };

  /** Changes one at a time: of two that remove a factor each, the second sees what the first left. */
  const change = (viewer: Viewer, work: (wasFirst: boolean) => Promise<void>): Promise<void> =>
    inTransaction(strapi, async () => {
      await getService(strapi, 'customers', customers).hold(viewer.customerId);
      await work((await factorsOf(viewer.customerId)).length === 0);
    });

  /** Codes on paper alone are no factor; where the segment wants one, the last one stays. */
  const removed = async ({ customerId, segment }: Viewer): Promise<void> => {
    const isLast = (await factorsOf(customerId)).length === 0;
    if (isLast && getService(strapi, 'membership', membership).requiresSecondFactor(segment)) throw new Refusal('last_factor', 'This account needs a second factor. Add another one before you remove this one.');
    if (isLast) await codes().removeAll(customerId);
    await doors().askAgain(customerId);
  };

  return {
    /** Confirms the app that is being set up; 400 `wrong_code` at `code`. */
    confirmApp: (viewer: Viewer, code: string): Promise<void> =>
      change(viewer, async (wasFirst) => {
        if (!(await apps().confirm(viewer.customerId, code))) throw wrongAnswer('code');
        await added(viewer, wasFirst);
        await tell(viewer, 'appAdded', 'factor_added', 'app');
      }),

    /** 404 where there is no app, 409 `last_factor` where it has to stay. */
    removeApp: (viewer: Viewer): Promise<void> =>
      change(viewer, async () => {
        if (!(await apps().since(viewer.customerId)) || !(await apps().remove(viewer.customerId))) throw notFound();
        await removed(viewer);
        await tell(viewer, 'appRemoved', 'factor_removed', 'app');
      }),

    /** 400 `wrong_code` at `passkey` for an answer that is none to what was asked. */
    async addPasskey(ctx: Context, viewer: Viewer, name: string, answer: PasskeyAnswer): Promise<void> {
      const credential = await keys().examine(ctx, viewer.customerId, answer);
      if (!credential) throw wrongAnswer('passkey');
      await change(viewer, async (wasFirst) => {
        if (!(await keys().add(viewer.customerId, name, credential))) throw wrongAnswer('passkey');
        await added(viewer, wasFirst);
        await tell(viewer, 'passkeyAdded', 'factor_added', 'passkey');
      });
    },

    /** 404 for what is no passkey of his, 409 `last_factor` where it has to stay. */
    removePasskey: (viewer: Viewer, id: number): Promise<void> =>
      change(viewer, async () => {
        if (!(await keys().remove(viewer.customerId, id))) throw notFound();
        await removed(viewer);
        await tell(viewer, 'passkeyRemoved', 'factor_removed', 'passkey');
      }),

    /**
     * Takes all factors of a customer away, for one who lost them all and whom the support knows by other means: his
     * sessions end, and his password alone opens the account until he sets them up again. 404 without a factor.
     */
    async removeAll(customerId: number, author: Author): Promise<void> {
      const viewer = await getService(strapi, 'customers', customers).viewer(customerId);
      if (!viewer?.hasFactor) throw notFound();
      await change(viewer, async () => {
        await apps().remove(customerId);
        await keys().removeAll(customerId);
        await codes().removeAll(customerId);
        await doors().close(customerId, null);
        await getService(strapi, 'guard-mails', guardMails).tell(viewer, 'factorsRemoved');
        await getService(strapi, 'account-log', accountLog).note(viewer, 'factor_removed', { by: 'support' });
        await getService(strapi, 'audit-log', auditLog).note(author, { what: `customer ${viewer.email}`, action: 'changed', before: { secondFactor: true }, after: { secondFactor: false } });
      });
    },

    /** Makes ten new recovery codes; 404 where there is no factor that they could stand in for. */
    renewCodes: (viewer: Viewer): Promise<void> =>
      change(viewer, async (hasNone) => {
        if (hasNone) throw notFound();
        await codes().make(viewer.customerId);
        await tell(viewer, 'codesMade', 'codes_renewed', 'recovery');
      }),
  };
};
