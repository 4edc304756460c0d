import { invoice } from '../files/papers';
import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

const oldAddress = ['Cora Bell', '4 Castle Street', 'Ludlow SY8 1AS', 'United Kingdom'];
const newAddress = ['Hollin Court Trust', 'Hollin Lane', 'Church Stretton SY6 7QX', 'United Kingdom'];
const school = ['Lindenhof School', 'School association', 'Lindenallee 4', '20144 Hamburg'];

export const money: Script[] = [
  {
    by: 'cora',
    category: 'invoices-and-payment',
    subject: 'Invoice shows my old address instead of the garden\'s',
    ended: weeks(2.4),
    fields: { wish: 'A mistake in an invoice', orderNumber: 'NW-10366', shouldSay: 'Hollin Court Trust, Hollin Lane, Church Stretton SY6 7QX, United Kingdom' },
    text: `
      Hello, the invoice for the spare parts is made out to me at my old flat in Ludlow. Our treasurer cannot book it like this. The account of the garden has the right address, I checked.

      Could you make it out to the Trust, please? The address is above.`,
    files: [invoice({ order: 'NW-10366', goods: [['shield', 1], ['funnel', 2]], to: oldAddress, daysBefore: 2, abroad: true })],
    steps: [
      takes('mirja', 1.2),
      answers('mirja', 0.4, `
        Dear Cora,

        The order was begun while you were signed in with your own account, and the basket took your address with it. The corrected invoice is attached and **replaces** the first one; please throw that away.

        Would the treasurer like the next ones directly? Then I need only an address for mail.`, { files: [invoice({ order: 'NW-10366', goods: [['shield', 1], ['funnel', 2]], to: newAddress, daysBefore: 2, abroad: true, notes: ['Corrected: recipient. Replaces the earlier invoice of the same number.'] })] }),
      writes(26, `Perfect, booked. He says he would rather get them from me, then he knows that I have seen them.`),
      answers('mirja', 0.9, `A careful man. Solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'otto',
    category: 'invoices-and-payment',
    subject: 'Our order number is missing on the invoice',
    ended: weeks(7.9),
    fields: { wish: 'A mistake in an invoice', orderNumber: 'NW-10222', shouldSay: 'Your order number: LH-2207' },
    text: `
      Dear support team,

      the school's office pays no invoice without our own order number. Could you write **LH-2207** on it? Everything else is correct. I attach the one that we have got.

      Kind regards
      Otto Brandt`,
    files: [invoice({ order: 'NW-10222', goods: [['fjord', 3]], to: school, daysBefore: 6 })],
    steps: [
      answers('mirja', 2.7, `Dear Otto, here it is with LH-2207 on it. I have also made a field for it in your school's account (*Account → Orders → Your reference*), so that the next ones carry a number from the beginning.`, { files: [invoice({ order: 'NW-10222', goods: [['fjord', 3]], to: school, daysBefore: 6, notes: ['Your order number: LH-2207'] })] }),
      writes(days(5.8), `The office has paid today. The field works too. Thank you very much.`),
      answers('mirja', 3, `It has arrived. Solved.`, { then: 'solved' }),
      closes(22),
    ],
  },
  {
    by: 'hanna',
    category: 'invoices-and-payment',
    subject: 'Die 64 Euro aus der Stornierung sind nicht da',
    ended: 21,
    fields: { wish: 'A refund', orderNumber: 'NW-10379' },
    text: `
      Guten Tag,

      vor bald zwei Wochen haben Sie NW-10379 storniert und geschrieben, die 64 Euro seien in drei bis fünf Werktagen auf meiner Karte. Auf der Abrechnung von gestern ist nichts.

      Meine Bank sagt, es sei nichts angekommen, auch nichts Offenes.`,
    steps: [
      takes('mirja', 1.9),
      answers('mirja', 0.5, `
        Guten Tag Frau Vogt,

        Sie haben recht, und die Bank auch. Bei uns steht die Gutschrift als *gesendet*, beim Zahlungsdienst als **abgewiesen**, weil die Karte inzwischen eine neue Nummer hat. Das hätte uns jemand melden müssen.

        Am schnellsten geht eine Überweisung. Wenn Sie mir die **IBAN** nennen, ist das Geld am {{+2w weekday}} da. Bitte nur die IBAN, keine Kartennummer.`),
      writes(3.1, `Stimmt, ich habe gleich nach der Bestellung eine neue Karte bekommen, die alte war abgelaufen. Die IBAN steht auf unserem Rechnungspapier, das lege ich morgen bei, ich bin heute nur am Handy.`),
      notes('mirja', 0.8, `Betrag ist wieder bei uns eingegangen, Beleg 8841. Überweisung vorbereitet, es fehlt nur die IBAN.`),
    ],
  },
  {
    by: 'dario',
    category: 'invoices-and-payment',
    subject: 'payed 2 time',
    ended: weeks(2.1),
    fields: { wish: 'I was charged twice', orderNumber: 'NW-10371', chargedOn: { daysAgo: 0 } },
    text: `bank say 2x 89 euro. i buy only 1 hub`,
    steps: [
      takes('mirja', 2.4),
      links('mirja', 0.1, 'refunds-and-double-charges'),
      answers('mirja', 0.3, `
        Dear Dario,

        You paid once. This is what the bank shows:

        - 89 euros, *reserved* at 10:12. It was the first try, when the page asked for the code of your bank and got none.
        - 89 euros, *paid* at 10:15. This is the real one.

        The first disappears by itself, with most banks within **seven days**. If it is still there on {{+8d}}, write to me and I get it back for you.`),
      writes(days(4), `is gone. ok`),
      answers('mirja', 1.3, `Good. Solved.`, { then: 'solved' }),
    ],
  },
];
