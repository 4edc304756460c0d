import type { VisitOutcome } from '@contracts/providers';
import type { Answer, PortalApi } from '@portal-api/client';
import type { PostedForm } from '@features/forms/posted-form';
import type { Problems } from '@features/forms/problems';

/** What a form of the page proves with, as the API takes it. */
const proofOf = (form: PostedForm): { mailedCode: string } | { accountPassword: string } =>
  form.text('way') === 'password' ? { accountPassword: form.text('accountPassword') } : { mailedCode: form.text('mailedCode') };

/** Has a code mailed, or gives the proof that was typed. */
export const sendProof = (api: PortalApi, form: PostedForm): Promise<Answer<VisitOutcome>> =>
  form.text('way') === 'mail' ? api.send('POST', '/auth/address-proof/mails') : api.send('POST', '/auth/address-proof', proofOf(form));

/** A refused proof is told at the field that it was typed into. */
export const atItsField = (problems: Problems): Problems => {
  const path = { code_invalid: 'mailedCode', wrong_credentials: 'accountPassword' }[problems.code as string];
  return path ? { ...problems, errors: [{ path, rule: 'not_allowed', message: '' }] } : problems;
};
