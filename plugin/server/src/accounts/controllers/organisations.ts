import type { Context } from 'koa';
import { organisationChange } from '../../../../contracts/settings';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { organisations as service } from '../services/organisations';

const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body;
/** The id in an address; 404 for what could be none. */
const idOf = (ctx: Context): number => {
  const id = Number(ctx.params.id);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) throw notFound();
  return id;
};

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
      answer(ctx, await houses().update(idOf(ctx), validate(organisationChange, bodyOf(ctx)), authorOf(ctx)));
    },
    /** DELETE /portal/settings/organisations/:id → how many customers belonged to it and now belong nowhere. */
    async remove(ctx) {
      answer(ctx, await houses().remove(idOf(ctx), authorOf(ctx)));
    },
  };
};
