import { crackedFunnel } from '../files/pictures';
import { receipt } from '../files/papers';
import { answers, closes, days, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

const hollinCourt = ['Hollin Court Gardens', 'Cora Bell', 'Hollin Lane', 'Church Stretton SY6 7QX', 'United Kingdom'];

export const orders: Script[] = [
  {
    by: 'cora',
    category: 'damaged-or-missing-parts',
    subject: 'The rain funnel arrived with a crack',
    ended: weeks(6.8),
    fields: { orderNumber: 'NW-10234', deliveredOn: { daysAgo: 1 }, trouble: 'Damaged', boxDamaged: false, part: 'P-120' },
    text: `
      Hello, the Fjord Pro came yesterday, everything looks lovely except the rain funnel, which has a crack from the rim nearly down to the sieve. The box was fine, so it must have been in there before.

      Photo and receipt attached.`,
    files: [
      crackedFunnel('cracked-funnel.png'),
      receipt({ order: 'NW-10234', goods: [['fjordPro', 1], ['clamp', 2]], to: hollinCourt, daysBefore: 7, abroad: true }),
    ],
    steps: [
      answers('mirja', 1.7, `
        Dear Cora,

        I am sorry, that should have been seen here. A new funnel (**P-120**) goes out today and should be with you by {{+5w}}. You need not send the old one back.

        Until then the station measures everything else; only switch off *Rain* under *Station → Sensors*, or the crack will be counted as drought.`),
      notes('mirja', 0.2, `Second cracked P-120 out of box 44. Asked Jonas to look through the rest of that box.`),
      writes(days(6), `The new one is on, not a mark on it. Thank you for not making me fill in a form.`),
      answers('mirja', 2.6, `With pleasure. Solved, and do not forget to switch *Rain* on again.`, { then: 'solved' }),
      closes(days(1.2)),
    ],
  },
  {
    by: 'ngaire',
    category: 'damaged-or-missing-parts',
    subject: 'Wrong plug on the Hub power supply',
    ended: weeks(5.1),
    fields: { orderNumber: 'NW-10268', deliveredOn: { daysAgo: 2 }, trouble: 'Not what I ordered', part: 'P-210' },
    text: `Hub's come with two round pins. No use here unless I drive it into the wall with a hammer. Running it off an old phone charger for now, is that OK for it?`,
    steps: [
      answers('ada', 8.8, `
        Hello Ngaire,

        The phone charger is fine for as long as you like: the Hub takes any USB-C supply of **5 volts and at least 1 ampere**. Leave the hammer in the shed.

        All the same you paid for one that fits your wall. Shall I send the P-210 with the New Zealand plug, or give you its 15 euros back?`),
      writes(14, `Money back will do, the charger was only gathering dust. Saves the air freight.`),
      sets('ada', 9.2, { assignee: 'mirja' }),
      answers('mirja', 1.4, `15 euros are on their way back to your card; allow three to five working days. I have also changed our list so that orders to New Zealand get the right plug without asking. Solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'otto',
    category: 'change-or-cancel-an-order',
    subject: 'Two Lee instead of three in NW-10351',
    ended: weeks(3.3),
    fields: { orderNumber: 'NW-10351', change: 'What is in it', newItems: 'Two Lee indoor sensors instead of three. The Hub stays.' },
    text: `Dear support team, the headmaster has found one Lee in a cupboard, still packed. We need only two instead of three now. Is it still possible to change the order? Otto Brandt`,
    steps: [
      takes('mirja', 0.6),
      answers('mirja', 0.2, `Dear Otto, yes, it was on the table but not closed. Your order is now one Hub and **two** Lee; the new invoice over 247 euros replaces the one from this morning, and nothing needs to be refunded, as the school pays by invoice. One question: is the Lee from the cupboard still in its foil? If so, its battery strip should be pulled before long, they are at their best for two years.`),
      writes(1.4, `In foil, yes. We will pull the strip on {{+1w weekday}}, with some ceremony.`),
      answers('mirja', 0.4, `Good. Solved, then.`, { then: 'solved' }),
    ],
  },
  {
    by: 'hanna',
    category: 'change-or-cancel-an-order',
    subject: 'Bestellung aus Versehen doppelt abgeschickt',
    ended: weeks(1.9),
    fields: { orderNumber: 'NW-10379', change: 'Cancel it' },
    text: `
      Guten Tag,

      beim Absenden ist die Seite hängen geblieben, ich habe noch einmal gedrückt und jetzt habe ich zwei Bestätigungen: **NW-10378** und **NW-10379**. Ich brauche den Brook nur einmal.

      Bitte die zweite stornieren und die 64 Euro zurück auf die Karte.`,
    steps: [
      takes('mirja', 0.9),
      answers('mirja', 0.3, `
        Guten Tag Frau Vogt,

        NW-10379 ist storniert, NW-10378 geht heute hinaus. Die **64 Euro** sind zurück auf dem Weg zu Ihrer Karte; das dauert drei bis fünf Werktage.

        Dass die Seite so etwas zulässt, ist unser Fehler. Ich gebe es weiter.`, { then: 'solved' }),
      notes('mirja', 0.2, `Dritte doppelte Bestellung in diesem Monat. @Max: der Knopf auf der Bestellseite müsste nach dem ersten Mal sperren.`),
      closes(21),
    ],
  },
];
