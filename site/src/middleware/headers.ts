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

/** Headers for every answer of the site. Astro adds a policy to pages only, so others get the strictest one here. */
export const withHeaders = (response: Response, cookies: string[], https: boolean): Response => {
  for (const [name, value] of Object.entries(common)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (!response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  }
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
};
