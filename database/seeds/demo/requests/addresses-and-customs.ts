import { customsInvoice } from '../files/papers';
import { answers, closes, days, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const addressesAndCustoms: Script[] = [
  {
    by: 'ngaire',
    category: 'delivery',
    subject: 'Customs wants a description of the goods',
    ended: weeks(6.1),
    fields: { orderNumber: 'NW-10268', trouble: 'Held at customs' },
    text: `
      Hi, got a letter from Customs about NW-10268. They've stopped the parcel and want

      - a commercial invoice with values
      - a tariff code
      - "nature of any batteries"

      I know it's a weather station but I've no clue about the rest. Ten days to answer or they send it back.`,
    steps: [
      takes('mirja', 10),
      answers('mirja', 0.7, `
        Hello Ngaire,

        Here is everything on one page, signed. Just forward it with the number of their letter in the subject.

        The batteries are three ordinary **nickel metal hydride AA cells**, not lithium, which is what they are really asking. The tariff code is 9015.80.

        It should have been stuck to the box. I am finding out why it was not.`, { files: [customsInvoice('NW-10268', [['fjord', 1], ['clamp', 1]], ['Ngaire Walker', 'Hawea Flat Road 311', 'Hawea Flat 9382', 'New Zealand'], '9015.80')] }),
      notes('mirja', 0.3, `The pouch for papers was empty on all four parcels of that day. Told the packing table; the printer had run out and nobody noticed.`),
      writes(days(1.6), `Sent it at smoko, released by lunch. The officer says it's the tidiest one he's had all week.`),
      answers('mirja', 9, `That goes up on the wall of the packing table. Solved; it should be with you within three days.`, { then: 'solved' }),
    ],
  },
  {
    by: 'dario',
    category: 'delivery',
    subject: 'WRONG ADRESS!!',
    ended: weeks(4.3),
    priority: 'high',
    fields: { orderNumber: 'NW-10330', trouble: 'It goes to the wrong address', rightAddress: 'scuola surf conti, lungomare 2, 17024 finale' },
    text: `i put the adress of my mother!! pls change`,
    steps: [
      sets('mirja', 0.5, { assignee: 'mirja' }),
      answers('mirja', 0.1, `
        Dear Dario,

        In time: the parcel is still on our table. New label:

        > Scuola Surf Conti
        > Lungomare 2
        > 17024 Finale Ligure

        It leaves with the next van. Should the old address stay in your account, or shall I take it out, so that it does not happen again?`),
      writes(0.6, `take out. thx thx`),
      answers('mirja', 0.3, `Taken out. The parcel is on its way to the school.`, { then: 'solved' }),
    ],
  },
  {
    by: 'otto',
    category: 'delivery',
    subject: 'Three stations ordered, two boxes arrived',
    ended: weeks(8.9),
    fields: { orderNumber: 'NW-10222', trouble: 'I have a question about the delivery' },
    text: `
      Dear support team,

      today two boxes of NW-10222 have arrived at the school. The order was for three Fjord 3. Each box is numbered "1 of 3" and "3 of 3", so I suppose there is a "2 of 3" somewhere.

      The caretaker has signed for "3 parcels" without counting, which he regrets very much. Is this a problem for us?`,
    steps: [
      answers('mirja', 4.6, `
        Dear Otto,

        No problem at all, and please greet the caretaker: a signature does not make a third box appear. Number 2 was sorted into another van and is still at the depot in Altona; it comes tomorrow, {{+1w weekday}}, before noon.

        Will somebody be there, or should it go to the office next door again?`),
      writes(2.2, `Somebody will be there, and will count. Thank you.`),
      takes('mirja', 20),
      writes(3, `"2 of 3" has arrived at 10:40. He has counted it twice.`),
      answers('mirja', 0.6, `Then all three are there. Solved, with a smile.`, { then: 'solved' }),
    ],
  },
  {
    by: 'cora',
    category: 'delivery',
    subject: 'Can the two new Brooks come together with the Hub?',
    ended: days(2.2),
    fields: { orderNumber: 'NW-10398', trouble: 'I have a question about the delivery' },
    text: `Hello, NW-10398 has gone out without the two Brook probes ("to follow"). Any idea when? I would rather have one parcel than two, as each costs us a customs fee now, and the Hub alone is no use to us.`,
    steps: [
      takes('mirja', 3.4, ['bundle']),
      answers('mirja', 0.5, `
        Dear Cora,

        The Brooks are waiting for their blades: the plating shop had a fault in its bath, and the whole week's lot went back. New ones are promised for {{+9w}}.

        The Hub had not left the country yet, so I **called it back**. Both now wait here and go out together, in one parcel with one customs fee, which this time we pay. Is that all right, or do you need the Hub sooner?`),
      writes(17, `That is more than all right. No need for the Hub before the probes.`),
      sets('mirja', 1.2, { state: 'on_hold' }),
      notes('mirja', 0.1, `Hub NW-10398 is on shelf C2 with a red slip. Do not send without the two Brooks. Customs fee: sender pays.`),
    ],
  },
  {
    by: 'edmund',
    category: 'delivery',
    subject: 'A farm track that your carrier declines to drive',
    ended: 26,
    fields: { orderNumber: 'NW-10405', trouble: 'I have a question about the delivery' },
    text: `
      Dear Northwind,

      My new shield plates have now been "attempted" twice. I was at home on both occasions, at my desk, which faces the track, and nobody attempted anything. I have since spoken to the driver by telephone, a civil man, who tells me that his firm forbids him the last half mile since a colleague lost a sump on it.

      I do not blame him. The track is what it is, and the county has other cares. But I should like to know what arrangement others in my position have come to. The village shop, Mrs Airey, one mile before the track begins, takes in parcels for half the dale and would take in mine; but your order page knows only houses, and the carrier, it seems, only what your order page tells him.

      Yours,
      Edmund Thorley`,
    steps: [
      takes('mirja', 14.5),
      answers('mirja', 0.8, `
        Dear Mr Thorley,

        Mrs Airey's shop is the answer that others have come to as well. I have asked Nordpaket to take it there; they want one thing in writing, which is **her agreement**, two lines are enough, or a call from her to me.

        On the order page you can from now on write the shop as *company* and your own name below it. I know that this is a trick and not a design; it is on our list.`),
      writes(22, `
        Dear Mirja,

        Mrs Airey says that she has taken in parcels for forty years without ever putting it in writing, and does not mean to begin. She will, however, telephone you, between two and three, when the shop is quiet. May I give her your number?`),
      notes('ada', 1.5, `Mirja has left for today. I rang the carrier: a call from the shop is enough, and they can ring *her*. Number of the shop is on the village page.`),
    ],
  },
  {
    by: 'hanna',
    category: 'delivery',
    subject: 'Geht es schneller als die normale Lieferung?',
    ended: days(8.2),
    fields: { orderNumber: 'NW-10394', trouble: 'I have a question about the delivery' },
    text: `Guten Tag, ich habe heute früh ein Ersatzrad bestellt (NW-10394). Übermorgen ist Wind angesagt, und ohne Windmesser kann ich die Netze nicht draußen lassen. Aufpreis ist kein Thema.`,
    steps: [
      takes('mirja', 0.3),
      answers('mirja', 0.2, `Guten Tag Frau Vogt, wenn es heute noch mit dem Expresswagen geht, ist es **morgen** bei Ihnen. Das kostet 14 Euro mehr. Ein Wort von Ihnen in der nächsten Stunde, dann kleben wir um.`),
      writes(0.4, `Ja bitte.`),
      answers('mirja', 0.2, `Umgeklebt, der Wagen ist weg. Morgen bei Ihnen.`, { then: 'open' }),
      writes(23, `Ist schon da. Perfekt.`),
      answers('mirja', 0.6, `So soll es sein. Gelöst.`, { then: 'solved' }),
    ],
  },
  {
    by: 'otto',
    category: 'delivery',
    subject: 'Please no delivery while the school is closed',
    ended: 4.4,
    priority: 'low',
    fields: { orderNumber: 'NW-10420', trouble: 'I have a question about the delivery' },
    text: `
      Dear support team,

      the school is closed from {{+3w weekday}}, {{+3w}}, for one week, and nobody will be there to take parcels. My order NW-10420 would arrive just then.

      Could you send it so that it comes after {{+10w}}? If it has left already, it could also go to the boathouse, where the rowing club is every day from four o'clock.

      Kind regards
      Otto Brandt`,
    steps: [],
  },
];
