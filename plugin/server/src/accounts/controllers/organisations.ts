import { organisationChange } from '../../../../contracts/settings';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { organisations as service } from '../services/organisations';

/** The id in an address; 404 for what could be none. */

/** Houses to which customers belong: `/portal/settings/organisations`. All need `customers.manage`. */
export const organisations: ControllerFactory = ({ strapi }) => {
  const houses = () => getService(strapi, 'organisations', service);
  return {
    /** GET /portal/settings/organisations → OrganisationLine[], by name. */
    async index(ctx) {
      answer(ctx, await houses().list());
    },
    /** POST /portal/settings/organisations `{ name, domains }` → 201 with the id and how many joined by their address. */
    async create(ctx) {
      answer(ctx, await houses().create(validate(organisationChange, bodyOf(ctx)), authorOf(ctx)), {}, 201);
    },
    /** PUT /portal/settings/organisations/:id `{ name, domains }` → how many joined by a new domain. */
    async update(ctx) {
      answer(ctx, await houses().update(idIn(ctx), validate(organisationChange, bodyOf(ctx)), authorOf(ctx)));
    },
    /** DELETE /portal/settings/organisations/:id → how many customers belonged to it and now belong nowhere. */
    async remove(ctx) {
      answer(ctx, await houses().remove(idIn(ctx), authorOf(ctx)));
    },
  };
};
