import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { apiDocument as service } from '../services/api-document';

/** What the portal API is: `openapi.json`. */
export const apiDocument: ControllerFactory = ({ strapi }) => ({
  /** GET openapi.json → an OpenAPI 3.1 document; 304 for whoever has it. */
  show(ctx) {
    const { text, tag } = getService(strapi, 'api-document', service).printed();
    ctx.set({ ETag: tag, 'Cache-Control': 'public, no-cache' });
    if (ctx.get('If-None-Match').split(/,\s*/).includes(tag)) return void (ctx.status = 304);
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = text;
  },
});
