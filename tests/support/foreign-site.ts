import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of somebody else that shows the widget; as strict as sites can be. */
export interface ForeignSite {
  url: string;
  /** Whose portal it shows; before that it has no script. */
  embeds(portal: string, attributes?: string): void;
  stop(): Promise<void>;
}

/** The least that the widget needs of a page: its script, and its frame. */
const policyFor = (portal: string): string => ["default-src 'none'", `script-src ${portal}`, `frame-src ${portal}`, "style-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"].join('; ');

const page = (portal: string, attributes: string): string => `<!doctype html><html lang="en"><head><title>A shop</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Weather stations</h1><p><a href="/other">Another page</a></p></main>${portal && `<script src="${portal}/support/chat/widget.js" ${attributes} async></script>`}</body></html>`;

/** Serves it from a free port of its own, which is another origin. */
export const foreignSite = async (): Promise<ForeignSite> => {
  let [portal, attributes] = ['', ''];
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyFor(portal) });
    response.end(page(portal, attributes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    embeds(wanted, more = '') {
      [portal, attributes] = [wanted, more];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
