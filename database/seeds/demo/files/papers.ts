import type { DemoFile } from '../../builders/requests';
import { company, products } from '../company';
import type { Product } from '../company';
import { dayIn } from '../wording';
import { pdf } from './pdf';
import type { PdfLine } from './pdf';

/** A file that is made when its message is sent, because papers carry dates. */
export type FileMaker = (moment: Date) => DemoFile;
/** What was sold, how many of it. */
export type Goods = [product: Product, count: number][];

const right = 470;
const amounts = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const euros = (amount: number): string => `€ ${amounts.format(amount)}`;
/** German value added tax that is contained in a price. */
const taxIn = (amount: number): number => amount - amount / 1.19;
const sum = (goods: Goods): number => goods.reduce((total, [product, count]) => total + products[product].price * count, 0);

const head = (title: string, to: string[]): PdfLine[] => [
  { text: company.name, size: 22, bold: true, gap: 10 },
  { text: company.address.join(' · '), size: 8 },
  ...to.map((text, index) => ({ text, gap: index === 0 ? 44 : 15 })),
  { text: title, size: 16, bold: true, gap: 48 },
];

const rowsOf = (goods: Goods): PdfLine[] =>
  goods.flatMap(([product, count], index) => [
    { text: `${count} x ${products[product].name}`, gap: index === 0 ? 30 : 20 },
    { text: euros(products[product].price * count), x: right, gap: 0 },
  ]);

const discountOf = (goods: Goods, percent: number): PdfLine[] =>
  percent === 0
    ? []
    : [
        { text: `Discount for schools, ${percent}%`, gap: 20 },
        { text: euros((-sum(goods) * percent) / 100), x: right, gap: 0 },
      ];

const totalOf = (total: number, abroad: boolean): PdfLine[] => [
  { text: 'Total', bold: true, gap: 30 },
  { text: euros(total), bold: true, x: right, gap: 0 },
  { text: abroad ? 'Export from the European Union, free of value added tax' : `19% value added tax contained: ${euros(taxIn(total))}`, size: 9 },
];

interface Sale {
  order: string;
  goods: Goods;
  to: string[];
  /** Days between the sale and the message that brings the paper. */
  daysBefore: number;
  /** Taken off the sum, in per cent. */
  discount?: number;
  /** Sent to somewhere outside the European Union. */
  abroad?: boolean;
  /** Further lines, such as a customer's own order number. */
  notes?: string[];
}

const paper = (kind: string, closing: string) => ({ order, goods, to, daysBefore, discount = 0, abroad = false, notes = [] }: Sale): FileMaker => (moment) => {
  const lines: PdfLine[] = [
    ...head(`${kind} ${order}`, to),
    { text: `Date: ${dayIn(moment, -daysBefore, 'en')}`, gap: 24 },
    ...notes.map((text) => ({ text, gap: 15 })),
    ...rowsOf(goods),
    ...discountOf(goods, discount),
    ...totalOf(sum(goods) * (1 - discount / 100), abroad),
    { text: closing, gap: 40 },
    { text: `${company.address[0]} · VAT ID ${company.vatId}`, size: 8, gap: 60 },
  ];
  return { name: `${kind.toLowerCase()}-${order}.pdf`, bytes: pdf(lines) };
};

export const receipt = paper('Receipt', 'Paid by card. Thank you for your order.');
export const invoice = paper('Invoice', 'Payable within 14 days without deduction.');
export const quote = paper('Quote', 'Valid for 30 days. Delivery within two weeks of your order.');

/** What a customs office wants to know of a parcel that leaves the European Union. */
export const customsInvoice = (order: string, goods: Goods, to: string[], code: string): FileMaker => (moment) => ({
  name: `customs-invoice-${order}.pdf`,
  bytes: pdf([
    ...head(`Commercial invoice ${order}`, to),
    { text: `Date: ${dayIn(moment, 0, 'en')}`, gap: 24 },
    ...rowsOf(goods),
    ...totalOf(sum(goods), true),
    { text: `Tariff code: ${code}`, gap: 30 },
    { text: 'Country of origin: Germany' },
    { text: 'Contents: meteorological instrument for measuring wind, rain and temperature' },
    { text: 'Batteries: three nickel metal hydride cells, size AA; no lithium' },
    { text: 'Reason for export: sale' },
  ]),
});
