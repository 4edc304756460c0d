interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown };
}

/**
 * Marks text as elements that this server has rendered. Browsers that know trusted types make elements of no other text,
 * whatever finds its way into a script; the names that may do this stand in the page's policy (middleware/headers.ts).
 */
export const trustedHtml = (name: 'portal-pages' | 'portal-answers'): ((html: string) => string) => {
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(name, { createHTML: (html) => html });
  return (html) => (policy?.createHTML(html) ?? html) as string;
};
