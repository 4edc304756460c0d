const load = async () => {
  const [{ unified }, parse, gfm, rehype, { sanitize }, { toHtml }, { default: Slugger }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-rehype'),
    import('hast-util-sanitize'),
    import('hast-util-to-html'),
    import('github-slugger'),
  ]);
  return { unified, parse: parse.default, gfm: gfm.default, rehype: rehype.default, sanitize, toHtml, Slugger };
};
export type Libraries = Awaited<ReturnType<typeof load>>;

let loaded: Promise<Libraries> | null = null;

/** The packages that rendering needs. They are ES modules only, which the CommonJS build can load by `import()` alone. */
export const libraries = (): Promise<Libraries> => {
  loaded ??= load();
  return loaded;
};
