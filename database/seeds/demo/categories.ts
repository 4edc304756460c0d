import type { CategoryChange, CategoryField } from '../../../plugin/contracts/tickets';
import { appAndAccount } from './categories/app-and-account';
import { invoicesAndPayment } from './categories/invoices-and-payment';
import { ordersAndDelivery } from './categories/orders-and-delivery';
import { somethingElse } from './categories/something-else';
import { stationsAndSensors } from './categories/stations-and-sensors';

/** A kind of request as an administrator would set it up; `slug` is what its name becomes. */
export interface Kind extends Pick<CategoryChange, 'name' | 'description' | 'helpText'> {
  slug: string;
  suggestedPriority?: CategoryChange['suggestedPriority'];
  fields?: CategoryField[];
  inside?: Kind[];
}

/** The categories in the order of the page; those with `inside` take no requests themselves. */
export const kinds: Kind[] = [stationsAndSensors, ordersAndDelivery, appAndAccount, invoicesAndPayment, somethingElse];

/** The kinds that take requests. */
export const leaves: Kind[] = kinds.flatMap((kind) => kind.inside ?? [kind]);
