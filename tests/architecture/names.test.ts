import { files } from './sources';

const empty = /^(utils?|common|helpers?|managers?|misc)$/i;
const wordsOf = (file: string): string[] => file.replace(/([a-z])([A-Z])/g, '$1-$2').split(/[/._-]/);

test('no file and no folder is called by a word that says nothing', () => {
  expect(files.filter((file) => wordsOf(file).some((word) => empty.test(word)))).toEqual([]);
});

test('files are called in small letters with dashes; components in the way of components', () => {
  const said = files.filter((file) => /\.(ts|mjs|cjs)$/.test(file)).map((file) => file.split('/').at(-1)!);
  expect(said.filter((name) => !/^(\[[.\w]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9-]+)+$/.test(name))).toEqual([]);
  const components = files.filter((file) => file.endsWith('.tsx') || /^site\/src\/(components|layouts)\/.*\.astro$/.test(file)).map((file) => file.split('/').at(-1)!);
  expect(components.filter((name) => !/^[A-Z][A-Za-z]+\.\w+$/.test(name))).toEqual([]);
});
