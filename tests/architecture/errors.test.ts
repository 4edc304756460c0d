import { errorCodes } from '../../plugin/contracts/platform';
import { statusOf } from '../../plugin/server/src/platform/errors';
import { codeOf, read, under } from './sources';

const rows = [...read('docs/api-errors.md').matchAll(/^\| `(\w+)` \| (\d{3}) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, code, status, when, remedy]) => ({ code: code!, status: Number(status), when: when!, remedy: remedy! }));

test('docs/api-errors.md explains every code that an error can carry, in the order of the contract, and no other', () => {
  expect(rows.map(({ code }) => code)).toEqual([...errorCodes]);
});

test('it tells the status that is answered', () => {
  expect(Object.fromEntries(rows.map(({ code, status }) => [code, status]))).toEqual(statusOf);
});

test('it says when a code comes and what a client does then, in sentences', () => {
  for (const { code, when, remedy } of rows) expect([code, when.trim(), remedy.trim()]).toEqual([code, expect.stringMatching(/^[A-Z`].{10,}\.$/), expect.stringMatching(/^[A-Z`].{10,}\.$/)]);
});

test('no code is there that nothing can answer', () => {
  const code = under('plugin/server/src/').filter((file) => !file.endsWith('platform/errors.ts')).map(codeOf).join('\n');
  expect(errorCodes.filter((each) => !code.includes(`'${each}'`))).toEqual([]);
});
