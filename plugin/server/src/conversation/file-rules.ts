import type { ErrorCode } from '../../../contracts/platform';

/** What a file's first bytes may say for an extension; the first is what it is served as. */
const contents: Record<string, string[]> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  png: ['image/png'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  // Word's old format is a container that other programs use too; its first bytes say no more.
  doc: ['application/msword', 'application/x-cfb'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  zip: ['application/zip'],
  rar: ['application/x-rar-compressed'],
};
const aliases: Record<string, string> = { jpeg: 'jpg' };

const extensionOf = (name: string): string => {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return aliases[extension] ?? extension;
};

export interface ReceivedFile {
  name: string;
  size: number;
  /** What the bytes are, or undefined when they are no known format (text, HTML and SVG among them). */
  detected: string | undefined;
}
export interface FileLimits {
  maxFileSize: number;
  allowedFileTypes: string[];
}

/** The type to keep a file as, or the code of why it is refused. Name and content must both be allowed and agree. */
export const judgeFile = ({ name, size, detected }: ReceivedFile, limits: FileLimits): { mime: string } | { refused: ErrorCode } => {
  if (size === 0) return { refused: 'file_empty' };
  if (size > limits.maxFileSize) return { refused: 'file_too_large' };
  const extension = extensionOf(name);
  const allowed = limits.allowedFileTypes.map((type) => aliases[type] ?? type).includes(extension);
  const possible = contents[extension] ?? [];
  const mime = possible[0];
  return allowed && mime && detected && possible.includes(detected) ? { mime } : { refused: 'file_type_refused' };
};

/** A name that is safe to show and to offer for saving: no folders, no control characters, at most 150 characters. */
export const cleanFileName = (name: string): string => {
  const base = name.split(/[\\/]/).pop() ?? '';
  // Direction marks can make `fdp.exe` read as `exe.pdf`.
  const clean = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  if (/^\.*$/.test(clean)) return 'file';
  // Cut between characters: half of an emoji cannot be encoded for the download's header.
  const characters = [...clean];
  return characters.length > 150 ? [...characters.slice(0, 130), '…', ...characters.slice(-15)].join('') : clean;
};
