import { z } from 'zod';
import { moment } from './moment';

/** A provider that customers can sign in with: its name in addresses, and what people call it. */
export const offeredProvider = z.object({
  name: z.string(),
  title: z.string(),
}).meta({ id: 'OfferedProvider' });
export type OfferedProvider = z.infer<typeof offeredProvider>;

/** POST auth/providers/:provider/visits: where to come back to inside the portal, as pages take it. */
export const visitStart = z.strictObject({ goTo: z.string().max(500).optional() });
/** Answers the provider's page, where the browser goes next. */
export const visitStarted = z.object({
  address: z.string(),
  provider: offeredProvider,
}).meta({ id: 'VisitStarted' });
export type VisitStarted = z.infer<typeof visitStarted>;

/** POST auth/providers/:provider/returns: the query with which the provider sent the browser back, as it came. */
export const visitReturn = z.strictObject({ query: z.string().max(10_000) });
/**
 * What comes next: what any sign-in comes to, and then to `goTo`; `prove_address` on the page that asks for it; `linked` back to the account.
 */
export const visitOutcome = z.object({
  next: z.enum(['portal', 'enrolment', 'second_factor', 'prove_address', 'linked']),
  goTo: z.string().nullable(),
}).meta({ id: 'VisitOutcome' });
export type VisitOutcome = z.infer<typeof visitOutcome>;

/** GET auth/address-proof: the address that somebody has to prove before the provider opens an account. */
export const awaitedProof = z.object({
  provider: offeredProvider,
  email: z.string(),
  codeSent: z.boolean().describe('A code was mailed.'),
  passwords: z.boolean().describe('An account’s password is a proof too.'),
}).meta({ id: 'AddressProof' });
export type AddressProof = z.infer<typeof awaitedProof>;
/** POST auth/address-proof: the mailed code, in whatever case and with or without its dash, or the account's password. */
export const addressProof = z
  .strictObject({ mailedCode: z.string().trim().min(1).max(40).optional(), accountPassword: z.string().min(1).max(200).optional() })
  .refine(({ mailedCode, accountPassword }) => (mailedCode === undefined) !== (accountPassword === undefined), { path: ['mailedCode'], params: { rule: 'required' } });
export type AddressProofGiven = z.infer<typeof addressProof>;

/** A provider that opens the account of whoever asks. */
export const linkedIdentity = z.object({
  id: z.string(),
  provider: offeredProvider,
  email: z.string().nullable().describe('The address that the provider told when it was linked.'),
  linkedAt: moment,
}).meta({ id: 'LinkedIdentity' });
export type LinkedIdentity = z.infer<typeof linkedIdentity>;
/** GET me/identities */
export const waysIn = z.object({
  linked: z.array(linkedIdentity),
  offered: z.array(offeredProvider).describe('Not linked yet.'),
  hasPassword: z.boolean(),
}).meta({ id: 'WaysIn' });
export type WaysIn = z.infer<typeof waysIn>;
