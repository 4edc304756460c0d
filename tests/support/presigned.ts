import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const signer = new SignatureV4({ service: 's3', region: 'us-east-1', credentials, sha256: Sha256, uriEscapePath: false });

/** `20261126T091500Z` as a moment. */
const momentOf = (compact: string): Date => new Date(compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** True for an address that was signed as a whole with the bucket's own secret: what the server in our tests does not look at. */
export const isSigned = async (address: URL): Promise<boolean> => {
  const asked = Object.fromEntries(address.searchParams);
  const signature = asked['X-Amz-Signature'];
  if (!signature) return false;
  const query = Object.fromEntries(Object.entries(asked).filter(([name]) => !/^X-Amz-(Signature|Algorithm|Credential|Date|Expires|SignedHeaders|Content-Sha256)$/.test(name)));
  const request = { method: 'GET', protocol: address.protocol, hostname: address.hostname, port: Number(address.port), path: address.pathname, query, headers: { host: address.host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' } };
  const again = await signer.presign(request, { expiresIn: Number(asked['X-Amz-Expires']), signingDate: momentOf(asked['X-Amz-Date'] ?? '') });
  return again.query?.['X-Amz-Signature'] === signature;
};
