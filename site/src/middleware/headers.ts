import type { SiteHost } from '@contracts/transport';

const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: with it Chromium sends `Origin: null` on forms, which the origin check refuses.
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Cache-Control': 'private, no-store',
};

/** Origins that a page may load from besides our own. */
export interface Elsewhere {
  images?: string[];
  media?: string[];
  frames?: string[];
}

const allow = (directive: string, origins: string[] = []): string[] => (origins.length > 0 ? [`${directive} 'self' ${[...new Set(origins)].join(' ')}`] : []);

/** Scripts of ours that make elements of what this server has rendered: components/live-updates and features/wizard. `portal-app` names one address, that of the service worker. */
const trustedPolicies = ['portal-pages', 'portal-answers', 'portal-app'];

/** The policy of a page. Every script and style of ours is a file (astro.config.mjs), so 'self' is all that most pages need. */
export const policyWith = ({ images = [], media, frames }: Elsewhere = {}, ancestors = "'none'"): string =>
  ["default-src 'self'", ...allow('img-src', ['data:', ...images]), ...allow('media-src', media), ...allow('frame-src', frames), "form-action 'self'", `frame-ancestors ${ancestors}`, "base-uri 'none'", "object-src 'none'", "require-trusted-types-for 'script'", `trusted-types ${trustedPolicies.join(' ')}`].join('; ');

/** The policy of the one page that other sites may show in a frame; without such sites, nobody may. */
export const framedPolicy = (origins: string[]): string => policyWith({}, origins.join(' ') || "'none'");

/** What other sites may load or show says so itself. */
const isForOthers = (headers: Headers): boolean => /frame-ancestors (?!'none')/.test(headers.get('Content-Security-Policy') ?? '');

const pagePolicy = policyWith();
const otherPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Both ways of reporting what is blocked. Browsers that know the newer one leave the older one alone, and use it over https only. */
const reporting = (policy: string, reports: string, https: boolean): string => `${policy}; report-uri ${reports}${https ? '; report-to portal' : ''}`;

/** Headers for every answer of the site. Pages may load from here only, unless they said more; what is no page may load nothing. `reports`: where browsers say what they blocked. */
export const withHeaders = (response: Response, cookies: string[], { https, reports }: Pick<SiteHost, 'https' | 'reports'>): Response => {
  for (const [name, value] of Object.entries(common)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  // The older word for the same knows no list of sites.
  if (isForOthers(response.headers)) response.headers.delete('X-Frame-Options');
  // A 304 speaks for the page that is kept: it must say the same.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? (response.status === 304 && response.headers.has('Content-Security-Policy'));
  const policy = response.headers.get('Content-Security-Policy') ?? (isPage ? pagePolicy : otherPolicy);
  response.headers.set('Content-Security-Policy', isPage && reports ? reporting(policy, reports, https) : policy);
  if (isPage && reports && https) response.headers.set('Reporting-Endpoints', `portal="${reports}"`);
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
};
