import { quote } from '../files/papers';
import { answers, days, notes, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const quotesAndIdeas: Script[] = [
  {
    by: 'otto',
    category: 'something-else',
    subject: 'Five stations for our partner schools',
    ended: days(1.2),
    priority: 'normal',
    fields: { topic: 'A quote for a school, farm or club', howMany: 'Five Fjord 3, perhaps with a Lee for each', neededBy: { daysAgo: -60 } },
    text: `
      Dear support team,

      our project has grown: five partner schools between Flensburg and Lübeck would like to measure together with us. They would have one Fjord 3 each. The association pays, so I would need **one** quote for all five, but five deliveries.

      Two questions that the other schools have asked me:

      1. Can all eight stations be seen on one map, without everybody having all passwords?
      2. Is there a discount beyond the fifteen per cent? I have promised to ask.

      Kind regards
      Otto Brandt`,
    steps: [
      takes('ada', 5.6, ['schools']),
      notes('ada', 0.3, `@Mirja: 5 to five addresses, one invoice. He already has three. Could we do 18% and free delivery?`),
      notes('mirja', 1.1, `18% and free delivery is fine, Max agrees, if they let us show the map on our page.`),
      answers('ada', 1, `
        Hello Otto,

        That is a fine project. The quote for five stations and five deliveries is attached.

        1. **The map**: yes. Make a *group* under *Account → Groups* and invite the schools. Each keeps its own account and password; the group sees readings, and nothing else.
        2. **The discount**: eighteen per cent instead of fifteen, and free delivery, if we may show your map on our page as an example, with the names of the schools or without, as you like.

        What do the schools say to the second point? And shall the Lees be in the quote? I have left them out for now.`, { files: [quote({ order: 'NW-10417', goods: [['fjord', 5]], to: ['Lindenhof School', 'School association', 'Lindenallee 4', '20144 Hamburg'], daysBefore: 0, discount: 18, notes: ['Delivery to five addresses: free'] })] }),
    ],
  },
  {
    by: 'edmund',
    category: 'something-else',
    subject: 'A suggestion regarding the monthly summary',
    ended: 20,
    fields: { topic: 'An idea' },
    text: `
      Dear Northwind,

      Permit me a suggestion, which you are free to put where suggestions go.

      Your monthly summary gives the mean temperature, the total of rain and the highest gust, and compares them with *the month before*. I submit that this is the one comparison in which no observer has any interest. That one month is warmer than the last is an effect of the calendar. What one wishes to know is whether it was a warm month **of its kind**.

      I should therefore like to see:

      - the same month of the year before, and the mean of all such months on record;
      - the number of days with rain (of 0.2 mm or more), which says more about a month than its total;
      - the dates of the extremes, and not only their values.

      I have thirty-odd years of monthly means in a form that a computer can read, and should be glad to let you have them for trying such a thing out. I ask nothing in return except to be shown the result.

      With kind regards,
      Edmund Thorley`,
    steps: [],
  },
  {
    by: 'hanna',
    category: 'something-else',
    subject: 'Dürfen wir mit zwölf Obstbauern die Werkstatt ansehen?',
    ended: weeks(6.4),
    fields: { topic: 'Visiting the workshop' },
    text: `
      Grüß Gott,

      unser Arbeitskreis fährt auf eine Messe in den Norden und käme auf dem Heimweg praktisch bei Ihnen vorbei. Wir sind zwölf, alle mit Station oder kurz davor.

      Ginge ein Besuch von einer Stunde? Ein Freitag wäre uns am liebsten. Wir bringen Most mit.

      Hanna Vogt`,
    steps: [
      answers('mirja', 4.8, `
        Guten Tag Frau Vogt,

        sehr gern. Vorschlag: **Beginn um zehn**, eine Stunde Werkstatt mit Jonas (Kalibrierung und Windkanal, der ist klein, aber laut), danach Kaffee.

        - Parken können Sie mit einem Bus direkt am Wasser.
        - Feste Schuhe genügen, es ist keine schmutzige Werkstatt.
        - Wer seine Station mitbringt, bekommt sie durchgesehen.

        Passt Ihnen der Freitag in drei Wochen?`),
      writes(20, `Der Tag passt, zehn Uhr auch. Drei bringen ihre Schalen mit, zum Durchsehen.`),
      notes('mirja', 1.6, `Freitag in drei Wochen im Kalender: zwölf Personen, 10 Uhr, Jonas führt. Kuchen bestellt.`),
      answers('mirja', 0.2, `Eingetragen. Wir freuen uns auf Sie, und auf den Most. Gelöst.`, { then: 'solved' }),
    ],
  },
];
