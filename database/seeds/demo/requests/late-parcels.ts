import { parcelLabel } from '../files/pictures';
import { answers, closes, days, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const lateParcels: Script[] = [
  {
    by: 'cora',
    category: 'delivery',
    subject: 'Marked as delivered, but nothing is here',
    ended: weeks(7.1),
    fields: { orderNumber: 'NW-10251', trouble: 'Marked as delivered, but not here', askedNeighbours: true },
    text: `
      Hello, the tracking says our two Brook probes were delivered on {{-1w weekday}} at 13:22, "left in a safe place". We have no safe place that I know of. I have asked in the office, the café and at both cottages.

      Is there a photo, or can the driver be asked?`,
    steps: [
      takes('mirja', 2),
      answers('mirja', 0.3, `
        Dear Cora,

        The driver took a photo. I may not pass it on, but I may say what is on it: a **green door with a cat flap**, a stack of clay pots to the left. Does that ring a bell? The scan of the label is attached; the address on it is right.

        If not, tell me and I start an inquiry today; if it is not found within five working days, I send two new ones.`, { files: [parcelLabel('label-NW-10251.png', '447120983162')] }),
      writes(1.2, `A cat flap! That is the old bothy on the lower drive. Nobody has lived there since March two years ago. Walking down now.`),
      writes(0.7, `Found, dry, and guarded by the cat. Thank you. Could you put a note on our address that deliveries go to the *office*, first door after the archway?`),
      answers('mirja', 1.1, `Done: the line "Office, first door after the archway" is now printed on every label that goes to you. I am glad the cat was on duty. Solved.`, { then: 'solved' }),
      closes(20),
    ],
  },
  {
    by: 'edmund',
    category: 'delivery',
    subject: 'The second parcel of order NW-10219',
    ended: weeks(8.4),
    fields: { orderNumber: 'NW-10219', trouble: 'It has not arrived yet', dueOn: { daysAgo: 3 } },
    text: `
      Dear Sir or Madam,

      Of the two parcels that make up my order, the first, containing the mast clamp, reached me on {{-6d weekday}} in excellent order. The second, with the Lee sensor for my study, was promised for the same week and has, so far as your tracking page is willing to disclose, been "in transit" without further remark for six days.

      I am in no hurry whatever. I write only because a parcel that nobody is looking for is, in my experience, a parcel that is not found.

      Yours faithfully,
      Edmund Thorley`,
    steps: [
      answers('mirja', 21, `
        Dear Mr Thorley,

        Your experience is right. Nordpaket last scanned it in Preston on {{-6d}} and has now been asked to look on its shelves. I have an answer by {{+2w weekday}}, and you have one on the same day.`, { then: 'on_hold' }),
      sets('mirja', 0.1, { assignee: 'mirja' }),
      notes('mirja', days(2.1), `Found in Preston: label torn, they could not read the house name. They print a new one and deliver tomorrow.`),
      answers('mirja', 0.2, `It was found: the label had come off, and it waited in Preston for somebody to miss it. With a new label it is on the van tomorrow, {{+1w weekday}}.`, { then: 'open' }),
      writes(days(1.4), `Delivered, by a young man who apologised on behalf of Preston. I am much obliged to you; the Lee reads 540 in my study, which I am told means that I ought to open a window.`),
      answers('mirja', 1, `540 is nothing to worry about, but a window does no harm. Solved, and thank you for your patience.`, { then: 'solved' }),
      closes(30),
    ],
  },
  {
    by: 'hanna',
    category: 'delivery',
    subject: 'Paket hängt seit vier Tagen in Villach',
    ended: weeks(3.9),
    fields: { orderNumber: 'NW-10324', trouble: 'It has not arrived yet', dueOn: { daysAgo: 2 } },
    text: `Guten Tag, das Paket NW-10324 steht in der Verfolgung seit {{-4d weekday}} auf „Verteilzentrum Villach“. Von dort sind es 90 Minuten mit dem Auto zu uns. Soll ich es selber holen?`,
    steps: [
      takes('mirja', 1.3),
      answers('mirja', 0.3, `
        Guten Tag Frau Vogt,

        bitte nicht, im Verteilzentrum geben sie nichts heraus. Ich habe angerufen: das Paket lag auf dem Wagen für *Kärnten* statt für die *Steiermark* und kam jeden Abend wieder zurück. Morgen fährt es richtig.

        Wenn es am {{+2w weekday}} nicht da ist, schicke ich ein zweites los und wir lassen das erste in Villach Kreise fahren.`),
      writes(days(2), `Ist da. Der Fahrer hat gelacht, er kannte es schon.`),
      answers('mirja', 0.8, `Dann ist ja gut. Ich setze die Anfrage auf gelöst.`, { then: 'solved' }),
      closes(12),
    ],
  },
  {
    by: 'dario',
    category: 'delivery',
    subject: 'were is it',
    ended: days(4.1),
    fields: { orderNumber: 'NW-10396', trouble: 'It has not arrived yet', dueOn: { daysAgo: 1 } },
    text: `order 10396 not here`,
    steps: [
      takes('mirja', 0.8),
      answers('mirja', 0.2, `
        Dear Dario,

        It is nearly with you: since this morning it has been in the parcel shop **Tabaccheria Centrale, Via Garibaldi 14**, because nobody opened at the school at 9:20. You can pick it up there until eight in the evening, with any paper that has your name on it.

        Or I have it brought again. In that case, which **day and time** is somebody at the school?`),
    ],
  },
  {
    by: 'ngaire',
    category: 'delivery',
    subject: 'Tracking stopped in Singapore',
    ended: 8.6,
    fields: { orderNumber: 'NW-10357', trouble: 'It has not arrived yet', dueOn: { daysAgo: 1 } },
    text: `Hi team, the vane and the two clamps were due yesterday. Tracking says "Singapore, departed" a week ago and then nothing. Flown into the sea, or is that normal?`,
    steps: [
      takes('mirja', 7.6, ['customs']),
      answers('mirja', 0.3, `
        Hello Ngaire,

        Normal, if not nice: Halden Air hands over to your national post in Auckland, and there it gets a **new number** that our page does not know. I asked for it:

        \`NX 2209 4471 6 NZ\`

        You can follow it on the post's own page. It has cleared customs and left Auckland this morning.`),
      writes(11, `Found it with that number, cheers. "Out for delivery". That'll do.`),
      answers('mirja', 9, `Lovely. I mark it as solved, and have asked for the second number to be shown on our page as well.`, { then: 'solved' }),
      writes(days(4.5), `Opening this again, sorry. It came, well packed, but there's **one clamp** in the bag, not two. Packing slip says 2. The vane is right.`),
    ],
  },
];
