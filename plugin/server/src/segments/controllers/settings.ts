import type { Context } from 'koa';
import * as contract from '../../../../contracts/settings';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { segmentEditing } from '../services/segment-editing';
import { segmentList } from '../services/segment-list';
import { settings as service } from '../services/settings';
import { checkTheme } from '../theme-check';

const nameOf = (ctx: Context): string => String(ctx.params.name);

/** What admins set for all and for segments: `/portal/settings`. Reading needs `settings.read`, the rest `settings.change`. */
export const settings: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'segment-editing', segmentEditing);
  return {
    /** GET /portal/settings/policy → InstallationSettings. */
    show(ctx) {
      answer(ctx, getService(strapi, 'settings', service).show());
    },
    /** PUT /portal/settings/policy `{ changes }` → InstallationSettings; null takes an override back. */
    async update(ctx) {
      const { changes } = validate(contract.installationChange, bodyOf(ctx));
      answer(ctx, await getService(strapi, 'settings', service).change(changes, authorOf(ctx)));
    },
    /** POST /portal/settings/theme-checks `{ accent, mode }` → ThemeCheck, of the portal's own colours where the accent is empty; changes nothing. */
    checkTheme(ctx) {
      const { accent, mode } = validate(contract.themeCheck, bodyOf(ctx));
      answer(ctx, checkTheme(accent, mode));
    },
    /** GET /portal/settings/segments → SegmentList, in the order in which rules are asked. */
    async segments(ctx) {
      answer(ctx, await getService(strapi, 'segment-list', segmentList).list());
    },
    /** GET /portal/settings/segments/:name → SegmentSettings. */
    async segment(ctx) {
      answer(ctx, await editing().show(nameOf(ctx)));
    },
    /** POST /portal/settings/segments `{ title, name, inherits, rules }` → 201 with the name. */
    async createSegment(ctx) {
      answer(ctx, { name: await editing().create(validate(contract.segmentCreation, bodyOf(ctx)), authorOf(ctx)) }, {}, 201);
    },
    /** PUT /portal/settings/segments/:name → SegmentSettings; only what is named changes. */
    async updateSegment(ctx) {
      await editing().update(nameOf(ctx), validate(contract.segmentChange, bodyOf(ctx)), authorOf(ctx));
      answer(ctx, await editing().show(nameOf(ctx)));
    },
    /** PUT /portal/settings/segment-order `{ names }` → SegmentList; all names must be there. */
    async orderSegments(ctx) {
      await editing().order(validate(contract.segmentOrder, bodyOf(ctx)).names, authorOf(ctx));
      answer(ctx, await getService(strapi, 'segment-list', segmentList).list());
    },
    /** DELETE /portal/settings/segments/:name → how many had been put there; 409 `segment_in_use` where another inherits from it or the file names it. */
    async removeSegment(ctx) {
      answer(ctx, await editing().remove(nameOf(ctx), authorOf(ctx)));
    },
  };
};
