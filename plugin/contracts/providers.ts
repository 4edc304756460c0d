import { z } from 'zod';
import type { SignInOutcome } from './two-factor';

/** A provider that customers can sign in with: its name in addresses, and what people call it. */
export interface OfferedProvider {
  name: string;
  title: string;
}

/** POST auth/providers/:provider/visits: where to come back to inside the portal, as pages take it. */
export const visitStart = z.strictObject({ goTo: z.string().max(500).optional() });
/** Answers the provider's page, where the browser goes next. */
export interface VisitStarted {
  address: string;
  provider: OfferedProvider;
}

/** POST auth/providers/:provider/returns: the query with which the provider sent the browser back, as it came. */
export const visitReturn = z.strictObject({ query: z.string().max(10_000) });
/**
 * What comes next: what any sign-in comes to, and then to `goTo`; `prove_address` on the page that asks for it; `linked` back to the account.
 */
export interface VisitOutcome {
  next: SignInOutcome['next'] | 'prove_address' | 'linked';
  goTo: string | null;
}

/** GET auth/address-proof: the address that somebody has to prove before the provider opens an account. */
export interface AddressProof {
  provider: OfferedProvider;
  email: string;
  /** A code was mailed. */
  codeSent: boolean;
  /** An account's password is a proof too. */
  passwords: boolean;
}
/** POST auth/address-proof: the mailed code, in whatever case and with or without its dash, or the account's password. */
export const addressProof = z
  .strictObject({ mailedCode: z.string().trim().min(1).max(40).optional(), accountPassword: z.string().min(1).max(200).optional() })
  .refine(({ mailedCode, accountPassword }) => (mailedCode === undefined) !== (accountPassword === undefined), { path: ['mailedCode'], params: { rule: 'required' } });
export type AddressProofGiven = z.infer<typeof addressProof>;

/** A provider that opens the account of whoever asks. */
export interface LinkedIdentity {
  id: string;
  provider: OfferedProvider;
  /** The address that the provider told when it was linked. */
  email: string | null;
  linkedAt: string;
}
/** GET me/identities */
export interface WaysIn {
  linked: LinkedIdentity[];
  /** Not linked yet. */
  offered: OfferedProvider[];
  hasPassword: boolean;
}
