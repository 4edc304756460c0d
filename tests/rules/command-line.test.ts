import type { Terminal } from '../../plugin/cli/command';
import { main } from '../../plugin/cli/main';

/** Somebody who calls `portal` and reads what it prints. */
const caller = () => {
  const said: string[] = [];
  const warned: string[] = [];
  const terminal: Terminal = { say: (text) => said.push(text), warn: (text) => warned.push(text), isInteractive: false, ask: () => Promise.reject(new Error('Nobody is there to answer.')) };
  return { call: (...words: string[]) => main(words, terminal), said, warned };
};

test('somebody who calls it without a word, or asks for help, is told what there is', async () => {
  const { call, said } = caller();
  expect([await call(), await call('--help')]).toEqual([0, 0]);
  expect(said).toEqual([expect.stringContaining('Usage: portal <command>'), said[0]]);
});

test('a command that does not exist is refused, and the help named', async () => {
  const { call, warned } = caller();
  expect(await call('fly')).toBe(2);
  expect(warned).toEqual(['There is no command "fly". "portal --help" names all.']);
});

test('ways to publish that do not go together are refused, before anything is looked at', async () => {
  const { call, warned } = caller();
  expect(await call('publish', '--all', 'components/card')).toBe(2);
  expect(await call('publish', '--upate')).toBe(2);
  expect(warned).toEqual(['--all and names do not go together: say one of them. Nothing was changed.', '"portal publish" has no option --upate. Did you mean "update"? "portal publish --help" names all.']);
});
