import { circleIn } from '../../plugin/contracts/configured-segments';
import { policyDefaults, policyKeys, policyShape } from '../../plugin/contracts/policy';
import type { PolicyValues } from '../../plugin/contracts/policy';
import { judgeFile } from '../../plugin/server/src/conversation/file-rules';
import { fileTypes } from '../../plugin/contracts/policy';
import { segmentByRule, shadowedRules } from '../../plugin/server/src/segments/membership-rules';
import { chainOf, knownOverrides, policyOf, resolvePolicy, type PolicyLayer } from '../../plugin/server/src/segments/resolve-policy';

const file = (change: Partial<PolicyValues> = {}): PolicyValues => ({ ...policyDefaults, ...change });
const settings = (values: PolicyLayer['values']): PolicyLayer => ({ source: { from: 'settings', segment: null }, values, isFile: false });
const segment = (name: string, values: PolicyLayer['values']): PolicyLayer => ({ source: { from: 'segment', segment: name }, values, isFile: false });
const ceiling = { canWriteAnswers: true, canReceiveMail: true, brand: 'Northwind Help' };

describe('what holds', () => {
  test('comes from the plugin, the file, the settings for all and the segments, each over those before', () => {
    const { values, sources } = resolvePolicy(policyDefaults, file({ 'limits.reopenWindowDays': 30 }), [settings({ 'limits.maxFilesPerMessage': 3, 'theme.mode': 'light' }), segment('gold', { 'theme.mode': 'dark' }), segment('vip', { 'limits.maxFileSize': 5 })], []);
    expect([values['limits.maxFileSize'], values['theme.mode'], values['limits.maxFilesPerMessage'], values['limits.reopenWindowDays']]).toEqual([5, 'dark', 3, 30]);
    expect(sources).toMatchObject({
      'limits.maxFileSize': { from: 'segment', segment: 'vip' },
      'theme.mode': { from: 'segment', segment: 'gold' },
      'limits.maxFilesPerMessage': { from: 'settings', segment: null },
      'limits.reopenWindowDays': { from: 'config', segment: null },
      priorities: { from: 'default', segment: null },
    });
  });

  test('is what the file says where it keeps a key, also for segments; those of the file may still differ', () => {
    const layers: PolicyLayer[] = [settings({ 'limits.maxFileSize': 1 }), { source: { from: 'config', segment: 'vip' }, values: { 'limits.maxFileSize': 7 }, isFile: true }, segment('vip', { 'limits.maxFileSize': 9 })];
    expect(resolvePolicy(policyDefaults, file(), layers, ['limits.maxFileSize']).values['limits.maxFileSize']).toBe(7);
    expect(resolvePolicy(policyDefaults, file(), layers, []).values['limits.maxFileSize']).toBe(9);
  });

  test('can be switched off again for a segment, and empty again', () => {
    const { values } = resolvePolicy(policyDefaults, file({ 'theme.logoText': 'Everybody' }), [segment('vip', { 'features.fileUploads': false, 'theme.logoText': '' })], []);
    expect([values['features.fileUploads'], values['theme.logoText']]).toEqual([false, '']);
  });
});

describe('the policy that values come to', () => {
  test('priority support brings the highest priority, in its order', () => {
    expect(policyOf(file({ 'features.prioritySupport': true, priorities: ['high', 'normal'] }), ceiling).priorities).toEqual(['normal', 'high', 'urgent']);
    expect(policyOf(file(), ceiling).priorities).toEqual(['low', 'normal', 'high']);
  });

  test('nobody is promised written answers without articles or without an endpoint, nor answers by mail without an address', () => {
    expect(policyOf(file({ 'features.liveChat': true }), ceiling).features.liveChat).toBe(true);
    expect([true, false].map((canReceiveMail) => policyOf(file({ 'features.emailReplies': true }), { ...ceiling, canReceiveMail }).features.emailReplies)).toEqual([true, false]);
    const answers = (change: Partial<PolicyValues>, canWriteAnswers: boolean) => policyOf(file({ 'features.writtenAnswers': true, ...change }), { ...ceiling, canWriteAnswers }).features.writtenAnswers;
    expect([answers({}, true), answers({ 'features.knowledgeBase': false }, true), answers({}, false)]).toEqual([true, false, false]);
  });

  test('nobody replies to colleagues who may not read them', () => {
    const colleagues = (requests: boolean, replies: boolean) => policyOf(file({ 'features.organisationRequests': requests, 'features.organisationReplies': replies }), ceiling).features;
    expect(colleagues(false, true)).toMatchObject({ organisationRequests: false, organisationReplies: false });
    expect(colleagues(true, false)).toMatchObject({ organisationRequests: true, organisationReplies: false });
    expect(policyOf(file(), ceiling).features).toMatchObject({ organisationRequests: false, organisationReplies: false });
  });

  test('without a name of its own the portal has the brand’s', () => {
    expect(policyOf(file(), ceiling).theme).toEqual({ mode: 'auto', name: 'Northwind Help', palette: null });
    expect(policyOf(file({ 'theme.logoText': 'Gold desk' }), ceiling).theme.name).toBe('Gold desk');
  });
});

describe('segments', () => {
  const all = new Map([['vip', { name: 'vip', inherits: 'gold' }], ['gold', { name: 'gold', inherits: null }], ['lost', { name: 'lost', inherits: 'gone' }]]);
  const names = (name: string | null): string[] => chainOf(all, name).map((each) => each.name);

  test('inherit from the most general to the most special; whoever names none, or one that is gone, has what holds for all', () => {
    expect([names('vip'), names('gold'), names('lost'), names('nobody'), names(null)]).toEqual([['gold', 'vip'], ['gold'], ['lost'], [], []]);
  });

  test('that would inherit in a circle are found, however long it is', () => {
    const ring = [{ name: 'a', inherits: 'b' }, { name: 'b', inherits: 'c' }, { name: 'c', inherits: 'a' }];
    expect(circleIn(ring)).toEqual(['a', 'b', 'c', 'a']);
    expect(circleIn([{ name: 'a', inherits: 'a' }])).toEqual(['a', 'a']);
    expect(circleIn([...all.values()])).toBeNull();
    expect(chainOf(new Map(ring.map((each) => [each.name, each])), 'a').map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
  });

  test('what a later release stored and this one does not know is left out', () => {
    expect(knownOverrides({ 'theme.mode': 'dark', 'sla.firstReply': 4, 'limits.maxFileSize': 'much' })).toEqual({ 'theme.mode': 'dark' });
    expect([knownOverrides(null), knownOverrides('x')]).toEqual([{}, {}]);
  });
});

describe('who belongs to a segment by rule', () => {
  const ruled = [
    { name: 'vip', rules: [{ kind: 'organisation' as const, organisation: 3 }] },
    { name: 'gold', rules: [{ kind: 'domain' as const, domain: 'big.example' }, { kind: 'organisation' as const, organisation: 3 }] },
  ];
  test('the first that fits, in order', () => {
    expect(segmentByRule(ruled, { email: 'a@big.example', organisationId: null })).toBe('gold');
    expect(segmentByRule(ruled, { email: 'a@big.example', organisationId: 3 })).toBe('vip');
    expect(segmentByRule(ruled, { email: 'a@small.example', organisationId: null })).toBeNull();
  });
  test('the whole domain, not its end', () => {
    for (const email of ['a@notbig.example', 'a@big.example.org', 'a@sub.big.example', 'big.example@x.org']) expect(segmentByRule(ruled, { email, organisationId: null })).toBeNull();
  });
  test('a rule that another one asked before has too is told', () => {
    expect(shadowedRules(ruled, 'gold')).toEqual([{ rule: { kind: 'organisation', organisation: 3 }, by: 'vip' }]);
    expect(shadowedRules(ruled, 'vip')).toEqual([]);
  });
});

test('every default is one that could be set, and every type of file that can be set can be told by its content', () => {
  for (const key of policyKeys) expect([key, policyShape[key].safeParse(policyDefaults[key]).success]).toEqual([key, true]);
  const limits = { maxFileSize: 9, allowedFileTypes: [...fileTypes] };
  const contents = ['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/x-cfb', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip', 'application/x-rar-compressed'];
  for (const type of fileTypes) expect([type, contents.filter((detected) => 'mime' in judgeFile({ name: `a.${type}`, size: 1, detected }, limits)).length]).toEqual([type, 1]);
});
