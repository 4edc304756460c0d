import { createRequire } from 'node:module';

interface Asn1Schema {
  AsnProp(options: { type: number; converter: unknown }): (target: object, key: string) => void;
  AsnPropTypes: { Integer: number };
  AsnIntegerArrayBufferConverter: unknown;
  AsnParser: { parse(bytes: Uint8Array, target: object): unknown };
}
interface Asn1Ecc {
  ECDSASigValue: { prototype: object };
}
// SEQUENCE { INTEGER 1, INTEGER 1 }: the form of a signature.
const example = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1);

const canRead = ({ AsnParser }: Asn1Schema, { ECDSASigValue }: Asn1Ecc): boolean => {
  try {
    return Boolean(AsnParser.parse(example, ECDSASigValue));
  } catch {
    return false;
  }
};

/**
 * Lets @simplewebauthn/server read the signatures of most passkeys (ES256). It reads them with @peculiar/asn1-schema,
 * by a description in @peculiar/asn1-ecc; where npm installs two versions of the first, since another package asks for
 * an exact one (@postalsys/vmc, which mailauth brings, does), the description is known to the other version only, and
 * all these passkeys would be refused. Then the description is repeated for the one that reads. Answers whether they
 * can be read now. Call it once, before the first passkey comes.
 */
export const makeSignaturesReadable = (): boolean => {
  // Strapi loads plugins as CommonJS.
  if (typeof __filename !== 'string') return true;
  const library = createRequire(createRequire(__filename).resolve('@simplewebauthn/server'));
  const schema = library('@peculiar/asn1-schema') as Asn1Schema;
  const ecc = library('@peculiar/asn1-ecc') as Asn1Ecc;
  if (canRead(schema, ecc)) return true;
  const { AsnProp, AsnPropTypes, AsnIntegerArrayBufferConverter: converter } = schema;
  for (const part of ['r', 's']) AsnProp({ type: AsnPropTypes.Integer, converter })(ecc.ECDSASigValue.prototype, part);
  return canRead(schema, ecc);
};
