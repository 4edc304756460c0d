import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Example } from '@components/example';

type AnyExample = Example<Record<string, unknown>>;

const examplesByFile = import.meta.glob<{ examples: AnyExample[] }>('../../components/*/examples.ts', { eager: true });
const componentsByFile = import.meta.glob<{ default: AstroComponentFactory }>('../../components/*/*.astro', { eager: true });

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase());

/** Every component with examples, by name: a new folder shows itself without an entry anywhere. */
export const gallery = Object.entries(examplesByFile).flatMap(([file, { examples }]) => {
  const name = file.split('/').at(-2) ?? '';
  const Component = componentsByFile[`../../components/${name}/${pascal(name)}.astro`]?.default;
  return Component ? [{ name, Component, examples }] : [];
});
