import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Lets `import()` read our TypeScript as it stands: Node drops the types itself, and lacks only the endings that we leave out. */
export const readTypeScript = () =>
  registerHooks({
    resolve(specifier, context, next) {
      const source = specifier.startsWith('.') && context.parentURL ? new URL(`${specifier}.ts`, context.parentURL) : null;
      const found = source && existsSync(fileURLToPath(source)) ? next(source.href, context) : next(specifier, context);
      return found.url.endsWith('.ts') ? { ...found, format: 'module-typescript' } : found;
    },
  });
