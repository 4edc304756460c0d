import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { nodesOf, read, root } from './sources';

const page = read('docs/promises.md');
const rows = [...page.matchAll(/^\| ([A-Z]+\d*) \| (.*) \|$/gm)].map(([, id, rest]) => ({ id: id!, rest: rest! }));

/** Each test that a row names: its file, and its name as the file has it. */
const named = rows.flatMap(({ id, rest }) =>
  [...rest.matchAll(/`(tests\/[\w./-]+\.test\.ts)`((?:,? "[^"]*")*)/g)].flatMap(([, file, names]) => [...names!.matchAll(/"([^"]*)"/g)].map(([, name]) => ({ id, file: file!, name: name! }))),
);

const isTest = (node: ts.Node): node is ts.CallExpression => ts.isCallExpression(node) && /^(?:test|describe)\b/.test(node.expression.getText());
const known = new Map<string, Set<string>>();
/** The names of the tests of a file, as they are written. */
const testsOf = (file: string): Set<string> => {
  const names = known.get(file) ?? new Set(nodesOf(file).filter(isTest).flatMap(({ arguments: [first] }) => (first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first)) ? [first.getText().slice(1, -1).replaceAll("\\'", "'")] : [])));
  known.set(file, names);
  return names;
};

describe('docs/promises.md', () => {
  test('has every row of the promises once', () => {
    const wanted = [...'ATKDCSGRX'].flatMap((letter) => Array.from({ length: { A: 8, T: 10, K: 9, D: 4, C: 6, S: 5, G: 6, R: 9, X: 5 }[letter] ?? 0 }, (_, place) => `${letter}${place + 1}`));
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('names only tests that there are', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ file }) => !existsSync(path.join(root, file)))).toEqual([]);
    expect(named.filter(({ file, name }) => !testsOf(file).has(name))).toEqual([]);
  });

  test('says of every row which test shows it, or what is missing', () => {
    const empty = rows.filter(({ id, rest }) => !id.startsWith('N') && !named.some((each) => each.id === id) && !/\| missing \||every suite/.test(`| ${rest} |`));
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});
