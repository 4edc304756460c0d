import { path } from '@layouts/paths';

const isInside = (address: string): address is `/${string}` => /^\/(?!\/)/.test(address);
const anywhere = 'http://portal.invalid';

/**
 * Only addresses inside the portal: an open redirect would lend our name to any other site. The address is
 * read as a browser reads it, since `/..//`, `/\` and `%2e%2e` lead elsewhere only there.
 */
export const safeReturn = (wanted: string | null): string => {
  const home = path('/');
  const url = wanted !== null && isInside(wanted) ? URL.parse(path(wanted), anywhere) : null;
  if (!url || url.origin !== anywhere || !isInside(url.pathname)) return home;
  const below = home === '/' ? home : `${home}/`;
  return url.pathname === home || url.pathname.startsWith(below) ? url.pathname + url.search : home;
};

/** The sign-in page, which brings back to `inside` afterwards. `ended`: a session was there and is over. */
export const signInPath = (inside: string, ended = false): string =>
  path(`/sign-in?return=${encodeURIComponent(inside)}${ended ? '&ended=1' : ''}`);
