import { createHmac } from 'node:crypto';
import { networkOf } from '../platform/network-address';

/** Names a visitor for one day, by his address, without keeping it: nobody without `secret` can tell which address it was, and tomorrow the name is another. */
export const visitorName = (address: string, day: string, secret: string): string => createHmac('sha256', secret).update(`written answers ${day} ${networkOf(address)}`).digest('base64url').slice(0, 32);
