const lines = (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const kilobytes = (bytes) => (bytes === 0 ? '0' : `${(bytes / 1024).toFixed(1)} KB`);

/** Scores of each page, of 100, and what costs points. */
export const scoreTable = (judged) =>
  lines([['page', 'performance', 'accessibility', 'best practices', 'SEO', 'what costs points'], ['---', '---:', '---:', '---:', '---:', '---'], ...judged.map(({ name, scores, faults }) => [name, ...scores.map((score) => score ?? 'none'), faults.join(', ')])]);

/** The same without performance, one line for each page, language and theme. */
export const everyLookTable = (judged) =>
  lines([['page', 'language', 'theme', 'accessibility', 'best practices', 'SEO', 'what costs points'], ['---', '---', '---', '---:', '---:', '---:', '---'], ...judged.map(({ name, language, theme, scores, faults }) => [name, language, theme, ...scores.map((score) => score ?? 'none'), faults.join(', ')])]);

/** Weights of each page beside what is promised. */
export const weightTable = (weights) =>
  lines([
    ['page', 'HTML gz', 'CSS gz', 'JS gz', 'second look'],
    ['---', '---:', '---:', '---:', '---'],
    ...weights.map(({ name, html, css, js, again }) => [name, kilobytes(html), kilobytes(css), kilobytes(js), again ?? 'sent anew']),
    ['promised', '≤ 15 KB', '≤ 14 KB', '0 on plain pages, ≤ 10 KB', '304 for articles'],
  ]);
