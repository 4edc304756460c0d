import { createRequire } from 'node:module';
import type { Strapi } from '../platform/domain';
import { makeSignaturesReadable } from './readable-signatures';

type Library = typeof import('@simplewebauthn/server');
let loading: Promise<Library> | null = null;

/** The edition that `makeSignaturesReadable` mends: to `import()` the package has another one, with libraries of its own. */
const find = async (): Promise<Library> => (typeof __filename === 'string' ? (createRequire(__filename)('@simplewebauthn/server') as Library) : import('@simplewebauthn/server'));

const load = async (strapi: Strapi): Promise<Library> => {
  const library = await find();
  if (!makeSignaturesReadable()) strapi.log.error('Passkeys with ES256 keys cannot be checked: @peculiar/asn1-schema and @peculiar/asn1-ecc do not fit together. Install one version of each.');
  return library;
};

/** What speaks WebAuthn, loaded when the first passkey comes: reading its sources takes a tenth of a start, and most starts see none. */
export const webauthn = (strapi: Strapi): Promise<Library> => (loading ??= load(strapi));
