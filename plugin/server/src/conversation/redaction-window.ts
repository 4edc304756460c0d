import { after, days, now } from '../platform/clock';

const redactionWindow = days(1);

/** True while a customer may take words out of a message of his own: agents have read it after that, and always may. */
export const mayRedact = (createdAt: string | Date): boolean => new Date(createdAt) > after(now(), -redactionWindow);
