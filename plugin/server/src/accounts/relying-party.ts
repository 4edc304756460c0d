import { createHash } from 'node:crypto';
import { knownOrigins, publicOrigin } from '../platform/public-address';
import type { Strapi } from '../platform/domain';

/** What passkeys are bound to: the host name of the public address, on the origins that are this site. */
export const relyingParty = (strapi: Strapi): { id: string; origins: string[] } => ({ id: new URL(publicOrigin(strapi)).hostname, origins: knownOrigins(strapi) });

/** By what a passkey remembers whose it is: always the same for a customer, and nothing that says who he is. */
export const handleOf = (customerId: number): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(`portal customer ${customerId}`).digest());
