import type { Context } from 'koa';
import { examinationRequest } from '../../../../contracts/doctor';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { doctor } from '../services/doctor';

/** What is wrong with this installation: `/portal/settings/examinations`. */
export const examinations: ControllerFactory = ({ strapi }) => ({
  /** POST /portal/settings/examinations `{ checks? }` → Examination; knocks at mail server, bucket and the like, and sends nothing. Needs `settings.read`. */
  async create(ctx) {
    const { checks } = validate(examinationRequest, (ctx.request as Context['request'] & { body?: unknown }).body);
    answer(ctx, await getService(strapi, 'doctor', doctor).examine(checks));
  },
});
