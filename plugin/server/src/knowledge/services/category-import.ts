import type { Strapi } from '../../platform/domain';
import { documents } from '../documents';
import type { CategoryEntry } from '../import/front-matter';

interface Stored {
  documentId: string;
  slug: string;
  name: string;
  description: string | null;
  position: number | null;
}
const uid = 'plugin::portal.knowledge-category';

/** Takes over the categories that a folder of articles names. */
export const categoryImport = ({ strapi }: { strapi: Strapi }) => {
  const find = (where: object): Promise<Stored | null> => strapi.db.query(uid).findOne({ where }) as Promise<Stored | null>;

  const save = async (documentId: string | undefined, locale: string, data: { slug: string; name: string; description: string; position: number }): Promise<string> => {
    const stored = documentId ? await find({ documentId, locale }) : null;
    const isSame = stored && stored.slug === data.slug && stored.name === data.name && (stored.description ?? '') === data.description && (stored.position ?? 0) === data.position;
    if (stored && isSame) return stored.documentId;
    const saved = documentId ? await documents(strapi, 'knowledge-category').update({ documentId, locale, data }) : await documents(strapi, 'knowledge-category').create({ locale, data });
    if (!saved) throw new Error(`The category ${data.slug} could not be kept.`);
    return saved.documentId;
  };

  return {
    /** Answers the document of each category slug that is there afterwards. Languages that are not `known` are left out. */
    async run(entries: CategoryEntry[], known: string[], dryRun: boolean): Promise<Map<string, string>> {
      for (const { slug, position, names } of dryRun ? [] : entries) {
        let documentId = (await find({ slug }))?.documentId;
        for (const [locale, { name, description, slug: own }] of Object.entries(names)) {
          if (known.includes(locale)) documentId = await save(documentId, locale, { slug: own ?? slug, name, description, position });
        }
      }
      const all = (await strapi.db.query(uid).findMany({ select: ['documentId', 'slug'] })) as Stored[];
      const planned = dryRun ? entries.map(({ slug }): [string, string] => [slug, slug]) : [];
      return new Map([...planned, ...all.map(({ slug, documentId }): [string, string] => [slug, documentId])]);
    },
  };
};
