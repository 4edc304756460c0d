import { markedParts } from '../../plugin/admin/src/inbox/marked-parts';
import { joined } from '../../plugin/admin/src/ticket/use-draft';

const file = (id: string) => ({ id, name: `${id}.png`, mime: 'image/png', size: 1 }) as never;

test('a reply that is taken back stands before what was typed meanwhile, and each file once', () => {
  expect(joined({ body: 'Sent', attachments: [file('a')] }, { body: 'Typed', attachments: [file('a'), file('b')] })).toEqual({ body: 'Sent\n\nTyped', attachments: [file('a'), file('b')] });
  expect(joined({ body: 'Sent', attachments: [] }, { body: '', attachments: [] })).toEqual({ body: 'Sent', attachments: [] });
});

test('a line comes apart at its marks and together again', () => {
  const parts = markedParts('the lamp and the lamps', [[4, 8], [17, 22]]);
  expect(parts).toEqual([{ text: 'the ', marked: false }, { text: 'lamp', marked: true }, { text: ' and the ', marked: false }, { text: 'lamps', marked: true }]);
  expect(markedParts('all', [[0, 3]])).toEqual([{ text: 'all', marked: true }]);
  expect(markedParts('none', [])).toEqual([{ text: 'none', marked: false }]);
});
