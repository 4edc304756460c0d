import type { Language } from '../../../../contracts/accounts';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

/** Whose data it is. */
export interface Person {
  customerId: number;
  userId: number;
  email: string;
  name: string;
  language: Language;
  timeZone: string;
}

const personSql = `select c.id as "customerId", u.id as "userId", u.email, c.name, c.language, c.time_zone as "timeZone"
  from portal_customers c join up_users u on u.id = c.user_id where c.id = ?`;

/** A customer with his address; null for one who is gone. */
export const personOf = async (strapi: Strapi, customerId: number): Promise<Person | null> => {
  const [found] = await readRows<Person>(strapi, personSql, [customerId]);
  return found ?? null;
};
