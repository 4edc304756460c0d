import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { Language, ProfileChange } from '../../../../contracts/accounts';

export interface CustomerRow extends Row {
  userId: number;
  name: string;
  language: Language;
  timeZone: string;
  theme: 'auto' | 'light' | 'dark';
  segment: string;
  portalAccess: boolean;
}
export interface UserRow {
  id: number;
  email: string;
  password: string;
  blocked: boolean;
}
/** A customer whose address was proven by a followed link. */
export interface ProvenCustomer {
  email: string;
  name: string;
  passwordHash: string;
  language: Language;
}

/** Where and how to write to a customer. */
export type Contact = Pick<CustomerRow, 'name' | 'language'> & { email: string };

const userType = 'plugin::users-permissions.user';

/** Customers and the users-permissions users behind them. */
export const customers = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CustomerRow>(strapi, 'customer');
  const users = () => strapi.db.query(userType);

  return {
    /** The user of an address, or null. Addresses are stored in lower case. */
    userByEmail: (email: string): Promise<UserRow | null> =>
      users().findOne({ where: { email }, select: ['id', 'email', 'password', 'blocked'] }) as Promise<UserRow | null>,

    byUser: (userId: number) => table.findOne({ where: { userId } }),
    byId: (id: number) => table.findOne({ where: { id } }),

    /** Address, name and language of a customer, for mails; null when he is gone. */
    async contact(id: number): Promise<Contact | null> {
      const sql = 'select u.email, c.name, c.language from portal_customers c join up_users u on u.id = c.user_id where c.id = ?';
      const [found] = await readRows<Contact>(strapi, sql, [id]);
      return found ?? null;
    },

    /** Makes user and customer together. */
    create: ({ email, name, passwordHash, language }: ProvenCustomer): Promise<CustomerRow> =>
      inTransaction(strapi, async () => {
        const role = (await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })) as { id: number } | null;
        const user = (await users().create({
          data: { username: email, email, password: passwordHash, provider: 'local', confirmed: true, blocked: false, role: role?.id },
          select: ['id'],
        })) as { id: number };
        return table.create({ data: { userId: user.id, name, language, timeZone: 'UTC', theme: 'auto', segment: 'standard', portalAccess: true } });
      }),

    changeProfile: (id: number, change: ProfileChange) => table.update({ where: { id }, data: change, select: ['id'] }),
    changePassword: (userId: number, passwordHash: string) => users().update({ where: { id: userId }, data: { password: passwordHash }, select: ['id'] }),
  };
};
