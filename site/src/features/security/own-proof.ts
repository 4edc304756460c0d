import type { Answer, PortalApi } from '@portal-api/client';
import type { PostedForm } from '@features/forms/posted-form';
import { secondStepOf } from './second-step';

/** True for the button that has a code mailed. */
export const asksForMail = (form: PostedForm): boolean => form.text('do') === 'mail';

/** Has a code mailed, or gives the proof that was typed. */
export const sendOwnProof = (api: PortalApi, form: PostedForm): Promise<Answer<unknown>> =>
  asksForMail(form) ? api.send('POST', '/me/verification/mails') : api.send('POST', '/me/verification', secondStepOf(form));
