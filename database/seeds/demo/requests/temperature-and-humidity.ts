import { chart } from '../files/pictures';
import { answers, closes, days, links, notes, reopens, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

const night = (place: number): number => 0.62 - 0.4 * Math.sin(Math.PI * Math.min(1, place * 1.1)) + 0.02 * Math.sin(place * 40);

export const temperatureAndHumidity: Script[] = [
  {
    by: 'cora',
    category: 'readings-look-wrong',
    subject: 'Night temperatures two degrees too high',
    ended: weeks(4.4),
    fields: { serialNumber: 'FP-01187', reading: 'Temperature', since: { daysAgo: 8 }, touched: true, whatWasDone: 'We moved the whole station from the orchard into the kitchen garden.' },
    text: `
      Hello, since we moved the station into the kitchen garden, the nights read about two degrees warmer than the max-min thermometer that hangs beside it. The days look right.

      It is on a pole fixed to the south-facing wall, sensor at about 2.2 m. The wall is brick, three metres high. In the picture, blue is the station and orange is what I read by eye through one night (I could not sleep anyway).`,
    files: [chart('one-night-station-and-glass.png', (place) => night(place) + 0.16 * Math.sin(Math.PI * place), night)],
    steps: [
      takes('ada', 0.9),
      links('ada', 0.1, 'night-temperatures-too-high'),
      answers('ada', 0.4, `
        Hello Cora,

        Thank you for the sleepless night, that second curve settles it: the gap opens at sunset, is widest before dawn and closes two hours after sunrise. That is **the wall giving back the day's warmth**, not a fault of the sensor. The shield keeps off sun, but not a warm wall 30 cm behind it.

        Two ways out:

        1. Move the pole at least **three metres** from the wall, better five, over grass.
        2. If it has to stay, put the head on an arm so that it stands a metre *above* the top of the wall.

        Which of the two would the garden allow?`),
      writes(5.2, `Five metres I can do, there is a square of lawn by the dipping pond. Does open water matter?`),
      answers('ada', 16, `
        A pond of that size does no harm. Keep two metres from its edge, so that no splash reaches the rain funnel.

        When it stands there, open *Station → Place* and press *I moved the station*. The app draws a line into the history, so that nobody compares before and after by mistake. Then give it two clear nights.`),
      writes(days(3.3), `Two clear nights: 0.3 and 0.2 degrees apart. I call that mended. Thank you, Ada.`),
      answers('ada', 2.1, `Then the sensor and your glass agree as well as either of them can: both are only sure to ±0.3. I mark this as solved; a reply here opens it again.`, { then: 'solved' }),
      closes(days(1.4)),
    ],
  },
  {
    by: 'dario',
    category: 'readings-look-wrong',
    subject: 'temp 85 C ???',
    ended: weeks(5.4),
    fields: { serialNumber: 'FJ3-19960', reading: 'Temperature', since: { daysAgo: 1 } },
    text: `station says 85 degres since yestrday. is not 85 here. what i do`,
    steps: [
      links('jonas', 0.1, 'temperature-85'),
      answers('jonas', 0.7, `
        Hi Dario,

        85.0 °C is not a measurement. It is what the thermometer says when its **power was interrupted** and it could not measure yet. At the sea that is nearly always salt on the plug.

        1. Pull the thin grey cable out of the head (there is a clip on the left side).
        2. Is there anything white or green on the four pins?
        3. Push it back until it clicks and wait ten minutes.

        What does it show then?`),
      writes(3.5, `yes green on 2 pin. now shows 17 then 85 again`),
      sets('jonas', 0.6, { assignee: 'jonas' }),
      notes('jonas', 0.1, `Fourth one this year from a mast within 200 m of the sea, all from before serial FJ3-20100 (old plug without the rubber ring). Sending cable P-141 under guarantee without asking for the old one. @Ada: should we write to the others before it happens?`),
      answers('jonas', 0.2, `
        Then the pins are eaten and cleaning will not last. A new cable with a **sealed plug** leaves here today, free of charge. It takes two minutes:

        - old cable out, new cable in, until it clicks
        - a little of the grease from the small bag around the ring

        You need not send the old one back.`, { then: 'on_hold' }),
      notes('ada', 22, `Good idea. I made a list of 31 serial numbers near the coast; Mirja writes to them next week.`),
      writes(days(5), `arived. works now 17.2 thanks`),
      answers('jonas', 1.1, `17.2 sounds right for the coast. I mark it as solved.`, { then: 'solved' }),
      sets('jonas', days(8), { state: 'closed' }),
    ],
  },
  {
    by: 'edmund',
    category: 'readings-look-wrong',
    subject: 'Humidity held at 99 per cent long after the fog had lifted',
    ended: 27,
    fields: { serialNumber: 'FJ3-18802', reading: 'Humidity', since: { daysAgo: 3 }, touched: false },
    text: `
      Dear Northwind,

      I write about the hygrometer of my Fjord 3, which stands, as your records may show from our earlier correspondence, on the paddock above the house at 214 metres.

      We had fog in the valley from {{-4d weekday}} evening until about ten on the following morning. That the instrument should read 99 or 100 per cent in fog is of course right and proper. What puzzles me is that it continued to read 99 until a quarter to six that evening, by which time my whirling psychrometer, which I have no reason to doubt after thirty years, gave me 71, then 68, then 66 per cent.

      It then fell within twenty minutes to 67, and has behaved itself since. I have looked at the shield: there is some green growth on the two lowest plates, of the kind one finds on a north wall, though nothing that I should call an obstruction.

      Is this a known infirmity of the sensor, or have I done something amiss?

      With kind regards,
      Edmund Thorley`,
    steps: [
      takes('ada', 17),
      answers('ada', 1, `
        Dear Mr Thorley,

        Nothing amiss on your side. A capacitive sensor that was wet through stays at 99 until the **last film of water** on its filter has dried, and in still air that can take hours. The sudden fall within twenty minutes is typical: the film breaks, and the true value appears at once.

        The green growth matters more than it looks. Algae hold water just where the air should pass. Please

        - undo the three wing nuts under the shield and take off the **two lowest plates**,
        - wash them with warm water and a little washing-up liquid, nothing stronger,
        - leave the white filter cap alone; it must not be touched or wetted by hand.

        The next fog will tell. I should be glad to hear your psychrometer's verdict.`),
      writes(days(1.2), `
        Dear Ada,

        Plates washed; the quantity of green matter was greater than I had supposed. We had a light mist this morning, clearing at eight: the Fjord was down to 84 by twenty past, against 82 by the psychrometer. I consider the matter closed, and shall close it.`),
      closes(0.1),
      reopens(days(8)),
      writes(0.2, `
        Dear Ada,

        I spoke too soon, and I apologise for troubling you twice. After a proper night of fog the reading again stood at 99 from dawn until twenty past two in the afternoon, with the psychrometer at 70. The plates are clean; I looked. It was, I should say, rather less long than the first time, but long enough to spoil the daily mean.`),
      notes('ada', 21, `Looks like the old filter cap (before the hydrophobic one, serials up to FJ3-19100). His is 18802. If it is, a new cap P-134 mends it for good. Asking the workshop whether one is left.`),
    ],
  },
  {
    by: 'otto',
    category: 'readings-look-wrong',
    subject: 'CO₂ in room 12 never falls below 600, even on Sunday',
    ended: weeks(3.1),
    priority: 'low',
    fields: { serialNumber: 'LE-40215', reading: 'CO₂', since: { daysAgo: 16 } },
    text: `
      Dear support team,

      we have a Lee sensor in each of four class rooms. Three of them fall to about 430 ppm over the weekend, as we expect for outdoor air. The one in room 12 stays at 610, even on Sunday evening when nobody has been in the building for two days.

      My pupils have a theory for it every week. Could you give us the correct one?

      Kind regards
      Otto Brandt`,
    steps: [
      takes('jonas', 21),
      answers('jonas', 1, `
        Hello Otto,

        Either the air in room 12 really is at 610, or the Lee has **drifted upwards**. Your pupils can find out which, in one lesson:

        1. Carry the Lee from room 12 into one of the other rooms and put the two side by side.
        2. Open a window, leave the room, wait 30 minutes.
        3. Read both from the corridor, in the app. People breathing at the sensor spoil everything.

        If they differ by more than 50 ppm, we know.`),
      writes(days(2), `
        We did exactly this with class 9b. Result after 34 minutes:

        - Lee from room 12: **628 ppm**
        - Lee from room 14: **447 ppm**

        So it is the sensor. Three pupils now owe a fourth one an ice cream.`),
      answers('jonas', 3, `
        Well measured. Then give it a fresh zero:

        - Put it on a window sill *outside*, dry and in the shade, for 20 minutes.
        - In the app: *Lee → Sensor → This is outdoor air*.

        It drifted because the self-calibration takes the lowest value of a week as outdoor air, and for some weeks it saw none. Was the window of room 12 out of use for a time?`),
      writes(26, `Yes! The handle was broken and the window was screwed shut for six weeks. Now the Lee shows 438 outside and 451 in the aired room. Mystery solved, many thanks from 9b.`),
      answers('jonas', 2.2, `Greetings to 9b. I mark it as solved.`, { then: 'solved' }),
    ],
  },
];
