import type { Strapi } from '../platform/domain';

interface Version {
  documentId: string;
  locale: string;
}
/** The part of Strapi's document service that this plugin uses, for types that Strapi's generator has not seen. */
export interface Documents {
  create(document: { locale: string; data: object }): Promise<Version>;
  update(document: Version & { data: object }): Promise<Version | null>;
  publish(version: Version): Promise<unknown>;
  unpublish(version: Version): Promise<unknown>;
}

/** Documents of a content type: drafts, languages, validation and media are Strapi's. */
export const documents = (strapi: Strapi, type: 'article' | 'knowledge-category'): Documents => strapi.documents(`plugin::portal.${type}`) as unknown as Documents;
