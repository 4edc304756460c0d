import { after, days, now } from '../../platform/clock';
import { limits } from '../../limits/services/limits';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { visitorName } from '../visitor-name';

interface BudgetRow extends Row {
  name: string;
  spent: number;
}
/** Whose budget an answer is taken from: a customer's, or that of a visitor's address. */
export type Payer = { customerId: number } | { address: string };

const table = 'portal_answer_budgets';
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
const untilTomorrow = (moment: Date): number => Math.ceil((Date.parse(`${dayOf(after(moment, days(1)))}T00:00:00Z`) - moment.getTime()) / 1000);

/** How many answers may be written on a day (UTC): counted in the database, so that all nodes share it and a restart changes nothing. */
export const answerBudgets = ({ strapi }: { strapi: Strapi }) => {
  const secret = (): string => strapi.config.get<string[]>('server.app.keys')[0] ?? '';

  /** One statement, so that many at once cannot take more than there is; how many are taken now, or null where there was none left. */
  const take = async (name: string, limit: number): Promise<number | null> => {
    const moment = now();
    const row = { name, spent: 1, created_at: moment, updated_at: moment };
    const raise = { spent: strapi.db.connection.raw('?? + 1', [`${table}.spent`]), updated_at: moment };
    const taken = (await strapi.db.getConnection(table).insert(row).onConflict('name').merge(raise).where(`${table}.spent`, '<', limit).returning('spent')) as { spent: number }[];
    return taken[0]?.spent ?? null;
  };

  const payerName = (payer: Payer, day: string): string => ('customerId' in payer ? `customer:${payer.customerId}` : `visitor:${visitorName(payer.address, day, secret())}`);

  return {
    /** Takes one answer from the payer's budget and from that of all; 429 with the time until tomorrow where one is used up. */
    async spend(payer: Payer, limit: number, ofAll: number): Promise<void> {
      const moment = now();
      const day = dayOf(moment);
      const spent = limit > 0 ? await take(`${day} ${payerName(payer, day)}`, limit) : null;
      const isLeft = spent !== null && (await take(`${day} all`, ofAll)) !== null;
      const resetMs = untilTomorrow(moment) * 1000;
      getService(strapi, 'limits', limits).tell({ limit: { name: 'answers', quota: limit, windowMs: days(1) }, accepted: isLeft, left: isLeft ? limit - spent : 0, resetMs });
      if (!isLeft) throw new Refusal('too_many_requests', 'No more answers are written today. Searching goes on as ever.', [], untilTomorrow(moment));
    },

    /** Yesterday's are of no use any more. */
    forgetOld: () => rows<BudgetRow>(strapi, 'answer-budget').deleteMany({ where: { createdAt: { $lt: after(now(), -days(2)) } } }),
  };
};
