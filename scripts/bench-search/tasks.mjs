import { monitorEventLoopDelay } from 'node:perf_hooks';
import { synthetic } from './synthetic.mjs';
import { variants, vectorVariants } from './variants.mjs';

const asked = { language: 'en', audience: null };

async function* each(documents) {
  yield* documents;
}

const memory = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { held: heapUsed + arrayBuffers, rss };
};

/** Runs `work` and answers how long it took and the longest time, in ms, that nothing else could have run. */
const watched = async (work) => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  delay.disable();
  return { took, block: delay.max / 1e6 };
};

const timesOf = async (work, texts) => {
  const times = [];
  for (const text of texts) {
    const from = performance.now();
    await work(text);
    times.push(performance.now() - from);
  }
  return times;
};

/** What the bench can ask of a process with the product in it. */
export const tasksOf = (app) => {
  const index = app.plugin('portal').service('search-index');
  const engine = app.plugin('portal').service('search-engine');
  const search = (text, limit, parameters) => engine.search({ ...asked, text, offset: 0, limit }, parameters);
  const keys = async (text, variant) => (await search(text, 10, variants[variant])).hits.map(({ key }) => key);

  return {
    fill: (documents) => index.rebuild(each(documents)),
    fillSynthetic: ({ documents, count }) => index.rebuild(each(synthetic(documents, count))),
    async learn(questions) {
      for (const { id, text, relevant } of questions) await index.learn({ key: id, language: 'en', text, answers: relevant.map((document) => ({ document, weight: 1 })) });
    },
    async orders({ texts, variant }) {
      const orders = [];
      for (const text of texts) orders.push(await keys(text, variant));
      return orders;
    },
    async relevance(questions) {
      const figures = [];
      for (const { title, text } of questions) figures.push((await engine.suggest({ ...asked, title, text, limit: 1 })).explanation);
      return figures;
    },
    /** Waits until every passage has its vector; answers how long that took, and what is held. */
    async embed() {
      const before = process.memoryUsage.rss();
      const { took, block } = await watched(() => index.vectorsSettled());
      return { took, block, rss: process.memoryUsage.rss() - before, ...(await index.health()).vectors };
    },
    /** For each text the order of each variant with vectors, and the ms of an answer with and (the second time, so without the model) without its vector to be made. */
    async voices(texts) {
      const answers = [];
      for (const text of texts) {
        const first = (await timesOf(() => search(text, 10), [text]))[0];
        const again = (await timesOf(() => search(text, 10), [text]))[0];
        const words = (await timesOf(() => search(text, 10, vectorVariants['words alone']), [text]))[0];
        const orders = {};
        for (const [name, parameters] of Object.entries(vectorVariants)) orders[name] = (await search(text, 10, parameters)).hits.map(({ key }) => key);
        answers.push({ orders, first, again, words });
      }
      return answers;
    },
    /** The longest block of a process that does nothing: what a busy machine adds to every other figure. */
    idle: async () => (await watched(() => new Promise((resolve) => setTimeout(resolve, 5000)))).block,
    async load() {
      const before = memory();
      const { took, block } = await watched(() => engine.follow());
      const after = memory();
      return { took, block, held: after.held - before.held, rss: after.rss - before.rss, ...(await index.health()) };
    },
    async times({ short, whole }) {
      await timesOf((text) => search(text, 10), short.slice(0, 200));
      return {
        short: await timesOf((text) => search(text, 10), short),
        whole: await timesOf((text) => search(text, 10), whole),
        suggest: await timesOf((text) => engine.suggest({ ...asked, title: '', text, limit: 5 }), whole),
      };
    },
    async save({ key, word }) {
      const from = Date.now();
      await index.index({ key, language: 'en', title: word, keywords: [], audiences: [], sections: [{ heading: '', anchor: '', text: word }] });
      if ((await search(word, 1)).total === 0) throw new Error('What was saved is not found.');
      return { from, own: Date.now() - from };
    },
    async waitFor(word) {
      while ((await search(word, 1)).total === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return Date.now();
    },
  };
};
