import plugin from '../../../plugin/server/src';
import { everyTable } from '../../../plugin/server/src/privacy/every-table';

test('of every table it is said what becomes of it when a customer is erased: a new one needs its line', () => {
  expect(Object.keys(plugin.contentTypes).sort()).toEqual(Object.keys(everyTable).sort());
});
