/** One header of a mail: its name in small letters, its value unfolded and otherwise as it came. */
export interface Header {
  name: string;
  value: string;
}

const headLimit = 1_048_576;

/** The bytes before the first empty line. */
export const headOf = (bytes: Buffer): Buffer => {
  const start = bytes.subarray(0, headLimit);
  const ends = [start.indexOf('\r\n\r\n'), start.indexOf('\n\n')].filter((end) => end >= 0);
  return ends.length > 0 ? start.subarray(0, Math.min(...ends)) : start;
};

/** The headers of a mail in their order; empty for what is none. */
export const headersOf = (bytes: Buffer): Header[] =>
  headOf(bytes)
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name: name.toLowerCase(), value: (value ?? '').trim() }];
    });

/** The first value of a header; empty where there is none. */
export const valueOf = (headers: Header[], name: string): string => headers.find((header) => header.name === name)?.value ?? '';

/** Every value of a header. */
export const valuesOf = (headers: Header[], name: string): string[] => headers.filter((header) => header.name === name).map(({ value }) => value);

/** What looks like an address in a text, in small letters. Word by word: one pattern for all would try every letter of a header without an @ as a beginning. */
export const addressesIn = (text: string): string[] => text.split(/[\s<>"'(),:;]+/).filter((word) => word.slice(1, -1).includes('@')).map((word) => word.toLowerCase());

const idPattern = /<[^<>\s]{1,500}>/g;
/** Message-IDs in their order; of very many the first and the last, which are the beginning and what was answered. */
export const messageIdsIn = (value: string): string[] => {
  const all = value.match(idPattern) ?? [];
  return all.length > 40 ? [...all.slice(0, 5), ...all.slice(-35)] : [...all];
};
