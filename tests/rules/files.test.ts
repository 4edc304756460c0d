import fc from 'fast-check';
import { cleanFileName, judgeFile } from '../../plugin/server/src/conversation/file-rules';

const limits = { maxFileSize: 1000, allowedFileTypes: ['pdf', 'jpg', 'png', 'doc', 'docx'] };
const judge = (name: string, detected: string | undefined, size = 10) => judgeFile({ name, size, detected }, limits);
const refused = { refused: 'file_type_refused' };

describe('which files are taken', () => {
  test('a picture whose name and bytes agree, in any spelling of its ending', () => {
    for (const name of ['me.jpg', 'me.jpeg', 'ME.JPG', 'a.b.JPEG']) expect(judge(name, 'image/jpeg')).toEqual({ mime: 'image/jpeg' });
  });

  test('an old Word file, whose bytes only say that it is a container', () => {
    expect(judge('letter.doc', 'application/x-cfb')).toEqual({ mime: 'application/msword' });
  });

  test('no file whose bytes say something else than its name', () => {
    expect(judge('me.png', 'image/jpeg')).toEqual(refused);
    expect(judge('letter.docx', 'application/zip')).toEqual(refused);
    expect(judge('invoice.pdf', 'application/x-msdownload')).toEqual(refused);
  });

  test('no text, HTML or SVG, which have no bytes to know them by', () => {
    for (const name of ['page.html', 'picture.svg', 'note.txt', 'invoice.pdf', 'me.jpg']) expect(judge(name, undefined)).toEqual(refused);
  });

  test('no type that is known but not allowed here, and none that is allowed but not known', () => {
    expect(judge('all.zip', 'application/zip')).toEqual(refused);
    expect(judgeFile({ name: 'run.exe', size: 10, detected: 'application/x-msdownload' }, { ...limits, allowedFileTypes: ['exe'] })).toEqual(refused);
  });

  test('no file that hides its real ending, or has none', () => {
    for (const name of ['invoice.pdf.exe', 'invoice', 'pdf', 'invoice.', 'invoice.pdf ', 'constructor.constructor']) expect(judge(name, 'application/pdf')).toEqual(refused);
  });

  test('no empty file, and none above the limit by a single byte', () => {
    expect(judge('a.pdf', 'application/pdf', 0)).toEqual({ refused: 'file_empty' });
    expect(judge('a.pdf', 'application/pdf', 1000)).toEqual({ mime: 'application/pdf' });
    expect(judge('a.pdf', 'application/pdf', 1001)).toEqual({ refused: 'file_too_large' });
  });

  test('whatever is taken is served as one of the allowed types', () => {
    const mimes = ['application/pdf', 'image/jpeg', 'image/png', 'image/svg+xml', 'text/html', 'application/zip', 'application/x-cfb'];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '.pdf', '.jpg', '.html', '.doc', '.svg', '.PNG'), fc.option(fc.constantFrom(...mimes), { nil: undefined }), fc.nat(1200), (name, ending, detected, size) => {
        const verdict = judge(name + ending, detected, size);
        if ('mime' in verdict) expect(['application/pdf', 'image/jpeg', 'image/png', 'application/msword']).toContain(verdict.mime);
      }),
    );
  });
});

describe('the name that a file keeps', () => {
  test('has no folders, neither of Unix nor of Windows', () => {
    expect(cleanFileName('../../etc/passwd')).toBe('passwd');
    expect(cleanFileName('C:\\Users\\Cora\\invoice.pdf')).toBe('invoice.pdf');
  });

  test('cannot turn its ending around with invisible marks', () => expect(cleanFileName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe'));

  test('is “file” when nothing is left of it', () => {
    for (const name of ['', '/', '..', '.', '\u200B', '???', 'folder/']) expect(cleanFileName(name)).toBe('file');
  });

  test('keeps letters of all languages', () => expect(cleanFileName('Größe – 写真 (1).png')).toBe('Größe – 写真 (1).png'));

  test('keeps its ending when it is cut, and never half an emoji', () => {
    const long = cleanFileName(`${'a'.repeat(129)}${'😀'.repeat(40)}.docx`);
    expect(long).toMatch(/…😀+\.docx$/u);
    expect(encodeURIComponent(long)).not.toBe('');
  });

  test('is safe to write into a header and a page, and is cleaned in one go', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[\\/\p{Cc}\p{Cf}"<>|:*?]/u);
        expect(clean).not.toMatch(/^\.*$/);
        expect([...clean].length).toBeLessThanOrEqual(150);
        expect(decodeURIComponent(encodeURIComponent(clean))).toBe(clean);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});
