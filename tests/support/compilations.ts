/** What the SQLite driver makes a row with, once for each time that it finds a statement newly compiled. */
const rowMaker = /^return \(v0/;

/**
 * What SQLite compiled anew while `work` ran, by the row makers that its driver wrote for it: SQLite itself tells nobody.
 * A statement is compiled when it is first run, and counted then. `realm`: where the driver lives.
 */
export const compilations = async (work: () => unknown, realm: Pick<typeof globalThis, 'Function'> = globalThis): Promise<string[]> => {
  const original = realm.Function;
  const made: string[] = [];
  const watching = new Proxy(original, {
    apply: (target, self, code: string[]) => {
      if (rowMaker.test(code.at(-1) ?? '')) made.push(String(code.at(-1)));
      return Reflect.apply(target, self, code) as unknown;
    },
  });
  realm.Function = watching;
  try {
    await work();
  } finally {
    realm.Function = original;
  }
  return made;
};
