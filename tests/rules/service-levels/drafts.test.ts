import { businessHours } from '../../../plugin/contracts/service-levels';
import { draftOfHours, hoursOfDraft } from '../../../plugin/admin/src/service-levels/hours-draft';
import { draftOfLevels, levelsOfDraft } from '../../../plugin/admin/src/service-levels/levels-draft';
import { durationText, minutesOfText } from '../../../plugin/admin/src/service-levels/open-duration';

describe('a duration', () => {
  test.each([['4:30', 270], ['4', 240], ['0:05', 5], [' 16 ', 960], ['', null]])('%s is %s minutes', (text, minutes) => expect(minutesOfText(text)).toBe(minutes));
  test.each(['4:60', '4:5', 'four', '-1', '4.5', '1:2:3'])('is not %s', (text) => expect(minutesOfText(text)).toBeNaN());
  test('is written as it is read', () => {
    for (const minutes of [null, 1, 59, 60, 61, 525_600]) expect(minutesOfText(durationText(minutes))).toBe(minutes);
  });
});

test('business hours come out of the form as they went in, the end of a day too', () => {
  const hours = { timeZone: 'Europe/Berlin', openings: [{ day: 1, from: '00:00', to: '24:00' }, { day: 2, from: '22:00', to: '06:00' }], holidays: [{ name: 'New year', from: '2027-01-01', to: '2027-01-01' }] };
  expect(hoursOfDraft(draftOfHours(hours))).toEqual(hours);
  expect(businessHours.safeParse(hoursOfDraft(draftOfHours(hours))).success).toBe(true);
});

test('targets come out of the form as they went in; what is no duration is left to the server to refuse', () => {
  const levels = { warnAtPercent: 80, targets: [{ segment: null, priority: 'high' as const, replyMinutes: 90, resolutionMinutes: null }] };
  expect(levelsOfDraft(draftOfLevels(levels))).toEqual(levels);
  const draft = draftOfLevels(levels);
  draft.targets[0]!.reply = 'soon';
  expect(levelsOfDraft(draft).targets[0]!.replyMinutes).toBe(-1);
});
