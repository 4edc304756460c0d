import { quotes } from '../../plugin/server/src/conversation/quoted-words';

const hers = 'The pump of the lower greenhouse leaks since Tuesday. My number is 4711.';

describe('a reply to several customers', () => {
  test.each([
    ['a quoted line', '> The pump of the lower greenhouse leaks since Tuesday.\n\nWe know.'],
    ['other capitals, marks and accents', 'the PUMP, of the löwer greenhouse – leaks since tuesday'.replace('ö', 'o')],
    ['a quotation across lines', 'You wrote: pump of the lower\ngreenhouse leaks since Tuesday'],
  ])('repeats another’s words: %s', (_name, text) => expect(quotes(text, ['Something else', hers])).toBe(true));

  test.each([
    ['words of its own', 'The spare part for the pump comes tomorrow.'],
    ['a few of the same words', 'Since Tuesday we look for the leak of the pump.'],
    ['nothing', ''],
  ])('does not with %s', (_name, text) => expect(quotes(text, [hers])).toBe(false));

  test('repeats a short message only as a whole, and a shorter one never', () => {
    expect(quotes('You said: my cat ate it, and we believe you.', ['My cat ate it'])).toBe(true);
    expect(quotes('My cat would not have.', ['My cat ate it'])).toBe(false);
    expect(quotes('Thank you very much!', ['Thank you'])).toBe(false);
  });

  test('may say what its readers wrote themselves, or were told already', () => {
    const error = 'TypeError: cannot read properties of undefined, reading length, in line 12';
    expect(quotes(`You see “${error}”?`, [error])).toBe(true);
    expect(quotes(`You see “${error}”?`, [error], [`I get ${error} every time.`])).toBe(false);
    expect(quotes(`${error}, and ${hers}`, [error, hers], [error])).toBe(true);
  });

  test('knows every script', () => expect(quotes('المضخة تسرب الماء منذ يوم الثلاثاء الماضي في الحديقة', ['المضخة تسرب الماء منذ يوم الثلاثاء الماضي في الحديقة'])).toBe(true));
});
