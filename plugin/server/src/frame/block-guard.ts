import { errors } from '@strapi/utils';
import { linkAddress } from '../../../contracts/frame';
import { articleAudience } from '../knowledge/services/article-audience';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';

interface Saved {
  documentId?: string;
  data?: { address?: unknown; kind?: unknown; segments?: unknown } & Record<string, unknown>;
}

/** Refuses, at its field, an address that browsers would run or that leads nowhere. */
const checkAddress = ({ data = {} }: Saved): void => {
  if (data.address === undefined || data.address === null || data.address === '') return;
  if (typeof data.address === 'string' && linkAddress.test(data.address)) return;
  const message = 'Write an address such as https://example.com, mailto:help@example.com, tel:+49301234 or /support/faq.';
  throw new errors.ValidationError(message, { errors: [{ path: ['address'], name: 'ValidationError', message }] });
};

/** Stands between the document service and whoever saves a block. */
export const guardBlocks = (strapi: Strapi): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid === 'plugin::portal.portal-block' && (context.action === 'create' || context.action === 'update')) {
      const params = context.params as Saved;
      checkAddress(params);
      await getService(strapi, 'article-audience', articleAudience).check(params);
    }
    return next();
  });
};
