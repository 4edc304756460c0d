import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { serveBuiltSite, type BuiltSite } from '../support/built-site';
import { galleryPath } from '../support/gallery';
import { markupFaults } from '../support/markup';

const folder = path.resolve(__dirname, '..', '..', 'site', 'src', 'components');
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const pagesWithoutApi = [galleryPath, '/support/register', '/support/forgot-password', '/support/check-mail', '/support/confirm-email?code=x', '/support/reset-password?code=x'];
let site: BuiltSite;

beforeAll(async () => {
  site = await serveBuiltSite();
});
afterAll(() => site?.stop());

const htmlOf = async (address: string): Promise<string> => {
  const answer = await fetch(`${site.url}${address}`);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};

describe('the page of all components', () => {
  test('every component folder has examples and is on the page', async () => {
    const html = await htmlOf(galleryPath);
    expect(names.filter((name) => !existsSync(path.join(folder, name, 'examples.ts')))).toEqual([]);
    expect(names.filter((name) => !html.includes(`id="the-${name}"`))).toEqual([]);
    expect(names.length).toBeGreaterThan(20);
  });

  test('a script beside a component is on the page too', async () => {
    const html = await htmlOf(galleryPath);
    const enhanced = names.filter((name) => existsSync(path.join(folder, name, 'enhance.ts')));
    const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)];
    expect(enhanced.length).toBeGreaterThan(5);
    expect(scripts).toHaveLength(enhanced.length);
  });

  test.each(pagesWithoutApi)('html-validate finds nothing in %s', async (address) => {
    expect(await markupFaults(await htmlOf(address), address)).toEqual([]);
  });

  test.each(pagesWithoutApi)('%s holds no inline script, handler or style', async (address) => {
    const html = await htmlOf(address);
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
    expect(html.match(/<style[\s>]/g)).toBeNull();
    expect(html.match(/<[^>]+\s(?:style|on[a-z]+)=/g)).toBeNull();
  });

  test('its policy allows neither inline styles nor inline scripts', async () => {
    const policy = (await fetch(`${site.url}${galleryPath}`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('none of these pages asks the API', () => {
    expect(site.calls).toEqual([]);
  });
});
