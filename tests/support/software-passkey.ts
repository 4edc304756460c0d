import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** The few shapes of CBOR (RFC 8949) that an authenticator sends. */
const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};
type Cbor = number | string | Buffer | Map<Cbor, Cbor>;
const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
};
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** How an answer differs from an honest one. */
export interface Signing {
  origin?: string;
  rpId?: string;
  /** Whether finger, face or PIN was asked for. */
  verified?: boolean;
  /** How often it says that it was used. */
  counter?: number;
}

/** An authenticator in software: one passkey of one site, with a key of its own (ES256, no attestation). */
export class SoftwarePasskey {
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private used = 0;

  constructor(
    private readonly origin: string,
    private readonly rpId: string = new URL(origin).hostname,
  ) {}

  private clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private authData({ rpId = this.rpId, verified = true, counter = (this.used += 1) }: Signing, attested = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (verified ? 4 : 0) | (attested.length > 0 ? 0x40 : 0)]), count, attested]);
  }

  private answer(response: Record<string, Buffer>): object {
    const id = this.id.toString('base64url');
    const told = Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]));
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: told };
  }

  /** Answers `navigator.credentials.create`. */
  register({ challenge }: { challenge: string }, signing: Signing = {}): object {
    const { x = '', y = '' } = (this.keys.publicKey as KeyObject).export({ format: 'jwk' });
    const key = cbor(new Map<Cbor, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const attestationObject = cbor(new Map<Cbor, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', this.authData(signing, attested)]]));
    return this.answer({ clientDataJSON: this.clientData('webauthn.create', challenge, signing.origin ?? this.origin), attestationObject });
  }

  /** Answers `navigator.credentials.get`. */
  sign({ challenge }: { challenge: string }, signing: Signing = {}): object {
    const clientDataJSON = this.clientData('webauthn.get', challenge, signing.origin ?? this.origin);
    const authenticatorData = this.authData(signing);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.keys.privateKey);
    return this.answer({ clientDataJSON, authenticatorData, signature });
  }
}
