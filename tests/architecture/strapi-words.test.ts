import { files, read, under } from './sources';

const [table = ''] = /## Strapi word → where here\n[\s\S]*?(?=\n## )/.exec(read('docs/ARCHITECTURE.md')) ?? [];
const inside = 'plugin/server/src/';
const server = under(inside);
const holding = (word: string): string[] => server.filter((file) => read(file).includes(word)).map((file) => file.slice(inside.length));
const rowOf = (word: string): string => table.split('\n').find((line) => line.startsWith(`| ${word}`)) ?? '';

describe('the table “Strapi word → where here”', () => {
  test('names each file that hooks into the life of rows', () => {
    expect(holding('db.lifecycles.subscribe').filter((file) => !rowOf('lifecycle hooks').includes(`\`${file}\``))).toEqual([]);
  });

  test('names each domain that adds a middleware for all', () => {
    const domains = [...new Set(holding('strapi.server.use(').map((file) => file.split('/')[0]))];
    expect(domains.filter((domain) => !rowOf('middleware (global)').includes(`\`${domain}\``))).toEqual([]);
    expect([...rowOf('middleware (global)').matchAll(/`([\w-]+)`/g)].map(([, word]) => word).filter((word) => word !== 'register' && !domains.includes(word!))).toEqual([]);
  });

  test('names each file of rights, and each maker of routes', () => {
    const rights = files.filter((file) => file.startsWith(inside) && file.endsWith('/permissions.ts')).map((file) => file.slice(inside.length));
    expect(rights.filter((file) => !rowOf('permission').includes(`\`${file}\``))).toEqual([]);
    const makers = server.flatMap((file) => [...read(file).matchAll(/export const (\w+Route)\b/g)].map(([, name]) => name!));
    expect(makers.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });
});
