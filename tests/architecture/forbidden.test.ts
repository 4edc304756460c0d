import ts from 'typescript';
import { nodesOf, placeOf, read, under } from './sources';

const product = under('plugin/', 'site/');
const everything = [...product, ...under('tests/', 'config/', 'database/')];
const places = (files: string[], isFound: (node: ts.Node) => boolean): string[] => files.flatMap(nodesOf).filter(isFound).map(placeOf);
const fileOf = (place: string): string => place.split(':')[0]!;

const isCallOf = (node: ts.Node, callee: RegExp): boolean => ts.isPropertyAccessExpression(node) && callee.test(node.getText());

test('nothing is typed `any`', () => expect(places(everything, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]));

test('no comment silences a compiler or a linter', () => {
  const silenced = new RegExp(['@ts-(ignore|expect-error|nocheck)', 'eslint-' + 'disable', 'istanbul ignore'].join('|'));
  const self = 'tests/architecture/forbidden.test.ts';
  expect(everything.filter((file) => file !== self && silenced.test(read(file)))).toEqual([]);
});

test('no test is left out, but for real questions where their folder is not there', () => {
  const left = places(under('tests/'), (node) => isCallOf(node, /^(test|it|describe)(\.\w+)*\.(skip|only|todo|failing)$/) || (ts.isIdentifier(node) && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.text)));
  expect(left.map(fileOf)).toEqual(['tests/journeys/real-questions.test.ts']);
});

test('no part of the product is replaced by a stand-in', () => {
  expect(places(under('tests/'), (node) => isCallOf(node, /^jest\.(mock|fn|spyOn|doMock|unstable_mockModule|useFakeTimers)$/))).toEqual([]);
});

test('the product logs through Strapi; only the site’s own server says where it listens', () => {
  expect(places(product, (node) => isCallOf(node, /^console\.(log|info|debug)$/)).map(fileOf)).toEqual(['site/standalone/serve.ts']);
});

test('a page has no style or script that its own policy would refuse', () => {
  const pages = under('site/').filter((file) => file.endsWith('.astro'));
  // A block of data for search engines: browsers do not run it, and the policy lets it be.
  const data = /<script is:inline type="application\/ld\+json" set:html=\{dataBlock\(data\)\} \/>/;
  expect(pages.filter((file) => /\sstyle=|is:inline|\son(click|change|submit|load)=/.test(read(file).replace(data, '')))).toEqual([]);
});
