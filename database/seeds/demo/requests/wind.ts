import { bars } from '../files/pictures';
import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

export const wind: Script[] = [
  {
    by: 'hanna',
    category: 'readings-look-wrong',
    subject: 'Windmesser bleibt auf null',
    ended: weeks(7.6),
    fields: { serialNumber: 'FP-00942', reading: 'Wind speed', since: { daysAgo: 2 }, touched: false },
    text: `
      Guten Tag,

      die Station in der oberen Anlage meldet seit zwei Tagen 0,0 km/h, auch heute, wo der Wind die Netze hebt. Richtung und Temperatur kommen normal. Von unten sieht man, dass sich die Schalen nicht drehen.

      Ich kann mit der Hebebühne hinauf, wenn Sie mir sagen, worauf ich schauen soll.

      Hanna Vogt`,
    steps: [
      takes('ada', 1.8),
      links('ada', 0.1, 'wind-stays-at-zero'),
      answers('ada', 0.3, `
        Guten Tag Frau Vogt,

        danke, dass Sie gleich mit der Hebebühne kommen, das spart uns eine Runde. Bitte schauen Sie oben auf drei Dinge:

        1. **Hängt etwas an der Achse?** Fäden von Hagel- oder Vogelnetzen wickeln sich gern zwischen Schalen und Gehäuse.
        2. **Dreht es von Hand?** Die Schalen müssen nach einem Schubs mindestens zehn Sekunden nachlaufen.
        3. **Knirscht es?** Dann ist das Lager hinüber, und Sie bekommen von uns ein neues.

        Bitte kein Öl an das Lager geben, auch kein gutes. Es bindet Staub, und nach einem Monat steht das Rad wieder.`),
      writes(6.5, `
        Es war beides: ein grüner Faden vom Hagelnetz, vier Mal herumgewickelt, und darunter knirscht es jetzt. Nachlauf zwei Sekunden.

        Seriennummer haben Sie ja. Gekauft voriges Jahr.`),
      sets('ada', 15, { category: 'repairs-and-spare-parts' }),
      notes('ada', 0.1, `Lager durch den Faden schief gezogen, streng genommen kein Garantiefall. Sie hat zwei Stationen und uns drei Nachbarn geschickt: P-110 kostenlos.`),
      answers('ada', 0.2, `
        Dann hat der Faden das Lager schief gezogen. Ein neuer Satz **Schalen mit Lager (P-110)** geht heute kostenlos an Sie hinaus, mit Nordpaket, also voraussichtlich am {{+2w weekday}} bei Ihnen.

        Der Tausch dauert mit dem kleinen Schlüssel fünf Minuten: Madenschraube lösen, alte Schalen nach oben abziehen, neue bis zum Anschlag aufstecken, Schraube handfest anziehen.

        > Ein Tipp von einem Obstbauern aus Vorarlberg: eine Scheibe aus Kunststoff, handtellergroß, unter die Schalen gesteckt, hält Netzfäden ab.`, { then: 'on_hold' }),
      writes(days(3.1), `Schalen sind montiert, 18 km/h und es dreht wie am ersten Tag. Die Scheibe hat mein Mann aus einem Kübeldeckel geschnitten. Danke!`),
      answers('ada', 1.2, `Das freut mich, und der Kübeldeckel kommt in unsere Sammlung. Ich schließe die Anfrage noch nicht ab, sondern setze sie auf gelöst; wenn bei Sturm etwas klappert, antworten Sie einfach hier.`, { then: 'solved' }),
      closes(days(2)),
    ],
  },
  {
    by: 'ngaire',
    category: 'readings-look-wrong',
    subject: 'Wind direction is exactly backwards',
    ended: weeks(4.6),
    fields: { serialNumber: 'FJ3-20911', reading: 'Wind direction', since: { daysAgo: 4 } },
    text: `
      Hi team, new station went up on {{-4d weekday}}, looks great. One thing: a solid nor'wester is blowing the tops off the tussock and the app says SE. Same every day, always 180 out.

      Panel faces north to get the sun, like the booklet says for "towards the equator". Have I stuffed up or has the booklet?

      Cheers, Ngaire`,
    steps: [
      links('ada', 0.1, 'southern-hemisphere'),
      answers('ada', 7.5, `
        Hello Ngaire,

        The booklet has. The head takes it for granted that the panel faces *south*, so with the panel to the north everything turns by 180 degrees. You mounted it the right way for your half of the world; the station only needs to be told:

        - *Station → Place → Southern hemisphere*: switch it **on**.
        - What was measured since you put it up is turned around too, within an hour.

        I am sorry that the booklet left you alone with it. What does the app say after the switch?`),
      sets('ada', 0.1, { assignee: 'ada' }),
      notes('ada', 0.2, `Booklet page 9 needs a line about the switch. It exists since app 3.7 but was only in the release notes. Told Max, goes into the next print run.`),
      writes(11, `Switched it, and the whole week flipped round to NW. Spot on. Might be worth a sticker on the box for us upside-down people.`),
      answers('ada', 13, `A line in the booklet is on its way, and I like the sticker. I mark this as solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'cora',
    category: 'readings-look-wrong',
    subject: 'A gust of 214 km/h on a still morning',
    ended: 1.6,
    fields: { serialNumber: 'FP-01187', reading: 'Wind speed', since: { daysAgo: 1 }, touched: false },
    text: `
      Hello. The daily summary congratulates me on a gust of **214 km/h** at 06:52 yesterday. It was dead calm, there was dew on the tables, and the glasshouse is still standing.

      It would not matter, but our visitors see the day's highest gust on the board at the gate, and two of them have asked whether the garden is safe. Can you take it out? Picture of the week attached.`,
    files: [bars('gusts-this-week.png', [0.14, 0.19, 0.11, 0.16, 0.93, 0.12, 0.15])],
    steps: [
      takes('jonas', 1.6),
      answers('jonas', 0.3, `
        Hi Cora,

        The garden is safe. One pulse arrived twice within a millisecond: the cups stood still, the little magnet came to rest right at the edge of its switch, and the switch chattered.

        I have taken the gust **out of your history**; the board at the gate will be right after its next refresh. So that it does not come back, one question: which *Hub firmware* does the app show under *Hub → About*? From 4.2.3 on such double pulses are thrown away.`),
      writes(days(0.8), `It says 4.2.1, and "up to date". The board is right again, thank you, that was quick. Why does it call 4.2.1 up to date?`),
    ],
  },
  {
    by: 'hanna',
    category: 'app-and-alerts',
    subject: 'Windalarm kam eine Stunde zu spät',
    ended: 2.3,
    priority: 'high',
    fields: { device: 'Android', phone: 'Pixel 7, Android 15', version: '3.8.2' },
    text: `
      Grüß Gott,

      gestern um 17:10 hatten wir Böen von 68 km/h, das steht so in der App. Mein Alarm ist auf 50 gestellt. Gekommen ist er um **18:14**. Da waren die Netze schon zur Hälfte offen und an zwei Reihen hat es die Seile ausgerissen.

      Ton war an, der Probealarm kommt sofort. Ich muss mich auf das Ding verlassen können, sonst brauche ich es nicht.

      Hanna Vogt`,
    steps: [
      sets('ada', 0.4, { priority: 'urgent', assignee: 'ada' }),
      answers('ada', 0.1, `
        Guten Tag Frau Vogt,

        das darf nicht passieren, und es tut mir leid um die Seile. Ich sehe die Böe um 17:10 in Ihrer Station und den Versand des Alarms um 18:14 bei uns. **Die Stunde ist also nicht auf Ihrem Handy verloren gegangen, sondern vorher.**

        Ich suche jetzt, wo. Sie hören spätestens morgen früh von mir, auch wenn ich bis dahin nichts gefunden habe.`, { then: 'open' }),
      sets('ada', 0.3, { category: 'readings-look-wrong' }),
      notes('ada', 1.2, `Hub FP-00942: Lücke im Funk von 17:08 bis 18:13, dann alles auf einmal nachgeliefert. Der Alarm wird beim *Eintreffen* geprüft, deshalb eine Stunde später. Warum der Funk weg war: unklar, Pegel vorher bei -84, sonst -97. @Jonas kannst du dir das Protokoll des Hubs ansehen?`),
      notes('jonas', 1.5, `Im Protokoll 380 fremde Pakete auf unserem Kanal in genau dieser Stunde. Da sendet jemand in der Nähe, vielleicht eine Bewässerung. Kanal 3 wäre frei.`),
      answers('ada', 0.4, `
        Guten Tag Frau Vogt,

        gefunden: zwischen 17:08 und 18:13 hat der Hub die Station nicht gehört. Ein **fremder Sender** hat auf demselben Funkkanal ununterbrochen gesendet. Um 18:13 kam alles auf einmal nach, und erst dann konnte der Alarm losgehen.

        Was ich gemacht habe und was noch zu tun ist:

        - Ihre Station ist seit eben auf **Kanal 3**. Dort ist es still.
        - Für heute Nacht habe ich einen zweiten Alarm eingerichtet: wenn die Station **länger als zehn Minuten schweigt**, bekommen Sie eine Nachricht, auch ohne Wind.
        - Eine Frage: Ist in der Nähe etwas Neues, das funkt? Eine Bewässerung, ein Weidezaun, ein Tor?`, { then: 'open' }),
      writes(14.5, `
        Der Nachbar hat vorige Woche eine Bewässerung mit Funkventilen in Betrieb genommen, die läuft abends von fünf bis sechs. Das passt ja genau.

        Der Schweigealarm ist gut, den hätte ich gern immer. Bleibt der? Und wer zahlt mir die Seile, Sie oder der Nachbar?`),
    ],
  },
];
