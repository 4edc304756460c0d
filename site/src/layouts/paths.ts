const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address inside the portal: `path('/requests')` is `/support/requests` by default. */
export const path = (inside: `/${string}`): string => (inside === '/' ? base || '/' : base + inside);
