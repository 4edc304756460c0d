import { getService } from '../../platform/get-service';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { documents } from '../documents';
import { fieldsOf, isUnchanged, translatedFields } from '../import/article-fields';
import { readFolder } from '../import/folder';
import type { FrontMatter, ParsedFile } from '../import/front-matter';
import { findPicture, namedPictures, uploadPicture, withAddresses } from '../import/pictures';
import { articleLanguages } from './article-languages';
import { categoryImport } from './category-import';

export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  failed: { file: string; faults: string[] }[];
}
export interface ImportWish {
  dryRun: boolean;
  onProgress?: (done: number, total: number) => void;
}
type Outcome = 'created' | 'updated' | 'unchanged';
interface Incoming extends ParsedFile {
  file: string;
  locale: string;
}
interface Stored extends Record<string, unknown> {
  documentId: string;
  category: { documentId: string } | null;
}
interface Job {
  root: string;
  dryRun: boolean;
  standard: string;
  categories: Map<string, string>;
}

const uid = 'plugin::portal.article';
class Faults extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join(' '));
  }
}

/** Takes over a folder of Markdown files. Each article is known by its slug and language, so a second import changes what changed. */
export const articleImport = ({ strapi }: { strapi: Strapi }) => {
  const query = () => strapi.db.query(uid);
  const draft = (where: object): Promise<Stored | null> => query().findOne({ where: { publishedAt: null, ...where }, populate: ['category'] }) as Promise<Stored | null>;

  /** The document that a file belongs to: of its own slug, else the one that it translates. */
  const documentFor = async ({ matter, locale }: Incoming, { standard }: Job): Promise<string | undefined> => {
    const own = await draft({ slug: matter.slug, locale });
    if (own || locale === standard) return own?.documentId;
    return (await draft({ slug: matter.translates ?? matter.slug, locale: standard }))?.documentId;
  };

  const bodyOf = async ({ file, body }: Incoming, { root, dryRun }: Job): Promise<string> => {
    const pictures = await namedPictures(body);
    const addresses = new Map<string, string>();
    const faults: string[] = [];
    for (const url of new Set(pictures.map((picture) => picture.url))) {
      const found = await findPicture(root, file, url);
      if ('fault' in found) faults.push(found.fault);
      else addresses.set(url, dryRun ? url : await uploadPicture(strapi, found.place, found.mime));
    }
    if (faults.length > 0) throw new Faults(faults);
    return withAddresses(body, pictures, (url) => addresses.get(url) ?? url);
  };

  const categoryOf = ({ matter }: Incoming, { categories }: Job): string | null => {
    if (matter.category === undefined) return null;
    const document = categories.get(matter.category);
    if (document === undefined) throw new Faults([`There is no category "${matter.category}". Add it to categories.yml, or make it in the content manager.`]);
    return document;
  };

  const isPublished = async (documentId: string, locale: string): Promise<boolean> => (await query().count({ where: { documentId, locale, publishedAt: { $notNull: true } } })) > 0;

  /** The draft as the file wants it. */
  const save = async (incoming: Incoming, job: Job): Promise<Outcome> => {
    const { matter, locale } = incoming;
    const all = fieldsOf(matter, await bodyOf(incoming, job));
    const category = categoryOf(incoming, job);
    const documentId = await documentFor(incoming, job);
    const isTranslation = documentId !== undefined && locale !== job.standard && (await draft({ documentId, locale: job.standard })) !== null;
    const fields = isTranslation ? translatedFields(all) : all;
    const stored = documentId ? await draft({ documentId, locale }) : null;
    const isSame = stored && isUnchanged(fields, stored) && (stored.category?.documentId ?? null) === category;
    if (isSame || job.dryRun) return isSame ? 'unchanged' : stored ? 'updated' : 'created';
    const data = { ...fields, category };
    if (documentId) await documents(strapi, 'article').update({ documentId, locale, data });
    else await documents(strapi, 'article').create({ locale, data });
    return stored ? 'updated' : 'created';
  };

  /** Needs all articles to be there. Answers whether anything changed. */
  const relate = async ({ matter, locale }: Incoming, { standard }: Job): Promise<boolean> => {
    // What authors related by hand stays where a file says nothing.
    if (matter.related.length === 0) return false;
    const own = (await query().findOne({ where: { slug: matter.slug, locale, publishedAt: null }, populate: ['related'] })) as (Stored & { related: { documentId: string }[] }) | null;
    const others = await Promise.all(matter.related.map(async (slug) => (await draft({ slug, locale })) ?? draft({ slug, locale: standard })));
    const related = others.flatMap((found) => (found ? [found.documentId] : []));
    if (!own || own.related.map(({ documentId }) => documentId).join() === related.join()) return false;
    await documents(strapi, 'article').update({ documentId: own.documentId, locale, data: { related } });
    return true;
  };

  const publish = async ({ matter, locale }: Incoming, isChanged: boolean): Promise<void> => {
    const own = matter.publish === true ? await draft({ slug: matter.slug, locale }) : null;
    if (own && (isChanged || !(await isPublished(own.documentId, locale)))) await documents(strapi, 'article').publish({ documentId: own.documentId, locale });
  };

  const order = (incoming: Incoming[], standard: string): Incoming[] => incoming.toSorted((one, other) => Number(one.locale !== standard) - Number(other.locale !== standard));
  const languageFault = ({ language }: FrontMatter, all: string[]): string[] => (language === undefined || all.includes(language) ? [] : [`The language "${language}" is none of this installation (${all.join(', ')}). Add it under Settings, Internationalization.`]);

  return {
    /** Reads a folder and takes its articles over, or only says what would happen. Faulty files are told and left out. */
    async run(folder: string, { dryRun, onProgress = () => undefined }: ImportWish): Promise<ImportReport> {
      const { standard, all } = await getService(strapi, 'article-languages', articleLanguages).get();
      const read = await readFolder(folder);
      const report: ImportReport = { created: 0, updated: 0, unchanged: 0, failed: [] };
      if (read.categories.faults) report.failed.push({ file: 'categories.yml', faults: read.categories.faults });
      const job: Job = { root: read.root, dryRun, standard, categories: await getService(strapi, 'category-import', categoryImport).run(read.categories.value ?? [], all, dryRun) };
      const incoming: Incoming[] = [];
      for (const { file, value, faults } of read.files) {
        const wrong = faults ?? languageFault(value.matter, all);
        if (value && wrong.length === 0) incoming.push({ file, locale: value.matter.language ?? standard, ...value });
        else report.failed.push({ file, faults: wrong });
      }
      const ordered = order(incoming, standard);
      const changed = new Map<Incoming, Outcome>();
      const attempt = async (each: Incoming, work: () => Promise<void>): Promise<void> => {
        await work().catch((error: unknown) => void report.failed.push({ file: each.file, faults: error instanceof Faults ? error.faults : [saidBy(error)] }));
      };
      for (const each of ordered) await attempt(each, async () => void changed.set(each, await save(each, job)));
      for (const [index, each] of [...changed.keys()].entries()) {
        if (!dryRun) await attempt(each, async () => publish(each, (await relate(each, job)) || changed.get(each) !== 'unchanged'));
        onProgress(index + 1, changed.size);
      }
      for (const outcome of changed.values()) report[outcome] += 1;
      return report;
    },
  };
};
