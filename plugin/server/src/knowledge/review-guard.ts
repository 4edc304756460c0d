import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';
import { articleAudience } from './services/article-audience';
import { articleReviews } from './services/article-reviews';

type Params = Parameters<ReturnType<typeof articleReviews>['beforeSave']>[0];

/** Sets reviews between the document service and everybody who calls it. */
export const guardReviews = (strapi: Strapi): void => {
  const reviews = () => getService(strapi, 'article-reviews', articleReviews);
  strapi.documents.use(async (context, next) => {
    if (context.uid !== 'plugin::portal.article') return next();
    const params = context.params as Params;
    switch (context.action) {
      case 'create':
      case 'update':
        await getService(strapi, 'article-audience', articleAudience).check(params);
        await reviews().beforeSave(params);
        break;
      case 'publish':
        await reviews().beforePublication(params);
        break;
      case 'clone':
        reviews().beforeCopy(params);
        break;
    }
    return next();
  });
};
