/** The sentence that `?done=…` names; undefined for other words, `constructor` and its like among them. */
export const toldBy = (query: URLSearchParams, news: Record<string, string>): string | undefined => {
  const done = query.get('done') ?? '';
  return Object.hasOwn(news, done) ? news[done] : undefined;
};
