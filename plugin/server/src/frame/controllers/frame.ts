import { readingQuery } from '../../../../contracts/knowledge';
import { audienceOf, languageFor } from '../../knowledge/readers';
import { answer } from '../../platform/answer';
import { askedQuery } from '../../platform/asked-query';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { portalFrame } from '../services/portal-frame';

/** What a team puts around and on its portal: `frame`. */
export const frame: ControllerFactory = ({ strapi }) => ({
  /** GET frame?language → PortalFrame, as this reader sees it. */
  async show(ctx) {
    answer(ctx, await getService(strapi, 'portal-frame', portalFrame).of(languageFor(ctx, askedQuery(readingQuery, ctx).language), audienceOf(ctx)));
  },
});
