import { createHash } from 'node:crypto';
import { isHttps, publicOrigin } from '../../platform/public-address';
import type { Route, Strapi } from '../../platform/domain';
import { makeDocument } from '../document/document';
import type { Document } from '../document/document';

interface Printed {
  text: string;
  tag: string;
}

/** The document of this installation. Routes do not change while it runs, so it is made once, when somebody asks. */
export const apiDocument = ({ strapi }: { strapi: Strapi }) => {
  let kept: Printed | undefined;
  const routes = (): Route[] => (strapi.plugin('portal').routes as unknown as Record<'content-api', { routes: Route[] }>)['content-api'].routes;
  const make = (): Document => makeDocument(routes(), { origin: publicOrigin(strapi), https: isHttps(strapi) });
  const print = (): Printed => {
    const text = JSON.stringify(make());
    return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
  };
  return {
    /** As it is sent, and its entity tag. */
    printed: (): Printed => (kept ??= print()),
  };
};
