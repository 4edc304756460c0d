const slugInside = /\/articles\/([a-z0-9-]{1,100})(?![a-z0-9-])/g;

/** Slugs of the articles of this portal (at `portal`, such as `https://help.example.com/support`) that a message links to. */
export const linkedSlugs = (body: string, portal: string): string[] => {
  const found = body.split(portal).slice(1).flatMap((rest) => {
    slugInside.lastIndex = 0;
    const match = slugInside.exec(rest);
    return match?.index === 0 && match[1] ? [match[1]] : [];
  });
  return [...new Set(found)];
};
