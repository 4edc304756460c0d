import { participantCreation } from '../../../../contracts/sharing';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { participants as service } from '../services/participants';

/** Who else takes part in a request: `tickets/:reference/participants`. They stand in the ticket's `audience`. */
export const participants: ControllerFactory = ({ strapi }) => {
  const people = () => getService(strapi, 'participants', service);
  return {
    /** POST tickets/:reference/participants → 201 alike for addresses with and without an account; for the requester only. */
    async create(ctx) {
      const { email } = validate(participantCreation, bodyOf(ctx));
      await people().add(viewerOf(ctx), String(ctx.params.reference), email);
      answer(ctx, { email }, {}, 201);
    },
    /** DELETE tickets/:reference/participants/:id → by the requester, or by the participant himself. */
    async remove(ctx) {
      const id = String(ctx.params.id);
      await people().remove(viewerOf(ctx), String(ctx.params.reference), id);
      answer(ctx, { id });
    },
  };
};
