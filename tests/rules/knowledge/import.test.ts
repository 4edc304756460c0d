import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fieldsOf, isUnchanged, translatedFields } from '../../../plugin/server/src/knowledge/import/article-fields';
import { readFolder } from '../../../plugin/server/src/knowledge/import/folder';
import { parseFile } from '../../../plugin/server/src/knowledge/import/front-matter';
import { findPicture, namedPictures, withAddresses } from '../../../plugin/server/src/knowledge/import/pictures';
import { smallPng } from '../../support/parcel-category';

const file = (head: string, body = 'Text.'): string => `---\n${head}\n---\n${body}\n`;
const plain = 'title: A title\nslug: a-title';

describe('a file of an article', () => {
  test('is taken apart; what is left out has its default', () => {
    const { value } = parseFile(file(`${plain}\nkeywords: [hub, 401, two words]\nfaq: true`));
    expect(value).toMatchObject({ body: 'Text.', matter: { title: 'A title', slug: 'a-title', keywords: 'hub, 401, two words', faq: true, featured: false, segments: [], publish: true } });
    expect(parseFile(file(`${plain}\npublish: 2027-03-01T08:00:00Z`)).value?.matter.publish).toBe('2027-03-01T08:00:00Z');
  });

  test.each([
    ['without a front matter', '# Just text', /front matter/],
    ['without a slug', file('title: A'), /slug/],
    ['with a slug that is none', file('title: A\nslug: ../etc'), /slug/],
    ['with a key that nobody knows', file(`${plain}\nhtml: <b>`), /[Uu]nrecognized/],
    ['with YAML that does not end', file('title: "A'), /YAML/],
    ['with a function in its YAML', file(`${plain}\nsummary: !!js/function "function(){}"`), /./],
    ['with a bomb of aliases', file(`${plain}\na: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]`), /./],
    ['that is no text', file(plain, 'a\0b'), /NUL/],
  ])('%s is told why it cannot be taken', (_name, text, why) => {
    const { value, faults } = parseFile(text);
    expect(value === undefined || value.matter.summary !== 'function').toBe(true);
    if (value === undefined) expect(faults?.join(' ')).toMatch(why);
  });

  test('that was imported is known again, whatever is shared by its languages', () => {
    const matter = parseFile(file(`${plain}\nowner: a@example.com`)).value?.matter;
    const fields = fieldsOf(matter as NonNullable<typeof matter>, 'Text.');
    expect(isUnchanged(fields, { ...fields, videoUrl: null, segments: null, summary: null })).toBe(true);
    expect(isUnchanged(fields, { ...fields, body: 'Other.' })).toBe(false);
    expect(Object.keys(translatedFields(fields))).not.toContain('owner');
  });
});

describe('a folder of articles', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'articles-'));
    mkdirSync(path.join(folder, 'deep', '.git'), { recursive: true });
    writeFileSync(path.join(folder, 'one.md'), file(plain, '![a](pictures/a.png) ![b](https://x.example/b.png)'));
    writeFileSync(path.join(folder, 'deep', 'two.md'), file('title: Two\nslug: two'));
    writeFileSync(path.join(folder, 'deep', '.git', 'three.md'), file('title: Three\nslug: three'));
    writeFileSync(path.join(folder, 'huge.md'), 'x'.repeat(1_000_001));
    writeFileSync(path.join(folder, 'nested.md'), file(plain, '>'.repeat(600)));
    mkdirSync(path.join(folder, 'pictures'));
    writeFileSync(path.join(folder, 'pictures', 'a.png'), smallPng);
    writeFileSync(path.join(folder, 'pictures', 'page.png'), '<html><script>alert(1)</script>');
    symlinkSync('/etc/hostname', path.join(folder, 'pictures', 'out.png'));
    symlinkSync('/etc/hostname', path.join(folder, 'out.md'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read without leaving it: no hidden folders, no links', async () => {
    const { files } = await readFolder(folder);
    expect(files.map(({ file: name, faults }) => [name, faults === undefined])).toEqual([['deep/two.md', true], ['huge.md', false], ['nested.md', false], ['one.md', true]]);
  });

  test('names the pictures beside its texts, and gets their addresses in place', async () => {
    const body = 'A ![one *two*](pictures/a.png "t") and ![b](https://x.example/b.png) `![c](c.png)` ![a](pictures/a.png)';
    const pictures = await namedPictures(body);
    expect(pictures.map(({ url }) => url)).toEqual(['pictures/a.png', 'pictures/a.png']);
    expect(withAddresses(body, pictures, () => '/uploads/$1.png')).toBe('A ![one *two*](/uploads/$1.png "t") and ![b](https://x.example/b.png) `![c](c.png)` ![a](/uploads/$1.png)');
  });

  test.each([
    ['pictures/none.png', /not there/], ['../../../etc/hostname', /outside/], ['pictures/out.png', /outside/], ['pictures/page.png', /whatever its name/], ['one.md', /whatever its name/],
  ])('refuses the picture %s', async (url, why) => {
    expect(await findPicture(folder, 'one.md', url)).toEqual({ fault: expect.stringMatching(why) as string });
  });

  test('takes a picture that is one', async () => expect(await findPicture(folder, 'one.md', 'pictures/a.png')).toMatchObject({ mime: 'image/png' }));
});
