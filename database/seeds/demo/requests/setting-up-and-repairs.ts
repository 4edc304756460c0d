import { quote } from '../files/papers';
import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const settingUpAndRepairs: Script[] = [
  {
    by: 'otto',
    category: 'setting-up',
    subject: 'Pairing six sensors in one class room at the same time',
    ended: weeks(5.7),
    fields: { product: 'Lee', step: 'Pairing with the Hub' },
    text: `
      Dear support team,

      next week I would like to set up six Lee sensors with my class, one for each group, all in one room and in one lesson. In a try with two of them, the app has connected the wrong one twice, and we could not see which was which.

      How do we do it so that six groups do not get each other's sensor?`,
    steps: [
      takes('ada', 4.2),
      links('ada', 0.1, 'pair-several-sensors'),
      answers('ada', 0.5, `
        Hello Otto,

        The Hub takes **whichever sensor speaks first**, so the trick is that only one may speak at a time:

        1. Write the last four digits of each Lee (on its back, \`LE-4....\`) onto the app's list *before* the lesson: *Hub → Expected sensors*. Then it takes no others.
        2. Give each group its sensor with the paper strip still in.
        3. Pull the strips one after another, and wait for the green blink each time. About 20 seconds a group.

        With step 1 the order no longer matters; step 3 is only so that everybody sees their own blink.`),
      writes(days(6), `
        Six groups, six sensors, eleven minutes, no tears. "Expected sensors" was the missing piece, I have not found it in the booklet.

        One more question: can I name them after the groups, and will the names survive when the batteries are changed?`),
      answers('ada', 2.4, `Yes and yes: *Sensor → Name*. The name belongs to the serial number, not to the battery. And you are right about the booklet; it is on my list for the next edition. Solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'edmund',
    category: 'setting-up',
    subject: 'On the height of the mast, and a yew hedge',
    ended: weeks(9.2),
    fields: { product: 'Fjord 3', step: 'Putting up the mast' },
    text: `
      Dear Sir or Madam,

      Our village school has been given a Fjord 3, of the same kind that I have had at home these ten months, and the task of placing it has fallen to me.

      Your booklet asks for a distance of four times the height of the nearest obstacle. I am in some difficulty. To the north of the school there is nothing for half a mile; to the west stands a yew hedge, planted by the vicar of 1911 and now **five metres** high, which nobody will cut down for an instrument. The only level ground is twelve metres from it.

      We might raise the mast; the pole that we have is of six metres. But I recall from the observer's handbook that a rain gauge should be near the ground and an anemometer at ten metres, and your head has both in one piece. Where, then, does the better compromise lie: lower for the rain, or higher for the wind?

      I should add that the prevailing wind is from the south-west, so that the hedge stands half in its way.

      Yours faithfully,
      Edmund Thorley`,
    steps: [
      answers('ada', 19, `
        Dear Mr Thorley,

        Leave the hedge in peace. The two rules pull against each other in every garden, and with one head for both, one has to decide **which record matters more**.

        - *Rain*: the gauge loses a few per cent with every metre of height, because wind carries drops over the rim. At two metres it is 3 to 5, at six metres 10 or more.
        - *Wind*: at twelve metres behind a five-metre hedge you sit in its shelter up to about the height of the hedge itself. At six metres the head looks just over it.

        For a school I should let the **rain** decide: it is what children can check for themselves with a jam jar. Stand it at two metres, on the level ground, and accept that a westerly reads low; under *Station → Place → Obstacles* you can enter the hedge (west, 12 m, 5 m), and the app marks such hours.

        If one day the wind should matter as much, a second head costs less than the vicar's yew.`),
      writes(days(2.5), `
        Dear Ada,

        Two metres it shall be. I am obliged to you for figures where I expected a maxim. The station went up yesterday between two showers and recorded the second of them, to the satisfaction of eleven witnesses and one jam jar.`),
      answers('ada', 3.5, `A fair beginning. I mark this as solved; should the westerlies look odd in a few weeks, reply here and we look at them together.`, { then: 'solved' }),
      closes(days(3)),
    ],
  },
  {
    by: 'cora',
    category: 'setting-up',
    subject: 'A screen for the potting shed',
    ended: 0.9,
    priority: 'low',
    fields: { product: 'Hub 2', step: 'It runs, but I want to improve it' },
    text: `
      Hello, the volunteers ask me ten times a day what the glasshouse is doing. Is there a way to show temperature, wind and the two beds on an old tablet in the potting shed, without leaving my own account open on it?

      The shed has Wi-Fi, just. It is 70 metres from the Hub.`,
    steps: [],
  },
  {
    by: 'edmund',
    category: 'repairs-and-spare-parts',
    subject: 'Replacement cups, and the matter of the set screw',
    ended: weeks(6.9),
    fields: { part: 'Wind cups, P-110', serialNumber: 'FJ3-18802', boughtOn: { daysAgo: 300 }, selfRepair: true },
    text: `
      Dear Northwind,

      One of the three cups has a split of about an inch, the work, I believe, of a jackdaw. I should like to order a replacement and fit it myself.

      In preparation I have tried to loosen the set screw with the key supplied. The key turns in the screw without moving it, and I fear that another attempt would ruin the socket for good. I have stopped, therefore, and ask for advice before I apply force.

      Yours,
      Edmund Thorley`,
    steps: [
      takes('jonas', 2.8),
      answers('jonas', 0.4, `
        Dear Mr Thorley,

        Stopping was right. The screw is held by a drop of **thread lock**, which lets go when it is warm:

        1. Hold a hair dryer on the hub of the cups for two minutes. No flame.
        2. Push the key in as far as it goes; if it is worn, cut 2 mm off its end and use the fresh edge.
        3. Turn anticlockwise while it is still warm.

        Cups with a new screw and a new key are in today's parcel. A split from a bird is nobody's fault, so they go at half the price, 7 euros, with a bill inside.`),
      writes(days(4.2), `
        The hair dryer (my late wife's; I never thought to find a use for it) did what twenty minutes of patience had not. Cups fitted, screw fitted, a drop of my own thread lock added. They have been turning in a light air ever since.

        As to the seven euros, they left my bank this morning.`),
      notes('mirja', 16, `7 euros arrived, booked to his account.`),
      answers('jonas', 0.5, `Received on both counts. Thank you for the careful report; I have added the hair dryer to our repair page. Solved.`, { then: 'solved' }),
      closes(26),
    ],
  },
  {
    by: 'otto',
    category: 'repairs-and-spare-parts',
    subject: 'Vane broken by a football',
    ended: 25,
    fields: { part: 'Wind vane', serialNumber: 'FJ3-20419', boughtOn: { daysAgo: 64 }, selfRepair: true },
    text: `
      Dear support team,

      the station in the school yard has lost its vane. A football was involved; the pupil has come to me himself and would like to pay for it from his pocket money, which I find remarkable and would like to make not too expensive.

      What do we need, and can a fifteen-year-old with a good hand mount it?`,
    steps: [
      takes('mirja', 3.2),
      answers('mirja', 0.3, `
        Dear Otto,

        You need one **P-112 wind vane**, 12 euros, and for the school it is 10.20. The quote is attached, made out to the school; the pupil can settle with you.

        A good hand is all it takes: one screw, and the vane has a flat side, so that it fits in one way only. The key should still be in the station's box. Shall I send it?`, { files: [quote({ order: 'NW-10410', goods: [['vane', 1]], to: ['Lindenhof School', 'Otto Brandt', 'Lindenallee 4', '20144 Hamburg'], daysBefore: 0, discount: 15 })] }),
      writes(21, `Yes, please send it. The key is not in the box any more, I am afraid. Could you put one in? And could there be something that keeps the next football away, a cage or the like?`),
    ],
  },
];
