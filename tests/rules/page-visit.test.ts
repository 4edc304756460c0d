import type { IncomingMessage } from 'node:http';
import { joinVisit, oncePerVisit, tellVisit, toldInVisit } from '../../plugin/server/src/platform/page-visit';

const call = (method = 'GET'): IncomingMessage => ({ method }) as IncomingMessage;
/** A look at the database that tells how often it was taken. */
const look = () => {
  let looks = 0;
  return { find: () => Promise.resolve((looks += 1)), count: () => looks };
};

describe('the calls of one visit to a page', () => {
  test('look once who is asking', async () => {
    const [visit, { find, count }] = [new Map(), look()];
    const calls = [call(), call(), call()];
    for (const each of calls) joinVisit(each, visit);
    await Promise.all(calls.map((each) => oncePerVisit(each, 'session a', find)));
    expect(count()).toBe(1);
  });

  test('never take one reader for another', async () => {
    const visit = new Map();
    const [one, other] = [call(), call()];
    for (const each of [one, other]) joinVisit(each, visit);
    expect(await oncePerVisit(one, 'session a', () => Promise.resolve('Cora'))).toBe('Cora');
    expect(await oncePerVisit(other, 'session b', () => Promise.resolve('Otto'))).toBe('Otto');
  });

  test('know nothing any more once one of them changes something, such as signing out', async () => {
    const [visit, { find, count }] = [new Map(), look()];
    const [before, change, after] = [call(), call('POST'), call()];
    joinVisit(before, visit);
    await oncePerVisit(before, 'session a', find);
    joinVisit(change, visit);
    await oncePerVisit(change, 'session a', find);
    joinVisit(after, visit);
    await oncePerVisit(after, 'session a', find);
    expect(count()).toBe(3);
  });

  test('share nothing with other visits, and nothing with calls from outside', async () => {
    const { find, count } = look();
    const [mine, hers, outside] = [call(), call(), call()];
    joinVisit(mine, new Map());
    joinVisit(hers, new Map());
    for (const each of [mine, hers, outside, outside]) await oncePerVisit(each, 'session a', find);
    expect(count()).toBe(4);
  });

  test('tell the page who sent a form that was refused, and nothing of who read before it', async () => {
    const visit = new Map();
    const [before, refused] = [call(), call('POST')];
    joinVisit(before, visit);
    tellVisit(before, 'segment', 'gold');
    joinVisit(refused, visit);
    expect(await toldInVisit(visit, 'segment')).toBeNull();
    tellVisit(refused, 'segment', 'silver');
    expect(await toldInVisit(visit, 'segment')).toBe('silver');
  });
});
