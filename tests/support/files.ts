/** Bytes that begin as a PDF does and are as many as wanted. */
export const pdfOf = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'));
  return bytes;
};

/** A text as a file holds it. */
export const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What Windows runs. */
export const program = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(512);
  bytes.set([0x4d, 0x5a, 0x90, 0x00, 0x03]);
  return bytes;
};

/** A multipart body written by hand, so that it can be wrong. */
export const multipart = (parts: { head: string; body: string }[], end = '--x--\r\n'): { body: string; headers: Record<string, string> } => ({
  body: parts.map(({ head, body }) => `--x\r\n${head}\r\n\r\n${body}\r\n`).join('') + end,
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
});
