import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Comma-separated public origins (`https://help.example.com`); anything else may not name our host. */
const allowedDomains = (process.env.PORTAL_ORIGINS ?? 'http://localhost,http://127.0.0.1').split(',').map((origin) => {
  const { protocol, hostname, port } = new URL(origin.trim());
  return { protocol: protocol.slice(0, -1), hostname, ...(port ? { port } : {}) };
});

/** Routes whose names begin with an underscore, which the file router leaves out. */
const insideRoutes = {
  name: 'inside-routes',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      const routes = {
        '/_components': './src/features/component-gallery/page.astro',
        '/_mailbox': './src/features/mailbox/page.astro',
        '/_mailbox/mail': './src/features/mailbox/html.ts',
        '/_mailbox.json': './src/features/mailbox/json.ts',
      };
      for (const [pattern, entrypoint] of Object.entries(routes)) {
        if (existsSync(here(entrypoint))) injectRoute({ pattern, entrypoint, prerender: false });
      }
    },
  },
};

/** The widget that other sites load: one script without imports, which the page that serves it has as text. */
const chatWidget = {
  name: 'chat-widget',
  resolveId: (id) => (id === 'virtual:chat-widget' ? '\0chat-widget' : undefined),
  async load(id) {
    if (id !== '\0chat-widget') return undefined;
    // Astro's own Vite: the one at the root is the admin's.
    const astro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
    const { build } = await import(pathToFileURL(astro.resolve('vite')).href);
    const rollupOptions = { input: here('./src/features/chat/widget/widget.ts'), output: { format: 'iife' } };
    const built = await build({ configFile: false, logLevel: 'warn', publicDir: false, build: { write: false, minify: true, modulePreload: false, rollupOptions } });
    return `export default ${JSON.stringify([built].flat()[0].output[0].code)}`;
  },
};

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  base: process.env.HELPDESK_PORTAL_URL ?? '/support',
  trailingSlash: 'never',
  // The default of Astro 7 ('jsx') drops the space between inline elements on separate lines.
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  integrations: [insideRoutes],
  // Shiki writes style attributes, which the policy (src/middleware/headers.ts) forbids.
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  security: {
    // The site's own middleware checks origin and CSRF token, also for JSON, which Astro's check lets pass.
    checkOrigin: false,
    // The policy is set there too: nothing is inline, so it needs no hashes, and Astro would make some anew for each page.
    allowedDomains,
  },
  vite: {
    plugins: [chatWidget],
    define: { 'import.meta.env.BUILD': JSON.stringify(Date.now().toString(36)) },
    // The built site needs no package beside it, so it can come along with the plugin's.
    ssr: { noExternal: true },
    resolve: { alias: { '@contracts': here('../plugin/contracts') } },
    // Scripts stay files: cached once, and allowed by 'self' without a hash each.
    build: { assetsInlineLimit: 0 },
  },
});
