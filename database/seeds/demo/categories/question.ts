import type { CategoryField, FieldType } from '../../../../plugin/contracts/tickets';

type More = Partial<Pick<CategoryField, 'required' | 'help' | 'choices' | 'dependsOn'>>;

/** A category's own question; optional and always asked unless said otherwise. */
export const question = (name: string, type: FieldType, label: string, more: More = {}): CategoryField => ({ name, type, label, required: false, help: '', choices: [], dependsOn: null, ...more });

/** Asked by several categories. */
export const orderNumber = (required = true): CategoryField => question('orderNumber', 'text', 'Order number', { required, help: 'Begins with NW-. You find it on your receipt and in our mails.' });
/** Asked where a sensor is meant. */
export const serialNumber = (required = true): CategoryField =>
  question('serialNumber', 'text', 'Serial number', { required, help: 'On the underside of the sensor, such as FJ3-20418. The app shows it under Station → About.' });
