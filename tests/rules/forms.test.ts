import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Attachment } from '../../plugin/contracts/conversation';
import { allowedFiles } from '../../site/src/features/forms/file-hint';
import { multipartFile } from '../../site/src/features/forms/multipart-file';
import { postedForm, readPostedForm } from '../../site/src/features/forms/posted-form';
import { problemsOf, sessionEnded, showProblems, staleForm, type Problems, type ProblemReader } from '../../site/src/features/forms/problems';
import { toldBy } from '../../site/src/features/forms/told-by';
import { acceptedFiles, uploadProblem, type Upload } from '../../site/src/features/forms/upload-form';
import { requestNews } from '../../site/src/features/requests/news';
import { statusOf } from '../../site/src/features/sign-in/account-form';
import { detailsOf } from '../../site/src/features/wizard/draft';
import { wordsFor } from '../../site/src/i18n';

const words = wordsFor('en');
const token = 'x'.repeat(43);
const post = (body: BodyInit, headers: Record<string, string> = {}): Request =>
  new Request('https://help.test/support/account', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, duplex: 'half' } as RequestInit);
const chunked = (bytes: number): ReadableStream => Readable.toWeb(Readable.from(Array.from({ length: bytes / 1000 }, () => Buffer.alloc(1000, 'x')))) as ReadableStream;

describe('a posted form', () => {
  test('gives each field as it was typed, with the line ends that were typed', async () => {
    const form = await readPostedForm(post(new URLSearchParams({ _csrf: token, body: 'one\r\ntwo', 'fields.order': 'NW-1', 'fields.__proto__': 'x' })), token);
    if (form === null || form === 'too_large') throw new Error('It was not read.');
    expect([form.stale, form.text('body'), form.text('missing'), form.all('missing')]).toEqual([false, 'one\ntwo', '', []]);
    expect(Object.entries(form.under('fields.'))).toEqual([['order', 'NW-1'], ['__proto__', 'x']]);
    expect(Object.keys(detailsOf(form, {}))).toContain('fields.order');
  });

  test('without its token, or with another’s, may change nothing', () => {
    for (const given of [[], [['_csrf', 'y'.repeat(43)]], [['_csrf', 'é'.repeat(43)]], [['csrf', token]]] as [string, string][][]) expect(postedForm(given, token).stale).toBe(true);
    expect(postedForm([['_csrf', token]], token).stale).toBe(false);
  });

  test('keeps its order when a name comes more than once', () => expect(postedForm([['a', '1'], ['b', '2'], ['a', '3']], token).all('a')).toEqual(['1', '3']));

  test('takes a whole request of 50,000 letters of three bytes', async () => {
    const form = await readPostedForm(post(new URLSearchParams({ body: '写'.repeat(50_000) })), token);
    expect(form !== null && form !== 'too_large' && form.text('body').length).toBe(50_000);
  });

  test('is too large beyond a megabyte, whether or not it says so before', async () => {
    expect(await readPostedForm(post('x', { 'content-length': '1000001' }), token)).toBe('too_large');
    expect(await readPostedForm(post(chunked(2_000_000)), token)).toBe('too_large');
    expect(await readPostedForm(post(chunked(1_000_000)), token)).not.toBe('too_large');
  });

  test('is none where only a page was opened, or files are on their way', async () => {
    expect(await readPostedForm(new Request('https://help.test/'), token)).toBeNull();
    expect(await readPostedForm(post('x', { 'content-type': 'multipart/form-data; boundary=x' }), token)).toBeNull();
  });
});

describe('what went wrong', () => {
  const refused = (more: Partial<Problems>): Problems => ({ code: 'validation_failed', errors: [], retryAt: null, ...more });

  test('is told at its field and in the summary, by the name that the page gives it', () => {
    const shown = showProblems(words, refused({ errors: [{ path: 'fields.order', rule: 'required', message: '' }] }), { 'fields.order': 'Order number' });
    expect(shown).toMatchObject({ text: undefined, errors: [{ field: 'fields.order', message: 'Fill in “Order number”' }] });
    expect([shown.at('fields.order'), shown.at('subject')]).toEqual(['Fill in “Order number”', undefined]);
  });

  test('is one sentence where no field is to blame', () => {
    for (const problems of [staleForm, sessionEnded, refused({ code: 'ticket_closed' })]) expect(showProblems(words, problems, {}).text).toMatch(/\.$/);
    expect(showProblems(words, null, {})).toMatchObject({ text: undefined, errors: [] });
  });

  test('says when to come back after too much', () => {
    const now = new Date('2026-11-26T13:04:30Z');
    const told = (retryAt: string | null, reader: Partial<ProblemReader> = {}) => showProblems(words, refused({ code: 'too_many_requests', retryAt }), {}, { language: 'en', timeZone: 'UTC', now, ...reader }).text;
    expect(told('2026-11-26T15:34:20Z')).toContain('try again in 3 hours.');
    expect(told('2026-11-26T13:19:00Z')).toContain('try again in 15 minutes.');
    expect(told('2026-11-26T13:05:00Z')).toContain('try again in 30 seconds.');
    const cora = { timeZone: 'Europe/Berlin', viewer: {} };
    expect(told('2026-11-26T13:19:10Z', cora)).toContain('try again today at 14:20.');
    expect(told('2026-11-26T23:30:00Z', cora)).toContain('try again tomorrow at 00:30.');
    expect(told('2026-11-26T13:19:00Z', { viewer: {} })).toContain('try again today at 13:19 (UTC).');
    // Long ago, or not a time at all, as in a draft that somebody wrote by hand.
    for (const past of ['2026-11-26T13:00:00Z', 'soon', null]) expect(told(past)).toBe('That was a lot in a short time. Wait a little and try again.');
  });

  test('has the status that belongs to it', () => {
    expect((['too_many_requests', 'wrong_credentials', 'stale_form', 'validation_failed'] as const).map((code) => statusOf(refused({ code })))).toEqual([429, 401, 403, 400]);
  });
});

describe('a form with files', () => {
  const taken = (id: string): Upload => ({ name: id, answer: { ok: true, data: { id } as Attachment, pagination: null } });
  const failed = (code: 'file_too_large' | 'file_type_refused' | 'not_signed_in', status: number): Upload => ({ name: 'big.pdf', answer: { ok: false, status, code, message: '', errors: [], retryAfter: null } });
  const form = postedForm([['_csrf', token]], token);

  test('keeps the files that were taken when another one was not', () => {
    const uploads = [taken('a'), failed('file_too_large', 413), taken('b')];
    expect(acceptedFiles(uploads)).toEqual(['a', 'b']);
    const problem = uploadProblem({ form, uploads, broken: false });
    expect(showProblems(words, problem, {}).errors).toEqual([{ field: 'attachments', message: 'big.pdf: The file is too large. Choose a smaller one.' }]);
  });

  test('names every file that was not taken, each with its own fault', () => {
    const shown = showProblems(words, uploadProblem({ form, uploads: [failed('file_too_large', 413), taken('a'), failed('file_type_refused', 415)], broken: false }), {});
    expect(shown.errors.map(({ message }) => message)).toEqual(['big.pdf: The file is too large. Choose a smaller one.', 'big.pdf: Files of this kind are not allowed. Choose another one.']);
    expect(shown.at('attachments')).toBe(shown.errors.map(({ message }) => message).join(' '));
    expect(uploadProblem({ form, uploads: [failed('file_too_large', 413), failed('not_signed_in', 401)], broken: false })).toBe(sessionEnded);
  });

  test('that ended with the session leads to signing in, and a broken one says so', () => {
    expect(uploadProblem({ form, uploads: [failed('not_signed_in', 401)], broken: false })).toBe(sessionEnded);
    expect(uploadProblem({ form, uploads: [], broken: true })?.code).toBe('upload_malformed');
    expect(uploadProblem({ form: postedForm([], token), uploads: [], broken: true })).toBe(staleForm);
    expect(uploadProblem({ form, uploads: [taken('a')], broken: false })).toBeNull();
    expect(problemsOf({ ok: false, status: 413, code: 'file_too_large', message: 'x', errors: [], retryAfter: null })).toEqual({ code: 'file_too_large', errors: [], retryAt: null });
  });

  test('passes a file on under its own name, which cannot end the header it stands in', async () => {
    const { contentType, body } = multipartFile(Readable.from([Buffer.from('bytes')]), 'a"\r\nX-Evil: 1.pdf', 'application/pdf');
    const sent = await text(body);
    expect(sent.split('\r\n').slice(1, 5)).toEqual(['Content-Disposition: form-data; name="file"; filename="a%22%0D%0AX-Evil: 1.pdf"', 'Content-Type: application/pdf', '', 'bytes']);
    expect(sent).toContain(`--${contentType.split('boundary=')[1]}--`);
  });

  test('says before what may be attached', () => {
    expect(allowedFiles(words, 'en', { allowedFileTypes: ['pdf', 'jpg'], maxFileSize: 10_485_760, maxFilesPerMessage: 10, reopenWindowDays: 14 })).toBe('PDF, JPG. Up to 10 MB each, 10 files at most.');
  });
});

describe('what was just done', () => {
  test('is told once, in a sentence', () => expect(requestNews(words, new URLSearchParams('done=replied'))).toEqual({ title: 'Your reply is sent.' }));
  test('is no news any more once support has answered', () => expect(['sent', 'replied', 'closed'].map((done) => requestNews(words, new URLSearchParams({ done }), true)?.title)).toEqual([undefined, undefined, words.requests.close.done]));

  test('is nothing for words that nobody wrote, whatever objects know by themselves', () => {
    for (const done of ['', 'x', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect([done, requestNews(words, new URLSearchParams({ done })), toldBy(new URLSearchParams({ done }), { confirmed: 'x' })]).toEqual([done, undefined, undefined]);
    }
  });
});
