import type { SearchDocument } from '../../plugin/server/src/search/types';
import { article, others, solved } from '../support/search-memory';
import { bootSearch } from '../support/search-strapi';
import type { SearchServer } from '../support/search-strapi';

let server: SearchServer;
type Asking = Pick<SearchServer['engine'], 'search'>;

const found = async (text: string, audience: string | null = null, engine: Asking = server.engine): Promise<string[]> =>
  (await engine.search({ text, language: 'en', audience, offset: 0, limit: 10 })).hits.map(({ key }) => key);

/** Waits until `what` is so; fails after `patience` milliseconds. */
const until = async (what: () => Promise<boolean>, patience = 2000): Promise<void> => {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`It was not so within ${patience} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

async function* stream(documents: SearchDocument[]): AsyncGenerator<SearchDocument> {
  for (const document of documents) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    yield document;
  }
}

const failing = (work: () => Promise<void>): Promise<unknown> =>
  server.app.db.transaction(async () => {
    await work();
    throw new Error('The change was not to be.');
  });

beforeAll(async () => {
  server = await bootSearch();
  for (const each of others) await server.index.index(each);
}, 60_000);
afterAll(() => server.stop());

describe('The search index', () => {
  test('an article is found once it is in, in its newer version after a change, and not any more once it is out', async () => {
    await server.index.index(article('kettle', 'Kettle', 'Descale the kettle with vinegar.', { keywords: ['limescale'] }));
    expect(await found('vinegar')).toEqual(['kettle']);
    await server.index.index(article('kettle', 'Kettle', 'Descale the kettle with lemon juice.', { keywords: ['limescale'] }));
    expect(await found('vinegar')).toEqual([]);
    expect(await found('limescale')).toEqual(['kettle']);
    await server.index.remove('kettle');
    await server.index.remove('kettle');
    expect(await found('kettle')).toEqual([]);
  });

  test('an article for partners is found by partners', async () => {
    await server.index.index(article('partner', 'Margins', 'The margin is generous.', { audiences: ['partners'] }));
    expect(await found('generous margin')).toEqual([]);
    expect(await found('generous margin', 'partners')).toEqual(['partner']);
  });

  test('what was rolled back is not found, what was committed with its change is', async () => {
    await expect(failing(() => server.index.index(article('ghost', 'Ghost', 'A spectral apparition.')))).rejects.toThrow('not to be');
    await server.index.index(article('real', 'Real', 'A tangible object.'));
    expect(await found('spectral apparition')).toEqual([]);
    await server.app.db.transaction(async () => server.index.index(article('ghost', 'Ghost', 'A spectral apparition.')));
    await until(async () => (await found('spectral apparition')).includes('ghost'));
    await expect(failing(() => server.index.remove('ghost'))).rejects.toThrow('not to be');
    await server.index.index(article('real', 'Real', 'A tangible thing.'));
    expect(await found('spectral apparition')).toEqual(['ghost']);
  });

  test('a question asked within a transaction waits for nothing', async () => {
    const other = server.anotherProcess();
    expect(await server.app.db.transaction(async () => found('tangible', null, other))).toEqual([]);
    await until(async () => (await found('tangible', null, other)).includes('real'));
  });

  // SQLite has one writer, so there the second could not overtake the first.
  if (process.env.DATABASE_CLIENT === 'postgres') {
    test('a change that is committed after a later one is not passed over', async () => {
      const other = server.anotherProcess();
      await found('anything', null, other);
      let commit = (): void => undefined;
      const held = new Promise<void>((resolve) => (commit = resolve));
      const slow = server.app.db.transaction(async () => {
        await server.index.index(article('slow', 'Tortoise', 'A tortoise arrives late.'));
        await held;
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await server.index.index(article('quick', 'Hare', 'A hare arrives early.'));
      await until(async () => (await found('hare', null, other)).includes('quick'));
      expect(await found('tortoise', null, other)).toEqual([]);
      commit();
      await slow;
      await until(async () => (await found('tortoise', null, other)).includes('slow'));
      expect(await found('tortoise')).toEqual(['slow']);
    });
  }

  test('another process finds a change within two seconds, and forgets what was taken out', async () => {
    const other = server.anotherProcess();
    expect(await found('marzipan', null, other)).toEqual([]);
    await server.index.index(article('sweet', 'Sweets', 'Marzipan is made of almonds.'));
    await until(async () => (await found('marzipan', null, other)).includes('sweet'));
    await server.index.remove('sweet');
    await until(async () => (await found('marzipan', null, other)).length === 0);
    expect(await other.health()).toMatchObject({ ready: true, behind: 0 });
  });

  test('a process that starts later ranks as those that were there', async () => {
    await server.index.learn(solved('late', 'the object is tangible', 'real'));
    const other = server.anotherProcess();
    const query = { text: 'a tangible object for the garden', language: 'en', audience: null, offset: 0, limit: 10 };
    expect(await other.search(query)).toEqual(await server.engine.search(query));
    await server.index.unlearn('late');
  });

  test('a solved question lifts its article, also for others, and a removed label takes it back', async () => {
    await server.index.index(article('router', 'Restart the router', 'Unplug the router and wait.'));
    const other = server.anotherProcess();
    expect(await found('wifi keeps dropping', null, other)).toEqual([]);
    await server.index.learn(solved('ticket-1', 'My wifi keeps dropping every evening', 'router'));
    expect(await found('wifi keeps dropping')).toEqual(['router']);
    await until(async () => (await found('wifi keeps dropping', null, other)).includes('router'));
    await server.index.unlearn('ticket-1');
    expect(await found('wifi keeps dropping')).toEqual([]);
    await until(async () => (await found('wifi keeps dropping', null, other)).length === 0);
  });

  test('synonyms of the editors reach every process', async () => {
    const other = server.anotherProcess();
    await server.index.setWords('en', { synonyms: [['modem', 'router']], stopWords: [] });
    expect(await found('modem')).toContain('router');
    await until(async () => (await found('modem', null, other)).includes('router'));
    await server.index.setWords('en', { synonyms: [], stopWords: [] });
    expect(await found('modem')).toEqual([]);
  });

  test('suggestions come through the same door, and keep silent', async () => {
    const asked = { title: 'Router', text: 'How do I restart the router?', language: 'en', audience: null, limit: 3 };
    expect(await server.engine.suggest(asked)).toMatchObject({ silent: false, hits: [{ key: 'router' }] });
    expect(await server.engine.suggest({ ...asked, title: 'Moon', text: 'How far is the moon?' })).toMatchObject({ silent: true, hits: [] });
  });

  test('while all is rebuilt, every question sees the old articles or the new ones, never some of each', async () => {
    const version = (name: string): SearchDocument[] => Array.from({ length: 120 }, (_, number) => article(`v${number}`, `Chapter ${number}`, `Chapter of the ${name} edition.`));
    await server.index.rebuild(stream(version('first')));
    const other = server.anotherProcess();
    const totals = async (engine: Asking): Promise<[number, number]> => {
      const count = async (text: string): Promise<number> => (await engine.search({ text, language: 'en', audience: null, offset: 0, limit: 1 })).total;
      return [await count('first edition'), await count('second edition')];
    };
    expect(await totals(server.engine)).toEqual([120, 120]);
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      for (const engine of [server.engine, other]) {
        const texts = (await engine.search({ text: 'edition', language: 'en', audience: null, offset: 0, limit: 50 })).hits.map(({ passage }) => passage.text);
        seen.add([...new Set(texts)].sort().join(' | '));
      }
    };
    const steps: number[] = [];
    let over = false;
    const rebuilt = server.index.rebuild(stream(version('second')), (done) => steps.push(done)).finally(() => (over = true));
    while (!over) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await rebuilt;
    await until(async () => (await other.search({ text: 'second', language: 'en', audience: null, offset: 0, limit: 1 })).total === 120);
    await look();
    expect([...seen].sort()).toEqual(['Chapter of the first edition.', 'Chapter of the second edition.']);
    expect(steps.at(-1)).toBe(120);
    expect(await found('tangible thing')).toEqual([]);
  });

  test('what is written during a rebuild is in the new index, in its newest version', async () => {
    await server.index.rebuild(stream([article('stays', 'Stays', 'Stays as it is.'), article('goes', 'Goes', 'Goes away.')]));
    const slowly = async function* (): AsyncGenerator<SearchDocument> {
      yield article('changes', 'Changes', 'The outdated wording.');
      yield article('goes', 'Goes', 'Goes away.');
      await server.index.index(article('changes', 'Changes', 'The current wording.'));
      await server.index.index(article('comes', 'Comes', 'Comes unexpectedly.'));
      await server.index.remove('goes');
      yield article('stays', 'Stays', 'Stays as it is.');
    };
    await server.index.rebuild(slowly());
    expect((await found('outdated wording')).length).toBe(1);
    expect(await found('current')).toEqual(['changes']);
    expect(await found('unexpectedly')).toEqual(['comes']);
    expect(await found('goes away')).toEqual([]);
    expect(await server.index.health()).toMatchObject({ documents: 3, behind: 0 });
  });

  test('a rebuild whose source fails changes nothing, and the next one can begin', async () => {
    const broken = async function* (): AsyncGenerator<SearchDocument> {
      yield article('half', 'Half', 'Half of the articles.');
      throw new Error('The source went away.');
    };
    await expect(server.index.rebuild(broken())).rejects.toThrow('went away');
    expect(await found('current')).toEqual(['changes']);
    await server.index.rebuild(stream([article('whole', 'Whole', 'All of the articles.')]));
    expect(await found('articles')).toEqual(['whole']);
  });

  test('two rebuilds at once: the second is refused', async () => {
    const first = server.index.rebuild(stream(Array.from({ length: 60 }, (_, number) => article(`r${number}`, 'Row', `Row ${number}`))));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(server.index.rebuild(stream([]))).rejects.toThrow('rebuilt already');
    await first;
  });

  test('changes from many at once are all found', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, number) => server.index.index(article(`many${number}`, 'Many', `Manifold number ${number}`))));
    expect((await server.engine.search({ text: 'manifold', language: 'en', audience: null, offset: 0, limit: 1 })).total).toBe(40);
  });

  test('told changes are forgotten after a day, the counter goes on', async () => {
    await server.app.db.getConnection('portal_search_changes').update({ created_at: new Date(Date.now() - 2 * 86_400_000) });
    await server.index.forgetTold();
    expect(await server.app.db.query('plugin::portal.search-change').count({})).toBe(1);
    await server.index.index(article('after', 'After', 'Afterwards all is well.'));
    expect(await found('afterwards')).toEqual(['after']);
  });
});
