import { auditLog, portalItself } from '../../audit/services/audit-log';
import { faultPoint } from '../../inbound-mail/fault-point';
import { claimDue, retryAt } from '../../platform/claim';
import { after, minutes, now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { queueRunner } from '../../platform/queue-runner';
import { inTransaction, rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { beating } from '../beating';
import { account } from '../erasing/account';
import { activity } from '../erasing/activity';
import { door } from '../erasing/door';
import { elsewhere } from '../erasing/elsewhere';
import { leavingOf } from '../erasing/leaving';
import { mails } from '../erasing/mails';
import { requests } from '../erasing/requests';
import type { Counts, LateStep, Step } from '../erasing/step';
import { traces } from '../erasing/traces';
import { disk, words } from '../erasing/words';
import type { ErasureRow } from '../rows';

/** In the order of what each needs to be still there. The one place where it stands. */
export const steps: readonly (Step | LateStep)[] = [door, mails, activity, requests, elsewhere, traces, account, words, disk];

type Claimed = Pick<ErasureRow, 'id' | 'customerId' | 'step' | 'attempts'> & { counts: Counts | string | null };
/** The pauses between attempts grow so often: to an hour. */
const mostPauses = 10;
const lease = minutes(2);
const columns = ['id', 'customer_id as customerId', 'step', 'attempts', 'counts'];
const due = (state: 'confirmed' | 'running') => ({ table: 'portal_erasures', columns, state, limit: 1, leaseMs: lease });

/** Erases, one customer after another and step by step: a process that ends leaves a step that the next begins again. */
export const erasureRunner = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ErasureRow>(strapi, 'erasure');

  const run = async (step: Step | LateStep, customerId: number): Promise<Counts> => {
    if ('runLate' in step) return step.runLate(strapi, customerId);
    const who = await leavingOf(strapi, customerId);
    // Without an account somebody else removed him.
    return who ? step.run(strapi, who) : {};
  };

  const done = async (row: Claimed, step: Step | LateStep, counts: Counts): Promise<Counts> => {
    const all = { ...counts, ...(await run(step, row.customerId)) };
    faultPoint(`erasure: ${step.name} done`);
    await table.updateMany({ where: { id: row.id }, data: { step: row.step + 1, counts: all, attempts: 0 } });
    return all;
  };

  /** The account goes together with the note that it went: afterwards nothing says whose it was. */
  const take = (row: Claimed, counts: Counts): Promise<Counts> => {
    const step = steps[row.step]!;
    return step === account ? inTransaction(strapi, () => done(row, step, counts)) : done(row, step, counts);
  };

  const finish = async ({ id, customerId }: Claimed, counts: Counts): Promise<void> => {
    const { startedBy, adminId } = (await table.findOne({ where: { id } })) ?? { startedBy: null, adminId: null };
    await inTransaction(strapi, async () => {
      await table.updateMany({ where: { id }, data: { state: 'done', lockedUntil: null, lastError: null, finishedAt: now() } });
      const author = startedBy === null ? portalItself : { id: adminId, name: startedBy };
      await getService(strapi, 'audit-log', auditLog).happened(author, { kind: 'privacy', what: 'erased customer', action: 'erased', customerId, facts: counts, once: `erasure:${id}` });
    });
  };

  const erase = async (claimed: Claimed, isStopping: () => boolean): Promise<void> => {
    let counts = claimed.counts === null ? {} : storedJson<Counts>(claimed.counts);
    for (let step = claimed.step; step < steps.length; step += 1) {
      if (isStopping()) return void (await table.updateMany({ where: { id: claimed.id }, data: { lockedUntil: null } }));
      counts = await take({ ...claimed, step }, counts);
    }
    await finish(claimed, counts);
  };

  const attempt = async (row: Claimed, isStopping: () => boolean): Promise<void> => {
    const attempts = row.attempts + 1;
    await table.updateMany({ where: { id: row.id }, data: { state: 'running', attempts } });
    try {
      await beating(seconds(30), () => table.updateMany({ where: { id: row.id, state: 'running' }, data: { lockedUntil: after(now(), lease) } }), () => erase(row, isStopping));
    } catch (error) {
      const lastError = saidBy(error);
      strapi.log.error(`An erasure could not go on (attempt ${attempts}): ${lastError}. It will be tried again, from the step that failed.`);
      // Never given up: half of a customer is nobody's wish. An admin sees why it does not go on.
      await table.updateMany({ where: { id: row.id }, data: { lockedUntil: null, lastError, availableAt: retryAt(Math.min(attempts, mostPauses)) } });
    }
  };

  /** What a process left goes on before anything new begins. */
  const claim = async (): Promise<Claimed[]> => {
    const left = await claimDue<Claimed>(strapi, due('running'));
    return left.length > 0 ? left : claimDue<Claimed>(strapi, due('confirmed'));
  };

  const { runDue, runSoon, stop } = queueRunner(strapi, { claim, work: attempt });
  return { runDue, runSoon, stop };
};
