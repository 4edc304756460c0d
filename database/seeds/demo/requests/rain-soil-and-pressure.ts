import { bars } from '../files/pictures';
import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const rainSoilAndPressure: Script[] = [
  {
    by: 'edmund',
    category: 'readings-look-wrong',
    subject: 'Rain gauge reads seven per cent below my copper gauge',
    ended: weeks(2.2),
    priority: 'low',
    fields: { serialNumber: 'FJ3-18802', reading: 'Rain', since: { daysAgo: 34 }, touched: false },
    text: `
      Dear Sir or Madam,

      I have kept a rainfall record on this spot since the first of January 1988, by means of a five-inch copper gauge, read each morning at nine. Since last autumn your Fjord 3 has stood beside it, four metres to the west, its rim at the same height above clipped grass, so that the two ought to agree to within a couple of per cent.

      They do not. For thirty-four days I have entered both, and I give you the totals by week, the copper gauge first:

      1. 31.2 mm and 29.0 mm
      2. 8.4 mm and 7.8 mm
      3. 44.9 mm and 41.6 mm
      4. 17.3 mm and 16.2 mm

      You will see that the Fjord is short by **six to seven per cent** in every one of them, in gentle rain and in heavy alike. It is this constancy that makes me hopeful, for a fault that is constant can be corrected. I have cleaned the funnel; the spoon moves freely; the mast is plumb, which I checked with a theodolite rather than a spirit level, that having been my trade.

      Might the instrument be adjusted, and if so, should I rather adjust the instrument or the figures?

      I am, yours faithfully,
      Edmund Thorley`,
    files: [bars('thirty-four-days-difference.png', [0.42, 0.47, 0.44, 0.4, 0.46, 0.45, 0.43, 0.48, 0.44, 0.42, 0.45, 0.46])],
    steps: [
      takes('jonas', 3),
      links('jonas', 0.1, 'rain-reads-low'),
      answers('jonas', 0.2, `
        Dear Mr Thorley,

        I wish all reports came with four weeks of parallel readings. A shortfall that does not depend on how hard it rains cannot be splashing or wind; it is the **amount of water at which the spoon tips**. Please adjust the instrument, not the figures: then everything that is computed from it is right as well.

        One test before we do. Would you

        1. take off the funnel and wet the spoon once,
        2. let exactly **100 ml** of water run through the funnel, drop by drop, over at least half an hour,
        3. count the tips (the app does it for you under *Station → Rain → Calibrate*).

        A perfect spoon tips 50 times.`),
      writes(days(2.1), `
        Dear Jonas,

        Done three times, with a burette lent to me by the chemistry mistress of the village school, each run lasting forty minutes:

        - first run: 46 tips
        - second run: 47 tips
        - third run: 46 tips, and a forty-seventh when I touched the table

        I take this to mean that each tip carries 2.15 ml instead of 2. I looked for the two adjusting screws of which the older gauges boast, and found none.`),
      notes('jonas', 4, `46.5 of 50 is outside of our own tolerance (48 to 52) and should not have left the house. Spoon is from the batch with the heavier counterweight. Offering factor now and a new spoon.`),
      answers('jonas', 0.3, `
        You read it rightly, and there are no screws: we replaced them by a number. Under *Station → Rain → Calibrate* enter

        \`0.215\`

        as millimetres per tip instead of \`0.200\`. It holds from now on; if you answer *yes* to "also for the past", your thirty-four days are recomputed and the originals kept beside them.

        46 or 47 tips is also **more than we allow ourselves** (48 to 52). I send you a new spoon, P-121, free of charge. When it is in, set the number back to 0.200 and let another 100 ml run through.`),
      writes(days(6.4), `
        Dear Jonas,

        The new spoon arrived, well packed, and was fitted in the time it takes to boil a kettle. Two runs: 50 tips, and 50 tips. I have restored the figure of 0.200 and left the past corrected by 0.215, which seems to me the honest course, with a note in the margin of the ledger.

        The copper gauge and the Fjord differed by one tenth of a millimetre this week, out of twenty-two.`),
      answers('jonas', 2, `Fifty and fifty is as good as it gets, and the note in the margin is the right place for it. Thank you for the burette, it helped us: the whole batch of spoons is being tested again. I mark this as solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'ngaire',
    category: 'readings-look-wrong',
    subject: 'Rain counted on bone-dry nights',
    ended: weeks(1.7),
    fields: { serialNumber: 'FJ3-20911', reading: 'Rain', since: { daysAgo: 6 }, touched: false },
    text: `
      Hi, me again. The station is counting 0.2 to 0.6 mm on nights without a cloud. Always between 1 and 4 am, never in the day.

      I have had the funnel off: no spiders, no leaves, spoon is clean. Mast is next to the pump shed.`,
    files: [bars('rain-at-night.png', [0, 0, 0.3, 0, 0.6, 0, 0.3, 0, 0.6, 0, 0.3, 0])],
    steps: [
      takes('ada', 9, ['bug 214']),
      links('ada', 0.1, 'rain-without-rain'),
      answers('ada', 0.4, `
        Hello Ngaire,

        Clean funnel, clear sky, always the same hours: I would look at the **pump shed**. Does the pump run at night? A spoon that is half full of dew tips when the mast shakes, and a pump on the same slab is enough for that.

        You can see it without a ladder: switch the pump on by hand at noon, with a few drops of water in the funnel, and watch *Station → Live*.`),
      writes(12, `Pump fills the troughs from 1 am on the cheap rate. Did your test: five drops in, pump on, tip, tip. That's the one.`),
      answers('ada', 8.5, `
        Then either the mast leaves the slab or the shaking does. In this order of effort:

        - a rubber mat of 10 mm under the foot of the mast, and the bolts hand-tight only
        - *Station → Rain → Ignore single tips*: one tip without a second within 30 minutes is not counted
        - a post of its own, two metres away

        The switch alone would hide it; mat and switch together should be enough.`),
      writes(days(4), `Mat off an old ute tray under the foot, switch on. Four dry nights, four zeros. Good as gold.`),
      answers('ada', 10, `Four zeros are what I like to read. Solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'dario',
    category: 'readings-look-wrong',
    subject: 'rain dont work',
    ended: 0.4,
    fields: { serialNumber: 'FJ3-19960', reading: 'Rain', since: { daysAgo: 1 } },
    text: `rained all nigth, app says 0.0. before it was ok`,
    steps: [],
  },
  {
    by: 'cora',
    category: 'readings-look-wrong',
    subject: 'The Brook in bed 4 always says 100%',
    ended: 19,
    fields: { serialNumber: 'BR-55031', reading: 'Soil moisture', since: { daysAgo: 5 }, touched: true, whatWasDone: 'Pulled out for digging and pushed back in the same place.' },
    text: `
      Hello, one of our two Brooks has read 100% since {{-5d weekday}}. Bed 4 is *not* wet, I can see the cracks. Bed 6 next to it reads 31%, which looks right.

      It came out for a day while we double-dug the bed, and went back in the same place.`,
    steps: [
      takes('ada', 2.6, ['soil probe']),
      answers('ada', 0.4, `
        Hello Cora,

        A Brook that reads 100% in dry soil mostly has water where it should not be: between the two blades, or under the cap. Let us find out which.

        1. Pull it out, rinse the blades, wipe them dry.
        2. Hold it in the air for a minute and write down what the app says. It should be **0 to 3%**.
        3. Put the blades into a glass of water up to the line. It should be **97 to 100%**.
        4. Look under the grey cap: is there a drop behind the little window?

        With the two numbers and a photo of the window I can tell you whether it needs a new seal or a new probe. It is within its guarantee either way.`),
    ],
  },
  {
    by: 'otto',
    category: 'readings-look-wrong',
    subject: 'Three stations, three different air pressures',
    ended: weeks(6.6),
    priority: 'low',
    fields: { serialNumber: 'FJ3-20418', reading: 'Air pressure', since: { daysAgo: 12 } },
    text: `
      Dear support team,

      we have three Fjord 3 at the school: in the yard, on the roof of the gym, and at the boathouse at the Alster. At the same minute they show **1012.9**, **1011.3** and **1013.6 hPa**.

      Is this the accuracy, or do we do something wrong? I would like to let my pupils compare them, but at the moment I can only show them that three instruments have three opinions.

      Kind regards
      Otto Brandt`,
    steps: [
      links('jonas', 0.1, 'air-pressure-and-height'),
      answers('jonas', 4.4, `
        Hello Otto,

        The opinions are all correct, only about different heights. Near the ground the pressure falls by about **1 hPa for each 8 metres**. So that places can be compared, the app reduces it to sea level, and for that it must know how high each station stands:

        - *Station → Place → Height above sea level*
        - It means the height of the **sensor**, so add the roof and the mast.

        All three of yours are set to 10 metres, which is what the app guesses for Hamburg.`),
      writes(19, `
        That is a beautiful lesson. We have taken the heights from the city's map and a measuring tape:

        > yard 12 m, gym roof 24 m, boathouse 5 m

        Now the three show 1013.1, 1013.0 and 1013.0. The class has found the formula before I have written it on the board.`),
      answers('jonas', 1.5, `One tenth apart is better than what we promise on the box. If the class would like to go on: let them carry one sensor up the stairs of the tallest tower you can find and guess its height from the app. I mark this as solved.`, { then: 'solved' }),
      closes(days(1)),
    ],
  },
];
