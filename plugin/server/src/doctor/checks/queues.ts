import { after, minutes, now } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, counted, together, warning } from '../verdict';

interface Queue {
  table: string;
  /** The state of what waits. */
  waiting: string;
  one: string;
  /** What nobody hears of meanwhile. */
  mend: string;
}
const server = 'See that the server runs ("jobs" says so) and what its log says.';
const queues: Queue[] = [
  { table: 'portal_outbox', waiting: 'pending', one: 'event', mend: server },
  { table: 'portal_mails', waiting: 'queued', one: 'mail', mend: `${server} Where "mail" is broken, mend that: mails go out by themselves then.` },
  { table: 'portal_received_mails', waiting: 'received', one: 'received mail', mend: server },
  { table: 'portal_push_messages', waiting: 'queued', one: 'message to a browser', mend: server },
  { table: 'portal_data_exports', waiting: 'waiting', one: 'archive', mend: server },
];
const tooLong = minutes(10);

const count = async (strapi: Strapi, table: string, narrow: (query: ReturnType<Strapi['db']['getConnection']>) => unknown): Promise<number> => {
  const query = strapi.db.getConnection(table);
  narrow(query);
  const [found] = (await query.count({ count: '*' })) as { count: number | string }[];
  return Number(found?.count ?? 0);
};

const stuck = async (strapi: Strapi, { table, waiting, one, mend }: Queue): Promise<Verdict | null> => {
  const before = after(now(), -tooLong);
  const many = await count(strapi, table, (query) => query.where({ state: waiting }).where('available_at', '<', before));
  return many === 0 ? null : broken(`${counted(many, one, one === 'message to a browser' ? 'messages to browsers' : `${one}s`)} should have been dealt with more than ten minutes ago.`, mend);
};

const failed = async (strapi: Strapi, table: string, say: (many: number) => string, mend: string): Promise<Verdict | null> => {
  const many = await count(strapi, table, (query) => query.where({ state: 'failed' }));
  return many === 0 ? null : warning(say(many), mend);
};

/** Whether what waits is dealt with, and nothing was given up. */
export const waiting: Check = async (strapi) => {
  const faults = [
    ...(await Promise.all(queues.map((queue) => stuck(strapi, queue)))),
    await failed(strapi, 'portal_mails', (many) => `${counted(many, 'mail')} could not be sent and ${many === 1 ? 'was' : 'were'} given up.`, 'Settings → Customer Portal → Failed mails says why: send them again, or give them up.'),
    await failed(strapi, 'portal_outbox', (many) => `${counted(many, 'event')} could not be told to all who listen.`, 'The column last_error of portal_outbox says why. Once that is mended, set their state to "pending" and attempts to 0: they are told again.'),
  ];
  return together(faults, 'Nothing waits for longer than it should.');
};
