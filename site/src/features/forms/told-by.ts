/** The news that `?done=…` names; undefined for other words, `constructor` and its like among them. */
export const toldBy = <News = string>(query: URLSearchParams, news: Record<string, News>): News | undefined => {
  const done = query.get('done') ?? '';
  return Object.hasOwn(news, done) ? news[done] : undefined;
};
