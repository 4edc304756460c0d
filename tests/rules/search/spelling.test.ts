import { editDistance } from '../../../plugin/server/src/search/ranking/edit-distance';
import { article, knowing, others } from '../../support/search-memory';

const desk = () => knowing([article('a', 'Subscriptions', 'Cancel a subscription at any time. The subscription ends with the month.'), article('b', 'Password', 'Choose a new password.'), ...others]);

describe('Mending what was mistyped', () => {
  test('letters are counted that were added, dropped, changed or swapped', () => {
    expect(editDistance('password', 'password', 2)).toBe(0);
    expect(editDistance('pasword', 'password', 2)).toBe(1);
    expect(editDistance('passwrod', 'password', 2)).toBe(1);
    expect(editDistance('passwords', 'password', 2)).toBe(1);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  });

  test('an unknown word becomes the nearest known one, the rest stays as it was typed', async () => {
    expect((await desk()).search('Cancel my SUBSCRIPTON, please').spelling).toBe('Cancel my subscription, please');
    expect((await desk()).search('passwrod').spelling).toBe('password');
  });

  test('known words, in any form, are left alone', async () => {
    expect((await desk()).search('cancelling subscriptions').spelling).toBeNull();
  });

  test('what is like nothing here is left alone, and so are short words and numbers', async () => {
    expect((await desk()).search('xylophone').spelling).toBeNull();
    expect((await desk()).search('tme').spelling).toBeNull();
    expect((await desk()).search('pass12word').spelling).toBeNull();
  });

  test('what was meant is found at once, and what is right comes first', async () => {
    expect((await desk()).found('passwrod')).toEqual(['b']);
    expect((await desk()).found('cancel my subscripton')[0]).toBe('a');
    const both = await knowing([article('near', 'Pattern', 'A pattern of the sea.'), article('right', 'Patter', 'The patter of rain.'), ...others]);
    expect(both.found('patter')).toEqual(['right']);
  });

  test('a whole request is not corrected', async () => {
    expect((await desk()).search(`passwrod ${'printer kitchen monday holiday garden london bicycle '.repeat(3)} ocean river mountain valley forest desert island`).spelling).toBeNull();
  });
});
