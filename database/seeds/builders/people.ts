import { supportAgent } from '../../../plugin/contracts/first-content';
import { portal, type App } from './services';

/** The password of everybody in the demo and in tests; it is printed by `npm start`. */
export const demoPassword = 'Portal-demo-2026';

/** A customer as the portal's services know a signed-in one. */
export interface Customer {
  customerId: number;
  userId: number;
  sessionId: number;
  name: string;
  email: string;
  language: 'en' | 'de';
  timeZone: string;
  theme: 'auto' | 'light' | 'dark';
  segment: string;
  organisationId: number | null;
}
/** An admin user as the desk's services know one. */
export interface Agent {
  kind: 'agent';
  id: number;
  name: string;
}

interface CustomerRow {
  id: number;
  userId: number;
  segment: string;
  organisationId: number | null;
}
interface Customers {
  create(customer: { email: string; name: string; passwordHash: string; language: 'en' | 'de' }): Promise<CustomerRow>;
  changeProfile(id: number, change: { timeZone: string; theme: Customer['theme'] }): Promise<unknown>;
}
interface Passwords {
  hash(password: string): Promise<string>;
}
type Trait = Partial<Pick<Customer, 'language' | 'timeZone' | 'theme'>> & { password?: string };

/** A customer with a confirmed address, who can sign in with `demoPassword`. */
export const makeCustomer = async (app: App, name: string, email: string, trait: Trait = {}): Promise<Customer> => {
  const { language = 'en', timeZone = 'Europe/London', theme = 'auto', password = demoPassword } = trait;
  const customers = portal<Customers>(app, 'customers');
  const passwordHash = await portal<Passwords>(app, 'passwords').hash(password);
  const { id, userId, segment, organisationId } = await customers.create({ email, name, passwordHash, language });
  await customers.changeProfile(id, { timeZone, theme });
  return { customerId: id, userId, sessionId: 0, name, email, language, timeZone, theme, segment, organisationId };
};

interface Role {
  id: number;
}

/** The role of those who answer tickets: all rights of the desk, none to change categories. Made once. */
export const supportAgentRole = async (app: App): Promise<Role> => {
  const roles = app.service('admin::role');
  const found = (await roles.findOne({ name: supportAgent.name })) as Role | null;
  if (found) return found;
  const made = (await roles.create({ name: supportAgent.name, description: supportAgent.description })) as Role;
  await roles.assignPermissions(made.id, supportAgent.actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })));
  return made;
};

/** A user of the Strapi admin with one role, who can log in with `demoPassword`. */
export const makeAdminUser = async (app: App, firstname: string, lastname: string, email: string, roleId: number): Promise<Agent> => {
  const made = (await app.service('admin::user').create({ firstname, lastname, email, password: demoPassword, isActive: true, registrationToken: null, roles: [roleId] })) as { id: number };
  return { kind: 'agent', id: made.id, name: [firstname, lastname].filter(Boolean).join(' ') };
};

/** An agent: an admin user who may do what the support inbox offers and nothing else. */
export const makeAgent = async (app: App, firstname: string, lastname: string, email: string): Promise<Agent> =>
  makeAdminUser(app, firstname, lastname, email, (await supportAgentRole(app)).id);

/** An administrator of the whole Strapi installation. */
export const makeAdmin = async (app: App, firstname: string, lastname: string, email: string): Promise<Agent> =>
  makeAdminUser(app, firstname, lastname, email, ((await app.service('admin::role').getSuperAdmin()) as Role).id);
