import type { OwnFigures } from '../../../../contracts/dashboard';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { figuresBegin, figuresOf } from '../figures';

type Moment = Date | number | string | null;
interface Columns {
  sentAt: Moment;
  firstReplyAt: Moment;
  solvedAt: Moment;
  closedAt: Moment;
  score: number | null;
}
// Nobody sends more in a year by hand; who does has figures of the newest.
const most = 2000;
// Merged ones went on as another request, by which they are counted.
const sql = `select t.created_at as "sentAt", t.first_replied_at as "firstReplyAt", t.solved_at as "solvedAt", t.closed_at as "closedAt", r.score
  from portal_tickets t left join portal_ratings r on r.ticket_id = t.id
  where t.requester_id = ? and t.created_at >= ? and t.merged_into_id is null order by t.created_at desc limit ${most}`;

const timeOf = (value: Moment): number | null => (value === null ? null : new Date(value).getTime());

/** What a customer's own requests came to: only those that he sent himself. */
export const ownFigures = ({ strapi }: { strapi: Strapi }) => ({
  /** One statement, by the index of his requests. */
  async of({ customerId, timeZone }: Pick<Viewer, 'customerId' | 'timeZone'>): Promise<OwnFigures> {
    const moment = now();
    const found = await readRows<Columns>(strapi, sql, [customerId, figuresBegin(moment, timeZone)]);
    const measured = found.map(({ sentAt, firstReplyAt, solvedAt, closedAt, score }) => ({ sentAt: timeOf(sentAt) ?? 0, firstReplyAt: timeOf(firstReplyAt), doneAt: timeOf(solvedAt ?? closedAt), score }));
    return figuresOf(measured, moment, timeZone);
  },
});
