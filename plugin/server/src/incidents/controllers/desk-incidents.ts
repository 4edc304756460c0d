import type { Context } from 'koa';
import { incidentChange, incidentCreation, incidentLink, incidentUpdate } from '../../../../contracts/incidents';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { incidentDesk } from '../services/incident-desk';

/** Incidents as agents tell of them: `/portal/incidents`. */
export const deskIncidents: ControllerFactory = ({ strapi }) => {
  const desk = () => getService(strapi, 'incident-desk', incidentDesk);
  const idOf = (ctx: Context): string => String(ctx.params.id);
  const referenceOf = (ctx: Context): string => String(ctx.params.reference);
  return {
    /** GET /portal/incidents → all, newest first; needs `tickets.read`. */
    async index(ctx) {
      answer(ctx, await desk().list());
    },
    /** POST /portal/incidents → 201 with its id; needs `incidents.manage`. */
    async create(ctx) {
      answer(ctx, { id: await desk().declare(validate(incidentCreation, bodyOf(ctx))) }, {}, 201);
    },
    /** PUT /portal/incidents/:id → title, text and categories mended, nobody told; needs `incidents.manage`. */
    async update(ctx) {
      await desk().change(idOf(ctx), validate(incidentChange, bodyOf(ctx)));
      answer(ctx, { id: idOf(ctx) });
    },
    /** POST /portal/incidents/:id/updates → 201; every follower gets it by mail; needs `incidents.manage`. */
    async tell(ctx) {
      await desk().tell(idOf(ctx), validate(incidentUpdate, bodyOf(ctx)), agentOf(ctx));
      answer(ctx, { id: idOf(ctx) }, {}, 201);
    },
    /** GET /portal/tickets/:reference/incident → the linked one and what can be chosen; needs `tickets.read`. */
    async ofTicket(ctx) {
      answer(ctx, await desk().ofTicket(referenceOf(ctx)));
    },
    /** PUT /portal/tickets/:reference/incident → linked, or with null to none; needs `tickets.update`. */
    async link(ctx) {
      await desk().link(referenceOf(ctx), validate(incidentLink, bodyOf(ctx)).incident);
      answer(ctx, await desk().ofTicket(referenceOf(ctx)));
    },
  };
};
