import { parse } from 'yaml';
import { z } from 'zod';
import { articleLanguage } from '../../../../contracts/knowledge';

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/, 'small letters, digits and dashes only');
// YAML takes `401` for a number, and people search for it.
const word = z.union([z.string().max(100), z.number().transform(String)]);
const words = z.union([z.string().max(1000), z.array(word).max(50).transform((all) => all.join(', '))]);

/** What may stand between the two lines of dashes at the top of an article's file. */
export const frontMatter = z.strictObject({
  title: z.string().trim().min(1).max(200),
  slug,
  language: articleLanguage.optional(),
  /** Slug of the article in the standard language of which this is a translation; needed where the slugs differ. */
  translates: slug.optional(),
  category: slug.optional(),
  summary: z.string().trim().max(300).default(''),
  keywords: words.default(''),
  faq: z.boolean().default(false),
  featured: z.boolean().default(false),
  segments: z.array(z.string().min(1).max(80)).max(50).default([]),
  signedInOnly: z.boolean().default(false),
  related: z.array(slug).max(10).default([]),
  video: z.url().max(500).optional(),
  transcript: z.string().max(50_000).default(''),
  owner: z.email().optional(),
  reviewBy: z.iso.date().optional(),
  /** True: published; false: kept as a draft; a moment: published then. */
  publish: z.union([z.boolean(), z.iso.datetime({ offset: true })]).default(true),
});
export type FrontMatter = z.infer<typeof frontMatter>;

/** The file that names the categories of a folder. */
export const categoryList = z.array(z.strictObject({ slug, position: z.number().int().default(0), names: z.record(articleLanguage, z.strictObject({ name: z.string().min(1).max(80), slug: slug.optional(), description: z.string().max(200).default('') })) })).max(200);
export type CategoryEntry = z.infer<typeof categoryList>[number];

/** A file was read, or cannot be: `faults` says why, in words for whoever wrote it. */
export type Parsed<T> = { value: T; faults?: undefined } | { value?: undefined; faults: string[] };
export interface ParsedFile {
  matter: FrontMatter;
  body: string;
}

const told = (error: z.ZodError): string[] => error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));

/** YAML without tags, functions or bombs: aliases are bounded, dates stay words. */
export const parseYaml = <Schema extends z.ZodType>(text: string, schema: Schema): Parsed<z.output<Schema>> => {
  try {
    const result = schema.safeParse(parse(text, { schema: 'core', maxAliasCount: 20, logLevel: 'error' }) as unknown);
    return result.success ? { value: result.data } : { faults: told(result.error) };
  } catch (error) {
    return { faults: [`The YAML cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`] };
  }
};

const shape = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/** Takes an article's file apart. */
export const parseFile = (text: string): Parsed<ParsedFile> => {
  const [, head, body = ''] = shape.exec(text) ?? [];
  if (head === undefined) return { faults: ['The file does not begin with a front matter: a line "---", then title and slug, then another "---".'] };
  if (text.includes('\0')) return { faults: ['The file holds NUL characters, so it is no text.'] };
  const { value, faults } = parseYaml(head, frontMatter);
  return value ? { value: { matter: value, body: body.replace(/\r\n?/g, '\n').trim() } } : { faults };
};
