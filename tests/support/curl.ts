/** What a line of curl from the documents asks for: address, headers and body. A bare machine need not have curl. */
const wordsOf = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Does what lines of curl would do, with one jar of cookies, at another origin. */
export const curlAt = (origin: string): ((line: string) => Promise<{ status: number; body: { data: unknown } }>) => {
  let cookie = '';
  return async (line) => {
    const words = wordsOf(line);
    const after = (option: string): string[] => words.flatMap((word, place) => (word === option ? [words[place + 1] ?? ''] : []));
    const headers = Object.fromEntries([...after('-H'), ...(after('-b').length > 0 ? [`Cookie: ${cookie}`] : [])].map((header) => header.split(/: (.*)/s) as [string, string]));
    const [body] = after('-d');
    const { pathname, search } = new URL(words.at(-1) ?? '');
    const answer = await fetch(`${origin}${pathname}${search}`, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
    if (after('-c').length > 0) cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return { status: answer.status, body: (await answer.json()) as { data: unknown } };
  };
};
