import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const appAndData: Script[] = [
  {
    by: 'ngaire',
    category: 'app-and-alerts',
    subject: 'Rain that fell this morning is shown under yesterday',
    ended: days(1.9),
    fields: { device: 'iPhone or iPad', version: '3.8.2' },
    text: `
      Hi, small one. 11 mm overnight, all after midnight, and the app's daily bars put it under yesterday. The *hourly* view has it right.

      I think it turns the day over at noon our time, which is midnight yours.`,
    steps: [
      takes('ada', 8, ['time zones']),
      answers('ada', 0.6, `
        Hello Ngaire,

        Your guess is exact: the hourly view asks for the station's time zone, the daily bars add up **UTC days** and only then ask for it. In Europe the mistake is an hour or two and nobody saw it; in New Zealand it is half the day.

        I can make it happen here by setting my phone to Auckland, so we need nothing more from you. The correction goes into **3.9**. Exports and the API are not affected, they count the days rightly.`, { then: 'open' }),
      notes('ada', 0.4, `Filed as APP-611 with her example. Also wrong for our customers in Canada and Chile, then. @Max: worth a line in the release notes.`),
      writes(13, `No worries. Happy to try a beta on the farm if that helps.`),
      answers('ada', 9.4, `Gladly: an invitation to the test version comes by mail from the app store, with 3.9 around {{+8w}}. Until then this stays on hold here, so that I do not forget to tell you.`, { then: 'on_hold' }),
    ],
  },
  {
    by: 'hanna',
    category: 'app-and-alerts',
    subject: 'Windalarm kommt an, aber ohne Ton',
    ended: weeks(2.8),
    fields: { device: 'Android', phone: 'Pixel 7, Android 15', version: '3.8.1' },
    text: `Guten Tag, der Alarm erscheint auf dem Bildschirm, aber in der Nacht ohne Ton. Am Tag tönt er. Ich nehme an, es ist das „Nicht stören“, aber das brauche ich, sonst läutet mich jede Werbung aus dem Bett.`,
    steps: [
      takes('jonas', 2.3),
      links('jonas', 0.1, 'alerts-that-stay-silent'),
      answers('jonas', 0.3, `
        Guten Tag Frau Vogt,

        Sie können „Nicht stören“ behalten und nur *unseren* Alarm durchlassen:

        1. Einstellungen → Benachrichtigungen → **Nicht stören** → Apps → *Northwind* hinzufügen
        2. Einstellungen → Apps → Northwind → Benachrichtigungen → **Alarme** → „Nicht stören umgehen“ einschalten
        3. Einstellungen → Apps → Northwind → Akku → **Nicht eingeschränkt**

        Danach in Northwind *Alarme → Probealarm* drücken, am besten gleich bei eingeschaltetem „Nicht stören“.

        Punkt 2 betrifft nur Alarme, nicht unsere Wochenberichte. Die bleiben still.`),
      writes(days(1.2), `Punkt 2 hat gefehlt. Probealarm um Mitternacht gemacht, hat sogar den Hund geweckt.`),
      answers('jonas', 9, `Dann ist er laut genug. Gelöst, mit einem Gruß an den Hund.`, { then: 'solved' }),
    ],
  },
  {
    by: 'otto',
    category: 'export-and-api',
    subject: 'Excel puts the whole CSV line into one column',
    ended: weeks(4.8),
    fields: { way: 'CSV export', program: 'Excel, German' },
    text: `
      Dear support team,

      when I open the CSV export, Excel puts everything into column A, like this:

      \`2.1,1012.9,81,0.0\`

      And when I separate it by hand, it makes **dates** out of some temperatures: 2.1 becomes the second of January. On the pupils' tablets it is the same. Is there an export that a German Excel understands?`,
    steps: [
      links('jonas', 0.1, 'export-to-excel'),
      answers('jonas', 5.1, `
        Hello Otto,

        A German Excel wants semicolons between columns and commas in numbers. We do not have that as a button yet, but Excel can read ours without harm:

        1. Do **not** double-click the file. Open an empty sheet.
        2. *Daten → Aus Text/CSV*, choose the file.
        3. *Trennzeichen*: comma. *Gebietsschema* (under "Daten transformieren"): **Englisch (USA)**.

        Then 2.1 stays a number. For the tablets you can let the export do it, by adding two words to the address of the download:

        ~~~
        …/export.csv?separator=semicolon&decimal=comma
        ~~~`),
      sets('jonas', 0.1, { assignee: 'jonas' }),
      writes(27, `The address with the two words works on all tablets at once, wonderful. I have saved it as a link for the class.`),
      notes('jonas', 1.8, `Third teacher who asks. The button would be an afternoon's work; put it on the list for 3.9.`),
      answers('jonas', 0.3, `Good. In 3.9 it becomes a button, *Export for Excel (German)*; your link will go on working. Solved.`, { then: 'solved' }),
      closes(19),
    ],
  },
  {
    by: 'edmund',
    category: 'export-and-api',
    subject: 'A programme of mine is refused with 401',
    ended: weeks(1.4),
    fields: { way: 'API', call: 'GET /v1/stations/FJ3-18802/readings: 401', program: 'Python' },
    text: `
      Dear Northwind,

      At a quarter past nine each morning a small programme, of which I am rather proud, having learned the art at seventy-one, fetches the readings of the last day and writes them beside those of the copper gauge. Since {{-2d weekday}} it is refused. It prints:

      ~~~
      GET https://api.northwind.example/v1/stations/FJ3-18802/readings
      401 Unauthorized  {"error":"token_unknown"}
      ~~~

      I have changed nothing in the programme. I did change my **password** on the evening before, on the advice of my bank, which advises everybody to change everything.

      I have left the token out of this letter, as your page asks.

      Yours,
      Edmund Thorley`,
    steps: [
      takes('ada', 6.2),
      links('ada', 0.1, 'api-tokens'),
      answers('ada', 0.5, `
        Dear Mr Thorley,

        The bank's advice and your programme have met: a new password **ends all access tokens** of an account, in case it was changed because somebody else knew it. The page should say so before, not after.

        1. *Account → Access tokens → New token*. Give it a name, such as "morning readings".
        2. Put it where the old one stood. In Python it is this line:

        ~~~python
        headers = {"Authorization": "Bearer " + token}
        ~~~

        3. The two mornings that are missing can be fetched afterwards:

        ~~~
        …/readings?from={{-2d iso}}&to={{+0d iso}}
        ~~~

        Nothing is lost on our side.`),
      writes(days(0.9), `
        Dear Ada,

        The line stands, the token is changed, the two mornings are in. I took the opportunity to have the programme send me a note when it is refused, so that it need not be I who notices.`),
      answers('ada', 1.7, `That is what the best programs do. From next week our page will warn before it ends tokens. Solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'cora',
    category: 'northwind-plus',
    subject: 'Move Plus from my account to the garden\'s',
    ended: weeks(5.3),
    priority: 'low',
    fields: { wish: 'Move it to another account', otherAccount: 'office@hollincourt.example', ownerAgrees: true },
    text: `Hello, when we started I paid for Plus with my own account. The garden has one of its own now, and the trustees would like the station and Plus to be there and not with me, in case I am run over by a wheelbarrow. Can both be moved without losing the history?`,
    steps: [
      answers('jonas', 3.9, `
        Hi Cora,

        Both can be moved, and the history goes with the **station**, not with the account. In this order:

        1. The office presses *Account → Accept a station*. They get a code.
        2. You type the code under *Station → Give away*. The station and its history are theirs from that moment.
        3. I move Plus by hand; tell me when 2 is done.

        You can stay a *reader* of the station, so that you still see it on your phone. Mind the wheelbarrow.`),
      writes(days(2.2), `1 and 2 are done, the office sees everything since the first day. I am a reader now, which feels about right.`),
      takes('jonas', 1),
      answers('jonas', 0.3, `3 is done as well: Plus now belongs to the garden and runs for another eleven months, as it would have with you. Solved.`, { then: 'solved' }),
      closes(days(1)),
    ],
  },
];
