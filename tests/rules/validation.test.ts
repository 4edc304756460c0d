import { z } from 'zod';
import { fieldRules, type FieldError } from '../../plugin/contracts/platform';
import { Refusal, notFound, statusOf } from '../../plugin/server/src/platform/errors';
import { fieldError, refuseFields, validate } from '../../plugin/server/src/platform/validate';

const schema = z.strictObject({ subject: z.string().trim().min(3).max(10), count: z.number().int().min(1).max(5).optional(), kind: z.enum(['a', 'b']).optional(), parts: z.array(z.strictObject({ name: z.string() })).max(2).default([]) });

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('It was not refused.');
};
const errorsOf = (input: unknown): FieldError[] => refusalOf(() => validate(schema, input)).details.errors;
const rules = (input: unknown): string[] => errorsOf(input).map(({ path, rule }) => `${path} ${rule}`);

describe('input from outside', () => {
  test('is answered cleaned when it is right', () => expect(validate(schema, { subject: ' box ' })).toEqual({ subject: 'box', parts: [] }));

  test('that is missing, null or blank is told as required', () => {
    for (const input of [{}, { subject: null }, { subject: '' }, { subject: '   ' }, undefined, null]) expect(rules(input)).toEqual(['subject required']);
  });

  test('is told which bound it broke, and the bound', () => {
    expect(errorsOf({ subject: 'ab' })).toEqual([{ path: 'subject', rule: 'too_short', limit: 3, message: 'This is too short.' }]);
    expect(errorsOf({ subject: 'x'.repeat(11) })).toEqual([{ path: 'subject', rule: 'too_long', limit: 10, message: 'This is too long.' }]);
    expect(rules({ subject: 'box', parts: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] })).toEqual(['parts too_long']);
  });

  test('of a number outside its range, or outside of a list, is not one of the possible values', () => {
    expect(rules({ subject: 'box', count: 6, kind: 'c' })).toEqual(['count not_allowed', 'kind not_allowed']);
  });

  test('of the wrong type is malformed, wherever it stands', () => {
    expect(rules({ subject: 5, parts: [{ name: 'a' }, { name: 7 }] })).toEqual(['subject malformed', 'parts.1.name malformed']);
    for (const input of ['text', 5, true, []]) expect(rules(input)).toEqual([' malformed']);
  });

  test('with keys that nobody knows is refused by their names', () => {
    expect(rules({ subject: 'box', admin: true, role: 1, parts: [{ name: 'a', id: 3 }] })).toEqual(['parts.0.id unknown', 'admin unknown', 'role unknown']);
  });

  test('is told once for each field, however many rules it broke', () => {
    const twice = z.strictObject({ body: z.string().refine((value) => value.trim() !== '', { params: { rule: 'required' } }).max(5) });
    expect(refusalOf(() => validate(twice, { body: ' '.repeat(9) })).details.errors).toHaveLength(1);
  });

  test('with a zero character is malformed: PostgreSQL could not keep it', () => {
    expect(rules({ subject: 'a\u0000b' })).toEqual(['subject malformed']);
    expect(rules({ subject: 'box', parts: [{ name: '\u0000' }] })).toEqual(['parts.0.name malformed']);
    expect(refusalOf(() => validate(z.record(z.string(), z.string()), { 'a\u0000': 'b' })).details.errors.map(({ rule }) => rule)).toEqual(['malformed']);
  });

  test('cannot reach the prototype of anything', () => {
    const input = JSON.parse('{"subject":"box","__proto__":{"admin":true}}') as unknown;
    const taken = validate(schema, input);
    expect(Object.getPrototypeOf(taken)).toBe(Object.prototype);
    expect([Object.keys(taken).sort(), (taken as { admin?: boolean }).admin]).toEqual([['parts', 'subject'], undefined]);
  });
});

describe('a refusal', () => {
  test('names a code, a sentence and every broken field', () => {
    const refusal = refusalOf(() => refuseFields([fieldError('a', 'required'), fieldError('b', 'too_long', 9)]));
    expect(refusal.details).toEqual({ code: 'validation_failed', errors: [{ path: 'a', rule: 'required', message: 'Fill this in.' }, { path: 'b', rule: 'too_long', message: 'This is too long.', limit: 9 }] });
    expect(refusal.name).toBe('ValidationError');
  });

  test('has a plain English sentence for each rule', () => {
    for (const rule of fieldRules) expect(fieldError('x', rule).message).toMatch(/^[A-Z][^!]+\.$/);
  });

  test('says the same of what is missing and of what is another’s', () => {
    expect(JSON.stringify(notFound())).toBe(JSON.stringify(notFound()));
    expect(notFound().details.code).toBe('not_found');
  });

  test('says when to come back only where that helps', () => {
    expect(new Refusal('too_many_requests', 'Wait.', [], 60).details.retryAfter).toBe(60);
    expect('retryAfter' in new Refusal('not_found', 'No.').details).toBe(false);
  });

  test('has a status that says whose fault it is', () => {
    for (const [code, status] of Object.entries(statusOf)) expect([code, ['answer_unavailable', 'files_unavailable', 'provider_unavailable', 'scan_unavailable', 'internal_error'].includes(code) ? status >= 500 : status >= 400 && status < 500]).toEqual([code, true]);
  });
});
