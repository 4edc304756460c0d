import { z } from 'zod';

/** What a browser reports: which rule of the policy blocked what, on which page. */
export interface Report {
  directive: string;
  blocked: string;
  page: string;
}

const text = z.string().max(5000).default('');
/** `application/csp-report`, by `report-uri`. */
const older = z.object({ 'csp-report': z.object({ 'document-uri': text, 'effective-directive': text, 'violated-directive': text, 'blocked-uri': text }) });
/** `application/reports+json`, by `report-to`; other kinds of reports may stand between. */
const newer = z.array(z.object({ type: z.string(), body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text }).optional() })).max(100);
const mostAtOnce = 20;

/** A part of an address that opens something, such as a link to share, is nothing for a list of reports. */
const isToken = (part: string): boolean => part.length > 20 && !/^[a-z]+(-[a-z]+)*$/.test(part);
const withoutTokens = (pathname: string): string => pathname.split('/').map((part) => (isToken(part) ? '…' : part)).join('/');

/** The page, where it is one of ours, without what its address may carry; null for every other. */
const pageOf = (address: string, origins: string[]): string | null => {
  const url = URL.parse(address);
  return url && origins.includes(url.origin) ? withoutTokens(url.pathname).slice(0, 200) : null;
};

/** What was blocked: a word such as `inline`, or where it would have come from. Null for what the reader's own extensions bring along. */
const blockedOf = (address: string): string | null => {
  const url = URL.parse(address);
  if (!url) return /^[\w-]{1,40}$/.test(address) ? address : 'unknown';
  if (/^(?:https?|wss?):$/.test(url.protocol)) return `${url.origin}${withoutTokens(url.pathname)}`.slice(0, 200);
  return url.protocol.includes('extension') ? null : url.protocol.slice(0, 40);
};

const rawOf = (body: unknown): Report[] => {
  const old = older.safeParse(body).data?.['csp-report'];
  if (old) return [{ directive: old['effective-directive'] || old['violated-directive'], blocked: old['blocked-uri'], page: old['document-uri'] }];
  const list = newer.safeParse(body).data ?? [];
  return list.flatMap(({ type, body: report }) => (type === 'csp-violation' && report ? [{ directive: report.effectiveDirective, blocked: report.blockedURL, page: report.documentURL }] : []));
};

/** The reports of a body in either form that are about pages of ours; anybody may have sent it, so whatever is no report is left out. */
export const reportsIn = (body: unknown, origins: string[]): Report[] =>
  rawOf(body)
    .slice(0, mostAtOnce)
    .flatMap(({ directive, blocked, page }) => {
      const [name = ''] = directive.split(' ');
      const [what, where] = [blockedOf(blocked), pageOf(page, origins)];
      return /^[a-z][a-z-]{2,40}$/.test(name) && what !== null && where !== null ? [{ directive: name, blocked: what, page: where }] : [];
    });
