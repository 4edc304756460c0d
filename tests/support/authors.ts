import { makeAdminUser, type Agent } from '../../database/seeds/builders/people';
import type { Desk } from './strapi';
import { Visitor } from './visitor';

const article = 'plugin::portal.article';
const verbs = ['create', 'read', 'update', 'delete', 'publish'];
const allLanguages = ['en', 'de', 'ar'];

/** An author, logged in to the admin: `content` is the content manager's API, `portal` ours. */
export interface Author {
  agent: Agent;
  /** The id of his role, which nobody else has. */
  role: number;
  content: Visitor;
  portal: Visitor;
}
/** An article as the content manager answers it. */
export interface Saved {
  data: { documentId: string; reviewState: string; publishedAt: string | null; title: string };
}

interface Roles {
  create(role: object): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: object[]): Promise<unknown>;
}

/** Somebody who writes articles in the content manager, in some languages, with further rights of the portal such as `knowledge.publish`. */
export const makeAuthor = async (desk: Desk, firstname: string, rights: string[] = [], languages = allLanguages): Promise<Author> => {
  const roles = desk.app.service('admin::role') as Roles;
  const { id } = await roles.create({ name: `Author ${firstname}`, description: '' });
  const fields = Object.keys(desk.app.contentType(article).attributes).filter((name) => !['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations', 'firstPublished'].includes(name));
  const writing = verbs.map((verb) => ({ action: `plugin::content-manager.explorer.${verb}`, subject: article, properties: { ...(['delete', 'publish'].includes(verb) ? {} : { fields }), locales: languages }, conditions: [] }));
  await roles.assignPermissions(id, [...writing, ...rights.map((right) => ({ action: `plugin::portal.${right}`, subject: null, properties: {}, conditions: [] }))]);
  const email = `${firstname.toLowerCase()}@authors.example.com`;
  const agent = await makeAdminUser(desk.app, firstname, 'Author', email, id);
  const { token } = await desk.logIn(agent, email);
  const headers = { authorization: `Bearer ${token}` };
  return { agent, role: id, content: new Visitor(`${desk.url}/content-manager/collection-types/${article}`, headers), portal: new Visitor(`${desk.url}/portal`, headers) };
};
