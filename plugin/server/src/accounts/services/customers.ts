import { getService } from '../../platform/get-service';
import { holdRow, inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { updateRow } from '../../platform/write-rows';
import { events } from '../../platform/services/events';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { Language, ProfileChange } from '../../../../contracts/accounts';
import { standardSegment } from '../../../../contracts/policy';
import { factorJoins, hasFactorColumn } from '../factor-columns';
import type { Viewer } from '../viewer';
import { membership } from './membership';
import type { Belonging } from './membership';
import { organisations } from './organisations';

export interface CustomerRow extends Row {
  userId: number;
  name: string;
  language: Language;
  timeZone: string;
  theme: 'auto' | 'light' | 'dark';
  segment: string;
  segmentByRule: boolean;
  organisationId: number | null;
  portalAccess: boolean;
  unread: number | null;
}
export interface UserRow {
  id: number;
  email: string;
  password: string;
  blocked: boolean;
  /** users-permissions' word for what opens it: `local` is a password. */
  provider: string | null;
}
/** A customer whose address was proven, by a followed link or by a provider. */
export interface ProvenCustomer {
  email: string;
  name: string;
  passwordHash: string;
  language: Language;
  /** Nobody knows the password: a provider opens the account. */
  withoutPassword?: boolean;
}

/** Where and how to write to a customer; `segment` is the one that holds. */
export type Contact = Pick<CustomerRow, 'id' | 'name' | 'language' | 'segment'> & { email: string };

const userType = 'plugin::users-permissions.user';
const [ownPassword, noPassword] = ['local', 'portal'];
const viewerSql = `
  select c.id as "customerId", u.id as "userId", c.name, u.email, c.language, c.time_zone as "timeZone", c.theme, c.segment,
    c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId", coalesce(c.unread, 0) as unread,
    ${hasFactorColumn}
  from portal_customers c join up_users u on u.id = c.user_id ${factorJoins} where c.id = ? and c.portal_access = ? and u.blocked = ?`;

const contactSql = `select c.id, u.email, c.name, c.language, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId" from portal_customers c join up_users u on u.id = c.user_id`;

/** Customers and the users-permissions users behind them. */
export const customers = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CustomerRow>(strapi, 'customer');
  const users = () => strapi.db.query(userType);

  /** The user of an address, or null. Addresses are stored in lower case. */
  const userByEmail = (email: string): Promise<UserRow | null> =>
    users().findOne({ where: { email }, select: ['id', 'email', 'password', 'blocked', 'provider'] }) as Promise<UserRow | null>;

  /** Sets the password and ends what users-permissions itself had let in with the one before. */
  const changePassword = async (userId: number, passwordHash: string, provider = ownPassword): Promise<void> => {
    await users().updateMany({ where: { id: userId }, data: { password: passwordHash, confirmed: true, provider } });
    if (strapi.sessionManager.hasOrigin('users-permissions')) await strapi.sessionManager('users-permissions').invalidateRefreshToken(String(userId));
  };

  const newUser = async ({ email, passwordHash, withoutPassword }: ProvenCustomer): Promise<number> => {
    const role = (await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })) as { id: number } | null;
    const data = { username: email, email, password: passwordHash, provider: withoutPassword ? noPassword : ownPassword, confirmed: true, blocked: false, role: role?.id };
    return ((await users().create({ data, select: ['id'] })) as { id: number }).id;
  };

  /**
   * The user of a proven address. One that is there already but is no customer was made elsewhere, perhaps by
   * somebody who never saw the mailbox: it gets the password of the one who followed the link.
   */
  const provenUser = async (proven: ProvenCustomer): Promise<number> => {
    const known = await userByEmail(proven.email);
    if (!known) return newUser(proven);
    await changePassword(known.id, proven.passwordHash, proven.withoutPassword ? noPassword : ownPassword);
    return known.id;
  };

  const contactsWhere = async (ids: number[], further = '', bindings: boolean[] = []): Promise<Contact[]> => {
    if (ids.length === 0) return [];
    const sql = `${contactSql} where c.id in (${ids.map(() => '?').join(', ')})${further}`;
    const found = await readRows<Contact & Belonging>(strapi, sql, [...ids, ...bindings]);
    const { segmentOf } = getService(strapi, 'membership', membership);
    return found.map((row) => ({ id: row.id, name: row.name, language: row.language, email: row.email, segment: segmentOf(row) }));
  };

  return {
    userByEmail,
    changePassword,

    byUser: (userId: number) => table.findOne({ where: { userId } }),
    byId: (id: number) => table.findOne({ where: { id } }),

    /** True where somebody knows a password of the user; not where only a provider opens his account. */
    async hasPassword(userId: number): Promise<boolean> {
      const user = (await users().findOne({ where: { id: userId }, select: ['provider'] })) as Pick<UserRow, 'provider'> | null;
      return user !== null && user.provider !== noPassword;
    },

    /** Address, name, language and segment of customers; without those who are gone. */
    contacts: (ids: number[]): Promise<Contact[]> => contactsWhere(ids),

    /** Those of them who may be written to: whoever may not come in is not told what is said inside. */
    reachable: (ids: number[]): Promise<Contact[]> => contactsWhere(ids, ' and c.portal_access = ? and u.blocked = ?', [true, false]),

    /** A customer as the one who acts, for code that acts for him; null for one who is gone, blocked or without access. */
    async viewer(id: number): Promise<Viewer | null> {
      const [found] = await readRows<Omit<Viewer, 'sessionId' | 'mustEnrol' | 'verifiedAt'> & Belonging>(strapi, viewerSql, [id, true, false]);
      return found ? { ...getService(strapi, 'membership', membership).placed(found), sessionId: 0, verifiedAt: null } : null;
    },

    /** Makes user and customer together. */
    create: (proven: ProvenCustomer): Promise<CustomerRow> =>
      inTransaction(strapi, async () => {
        const { name, language } = proven;
        const userId = await provenUser(proven);
        const organisationId = await getService(strapi, 'organisations', organisations).ofAddress(proven.email);
        return table.create({ data: { userId, name, language, timeZone: 'UTC', theme: 'auto', segment: standardSegment, segmentByRule: true, organisationId, portalAccess: true } });
      }),

    /** Lets one transaction at a time act for a customer: what it counts stays true until it ends. */
    hold: (id: number): Promise<void> => holdRow(strapi, 'customer', id),

    /** Changes what is named; a new name is told as `customer.renamed`, because tickets are found by it. */
    async changeProfile(id: number, change: ProfileChange): Promise<void> {
      if (change.name === undefined) return updateRow<CustomerRow>(strapi, 'customer', id, change);
      await inTransaction(strapi, async (afterCommit) => {
        await updateRow<CustomerRow>(strapi, 'customer', id, change);
        await getService(strapi, 'events', events).record({ type: 'customer.renamed', subject: String(id), payload: { customerId: id } }, afterCommit);
      });
    },
  };
};
