import { path } from '@layouts/paths';

/** Only addresses inside the portal: an open redirect would lend our name to any other site. */
export const safeReturn = (wanted: string | null): string => {
  const inside = wanted?.startsWith('/') ? (wanted as `/${string}`) : '/';
  return /^\/[\w\-./?=&%]*$/.test(inside) && !inside.startsWith('//') ? path(inside) : path('/');
};

/** The sign-in page, which brings back to `inside` afterwards. `ended`: a session was there and is over. */
export const signInPath = (inside: string, ended = false): string =>
  path(`/sign-in?return=${encodeURIComponent(inside)}${ended ? '&ended=1' : ''}`);
