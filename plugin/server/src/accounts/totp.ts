import { generateSecret, generateURI, verifySync } from 'otplib';
import { create } from 'qrcode';

/** A key for an app: 160 random bits in base 32, the size that RFC 4226 recommends. */
export const newAppKey = (): string => generateSecret();

/** The address (`otpauth:`) that an app reads out of the picture. */
export const appAddress = (key: string, brand: string, email: string): string => generateURI({ issuer: brand, label: email, secret: key });

/** A picture of squares, `size` a side: one path of them, dark on light. */
export interface Squares {
  size: number;
  path: string;
}

/** The picture (QR code) of an address, without a margin. */
export const squaresOf = (address: string): Squares => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_row, index) => index);
  const path = rows.flatMap((row) => rows.filter((column) => modules.get(row, column)).map((column) => `M${column} ${row}h1v1h-1z`)).join('');
  return { size: modules.size, path };
};

const period = 30;
/** The time step of a code (RFC 6238): the one of the moment, the one before or the one after, since clocks differ; null for a code of none of them. */
export const stepOf = (key: string, code: string, moment: Date): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const found = verifySync({ secret: key, token: code, epoch: Math.floor(moment.getTime() / 1000), period, epochTolerance: period });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
};
