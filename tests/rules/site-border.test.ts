import { withHeaders } from '../../site/src/middleware/headers';
import { isForeign } from '../../site/src/middleware/origin';

describe('a form from another site', () => {
  const own = ['https://help.test'];
  const sent = (method: string, headers: Record<string, string>): boolean => isForeign(new Request('https://help.test/', { method, headers }), own);

  test('is known by what browsers say themselves', () => {
    for (const origin of ['https://evil.test', 'null', 'http://help.test', 'https://help.test.evil.test', 'https://help.test:8443', '']) expect([origin, sent('POST', { origin })]).toEqual([origin, true]);
    expect(sent('POST', { 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(sent('DELETE', { origin: 'https://evil.test' })).toBe(true);
  });

  test('is not suspected of our own pages, of reading, or of programs that say nothing', () => {
    expect([sent('POST', { origin: 'https://help.test' }), sent('GET', { origin: 'https://evil.test' }), sent('POST', {}), sent('POST', { 'sec-fetch-site': 'same-origin' })]).toEqual([false, false, false, false]);
  });
});

describe('every answer of the site', () => {
  test('forbids framing, sniffing and keeping, and scripts where it is no page', () => {
    const { headers } = withHeaders(new Response('x'), ['a=1', 'b=2'], { https: true, reports: '/reports' });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('keeps what a page said itself, and promises https only where it is', () => {
    const { headers } = withHeaders(new Response('x', { headers: { 'Cache-Control': 'public', 'Content-Security-Policy': "default-src 'self'" } }), [], { https: false, reports: '/reports' });
    expect([headers.get('cache-control'), headers.get('content-security-policy'), headers.get('strict-transport-security')]).toEqual(['public', "default-src 'self'", null]);
  });

  test('asks browsers to report what a page may not load, in both ways that they know, where there is somebody to report to', () => {
    const page = () => new Response('x', { headers: { 'Content-Type': 'text/html' } });
    const { headers } = withHeaders(page(), [], { https: true, reports: '/reports' });
    expect(headers.get('content-security-policy')).toMatch(/; report-uri \/reports; report-to portal$/);
    expect(headers.get('reporting-endpoints')).toBe('portal="/reports"');
    // Without https no browser uses the newer way, and those that know it would not use the older one either.
    expect(withHeaders(page(), [], { https: false, reports: '/reports' }).headers.get('content-security-policy')).toMatch(/; report-uri \/reports$/);
    expect(withHeaders(page(), [], { https: true, reports: null }).headers.get('content-security-policy')).not.toContain('report');
  });

  test('lets scripts make elements of trusted text only', () => {
    const { headers } = withHeaders(new Response('x', { headers: { 'Content-Type': 'text/html' } }), [], { https: true, reports: null });
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'; trusted-types portal-pages portal-answers");
  });
});
