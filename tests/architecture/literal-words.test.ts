import { nodesOf, placeOf, read, under } from './sources';
import { isSentence, isShownInReact, shownInAstro, type Piece, type ShownText } from './shown-words';

interface Parsed {
  ast: Piece & { body: Piece[] };
}

const all = under('site/src/', 'plugin/admin/src/');
// The gallery is a tool of the demo for whoever builds pages; examples are what stands in it.
const sources = all.filter((file) => !/^site\/src\/i18n\/|^site\/src\/features\/component-gallery\/|\/examples\.ts$/.test(file));
const pages = sources.filter((file) => file.endsWith('.astro'));

/** An example address, the same in every language. */
const sameEverywhere = /^"https:\/\/shop\.example\.com"$/;
/** Sentences in code that are no words of a page, and why. */
const noWordsOfPages: Record<string, RegExp> = {
  // Strapi wants a default beside each id; tests/rules/desk-words.test.ts compares them with the list.
  'plugin/admin/src/index.ts': /./,
  'plugin/admin/src/settings/settings-links.ts': /./,
  // Strapi's own text, by its id.
  'plugin/admin/src/display/UnsavedChanges.tsx': /^You have unsaved changes/,
  // Read by whoever starts the site without a server around it.
  'site/src/portal-api/development-host.ts': /^The server around the site|^Northwind Help$/,
  // The name of the demo company, where no host says another.
  'site/src/layouts/Portal.astro': /^Northwind Help$/,
  // The name of a browser.
  'site/src/features/security/device.ts': /^Samsung Internet$/,
  // Read by tests, of a demo's mailbox.
  'site/src/features/mailbox/json.ts': /^Not found$/,
};

const parserOf = async (): Promise<(source: string) => Parsed> => ((await import('@astrojs/compiler-rs')) as unknown as { parse: (source: string) => Parsed }).parse;
const lineAt = (text: string, start: number): number => Buffer.from(text).subarray(0, start).toString().split('\n').length;

test('no page of the portal shows a word that is not in the list of its language', async () => {
  const parse = await parserOf();
  expect(shownInAstro(parse('<p title="Nobody translates this">{ok ? "Yes" : <b class="no">never</b>}</p>').ast.body[0]!)).toHaveLength(3);
  expect(pages.length).toBeGreaterThan(150);
  const found = pages.flatMap((file) => {
    const text = read(file);
    const shown: ShownText[] = parse(text).ast.body.flatMap(shownInAstro);
    return shown.map((each) => `${file}:${lineAt(text, each.start)} ${each.text}`);
  });
  expect(found).toEqual([]);
});

test('no page of the desk shows a word that is not in the list', () => {
  const found = sources.filter((file) => file.endsWith('.tsx')).flatMap(nodesOf).filter(isShownInReact);
  expect(found.filter((node) => !sameEverywhere.test(node.getText())).map((node) => `${placeOf(node)} ${node.getText().trim()}`)).toEqual([]);
  // The one that is let through shows that literals are seen.
  expect(found).toHaveLength(1);
});

test('no sentence for readers stands in code', () => {
  const found = sources.flatMap(nodesOf).filter(isSentence).map((node) => ({ node, file: node.getSourceFile().fileName, text: (node as unknown as { text: string }).text }));
  expect(found.filter(({ file, text }) => !noWordsOfPages[file]?.test(text)).map(({ node, text }) => `${placeOf(node)} ${text}`)).toEqual([]);
});
