import { setTimeout as pause } from 'node:timers/promises';
import { checkNames } from '../../../../contracts/doctor';
import type { CheckName, Examination, Finding } from '../../../../contracts/doctor';
import { seconds } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { address } from '../checks/address';
import { agents } from '../checks/agents';
import { bucket } from '../checks/bucket';
import { clock } from '../checks/clock';
import { database } from '../checks/database';
import { folders } from '../checks/folders';
import { working } from '../checks/jobs';
import { mail } from '../checks/mail';
import { mailbox } from '../checks/mailbox';
import { migrated } from '../checks/migrations';
import { middlewares } from '../checks/middlewares';
import { push } from '../checks/push';
import { waiting } from '../checks/queues';
import { redis } from '../checks/redis';
import { rights } from '../checks/rights';
import { runtime } from '../checks/runtime';
import { scanner } from '../checks/scanner';
import { search } from '../checks/search';
import { secrets } from '../checks/secrets';
import { site } from '../checks/site';
import { sockets } from '../checks/sockets';
import { tables } from '../checks/tables';
import { broken, reasonOf, worstOf } from '../verdict';
import type { Check, Verdict } from '../verdict';

const checks: Record<CheckName, Check> = { runtime, database, tables, migrations: migrated, folders, secrets, address, middlewares, site, mail, mailbox, bucket, scanner, redis, sockets, push, rights, agents, search, queues: waiting, jobs: working, clock };
const patienceMs = seconds(20);

const late = async (): Promise<Verdict> => {
  await pause(patienceMs, undefined, { ref: false });
  return broken('Nothing was answered for twenty seconds.', 'See whether a firewall swallows what this machine sends, instead of refusing it.');
};

/** Looks at everything that the portal stands on, and says what to do where it is not well. */
export const doctor = ({ strapi }: { strapi: Strapi }) => {
  const look = async (name: CheckName): Promise<Finding> => {
    const verdict = await Promise.race([checks[name](strapi), late()]).catch((error: unknown) => broken(`It could not be looked at: ${reasonOf(error)}.`, 'Mend what is said above first, then look again.'));
    return { name, ...verdict };
  };

  return {
    /** One check by its name; whatever happens in it is a finding. */
    look,

    /** All checks, or those that are named, in the order of their names. */
    async examine(wanted: readonly CheckName[] = checkNames): Promise<Examination> {
      const findings = await Promise.all(checkNames.filter((name) => wanted.includes(name)).map(look));
      return { state: worstOf(findings.map(({ state }) => state)), findings };
    },
  };
};
