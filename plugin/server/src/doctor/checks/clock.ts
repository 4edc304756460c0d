import { now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { heartbeats } from '../services/heartbeats';
import type { Check, Verdict } from '../verdict';
import { broken, together, warning } from '../verdict';

const sql: Record<string, string> = {
  sqlite: `select cast((julianday('now') - 2440587.5) * 86400000 as integer) as "at"`,
  postgres: `select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as "at"`,
};
const mend = 'Let all machines keep time by a server (chrony, systemd-timesyncd): codes of authenticator apps, links that end and what waits for a time all depend on it.';

/** Codes of apps hold for half a minute, so that more apart is people refused. */
const judge = (apartMs: number, who: string): Verdict | null => {
  const apart = Math.round(Math.abs(apartMs) / 1000);
  const found = `The clock of ${who} is ${apart} seconds ${apartMs > 0 ? 'ahead of' : 'behind'} this one.`;
  if (Math.abs(apartMs) > seconds(30)) return broken(found, mend);
  return Math.abs(apartMs) > seconds(5) ? warning(found, mend) : null;
};

const ofDatabase = async (strapi: Strapi): Promise<Verdict | null> => {
  const before = now().getTime();
  const [row] = await readRows<{ at: number | string }>(strapi, sql[strapi.db.dialect.client] ?? '');
  // The question takes its time: what lies within it is no difference.
  const [early, late, at] = [before, now().getTime(), Number(row?.at ?? before)];
  return judge(at < early ? at - early : Math.max(0, at - late), 'the database');
};

/** Of other servers only what lies ahead is known: they may have said something a while ago. */
const ofNodes = async (strapi: Strapi): Promise<(Verdict | null)[]> => (await getService(strapi, 'heartbeats', heartbeats).recent()).map(({ host, beatAt }) => judge(Math.max(0, new Date(beatAt).getTime() - now().getTime()), host));

/** Whether all who look at a clock see the same time. */
export const clock: Check = async (strapi) => together([await ofDatabase(strapi), ...(await ofNodes(strapi))], 'This machine, the database and all servers have the same time.');
