import type { Context } from 'koa';
import { profileChange } from '../../../../contracts/accounts';
import { toMe } from '../../accounts/viewer';
import type { Viewer } from '../../accounts/viewer';
import { viewerOf } from '../../accounts/strategies';
import { customers } from '../../accounts/services/customers';
import { sessions } from '../../accounts/services/sessions';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { toPolicy } from '../resolve-policy';
import { colleagues } from '../services/colleagues';
import { effectivePolicy } from '../services/policies';

/** The signed-in customer himself: `me`. */
export const me: ControllerFactory = ({ strapi }) => {
  const policyOf = (viewer: Viewer) => toPolicy(effectivePolicy(strapi, viewer));
  return {
    /** GET me → the viewer and his policy. */
    show(ctx) {
      const viewer = viewerOf(ctx);
      answer(ctx, toMe(viewer, policyOf(viewer)));
    },

    /** PATCH me: name, language, time zone, theme; other keys are refused. */
    async update(ctx: Context) {
      const viewer = viewerOf(ctx);
      const change = validate(profileChange, bodyOf(ctx));
      await getService(strapi, 'customers', customers).changeProfile(viewer.customerId, change);
      answer(ctx, toMe({ ...viewer, ...change }, policyOf(viewer)));
    },

    /** GET me/organisation → OwnOrganisation or null: his own, and who there reads what. */
    async organisation(ctx) {
      answer(ctx, await getService(strapi, 'colleagues', colleagues).ofViewer(viewerOf(ctx)));
    },

    /** GET me/sessions → own sessions only, the current one marked. */
    async sessions(ctx) {
      answer(ctx, await getService(strapi, 'sessions', sessions).list(viewerOf(ctx)));
    },
  };
};
