import { chart, hubLight } from '../files/pictures';
import { answers, closes, days, links, notes, sets, takes, weeks, writes } from '../script';
import type { Script } from '../script';

/** The strength of the radio over a day, with a hole around nine in the evening. */
const holeAtNine = (place: number): number => (place > 0.83 && place < 0.91 ? 0.03 : 0.7 + 0.04 * Math.sin(place * 43) + 0.03 * Math.sin(place * 131 + 1) + 0.02 * Math.sin(place * 307));

export const offline: Script[] = [
  {
    by: 'cora',
    category: 'hub-or-sensor-offline',
    subject: 'The Hub drops out every evening around nine',
    ended: weeks(3.4),
    fields: { serialNumber: 'HB-30774', light: 'Red', newRouter: false },
    text: `
      Hello, for about ten days the Hub has gone red at nine in the evening, give or take five minutes, and come back by itself around half past ten. In between the app shows nothing new. The readings do turn up later, so nothing is lost, but nine is just when I look whether to close the vents.

      Nothing was changed here that I know of. The Hub sits in the office; our Wi-Fi works on the laptop beside it the whole time.`,
    files: [chart('a-day-with-a-hole.png', holeAtNine)],
    steps: [
      takes('jonas', 0.8),
      links('jonas', 0.1, 'hub-drops-out-daily'),
      answers('jonas', 0.3, `
        Hi Cora,

        Red means: Wi-Fi yes, way to us no. As your laptop works, something lets the laptop through and the Hub not. A fixed hour smells of a **timer in the router**, such as a child lock or guest network that closes at night.

        Could you look whether the Hub is in the *guest* network? In the app: *Hub → About → Wi-Fi*.`),
      writes(3.8, `It is in "HollinCourt-Office", the same as the laptop. No timers that I can find, but I do not have the password of the router; that is with the estate's IT man, who comes on Thursdays.`),
      notes('jonas', 2.4, `Her Hub asks our old time server once a day, in the evening, and gets no answer any more; firmware 4.2.0 then waits 90 minutes before it tries the next one. That fits "nine, and back at half past ten" exactly. Not her router at all.`),
      sets('jonas', 0.1, { priority: 'high' }),
      answers('jonas', 0.2, `
        You can leave the IT man alone: **it is us.** Once a day the Hub sets its clock. Version 4.2.0 asks a server that was taken away a fortnight ago, and waits ninety minutes for it before it asks another. The time of day differs from Hub to Hub; yours happens to be nine in the evening.

        Version **4.2.1** asks another one at once. I have released it for your Hub; it installs tonight between two and four. Would you have a look tomorrow evening?`, { then: 'open' }),
      writes(days(1.3), `Green all evening. And I had already been rude to the IT man in my head.`),
      answers('jonas', 11.5, `Then I owe him the apology. 4.2.1 goes to everybody this week, thanks to your nine o'clock. Marked as solved.`, { then: 'solved' }),
    ],
  },
  {
    by: 'hanna',
    category: 'hub-or-sensor-offline',
    subject: 'Hub offline seit dem neuen Router',
    ended: weeks(8.8),
    fields: { serialNumber: 'HB-28110', light: 'Blinks blue', newRouter: true, router: 'Glasfaser-Router vom Anbieter, ganz neu' },
    text: `
      Guten Tag, seit {{-1d weekday}} haben wir Glasfaser und einen neuen Router. Alles läuft, nur der Hub blinkt blau. Ich habe Name und Passwort vom WLAN gleich gelassen wie vorher, damit ich nichts umstellen muss. Knopf gedrückt habe ich auch schon.`,
    steps: [
      links('jonas', 0.1, 'hub-after-new-router'),
      answers('jonas', 1.4, `
        Guten Tag Frau Vogt,

        Name und Passwort gleich zu lassen war klug. Dass der Hub trotzdem blinkt, liegt vermutlich an der **Verschlüsselung**: neue Router sind oft auf „nur WPA3“ gestellt, der Hub 2 kann WPA2 und den gemischten Betrieb.

        1. Seite des Routers öffnen (steht auf seiner Unterseite, meist \`192.168.1.1\`)
        2. *WLAN → Sicherheit*: „WPA2 + WPA3“ wählen
        3. Wenn es dort ein Feld „2,4 GHz“ gibt: eingeschaltet lassen, der Hub braucht es

        Danach den Hub einmal aus- und einstecken.`),
      writes(2.2, `War genau so, „WPA3“ allein. Umgestellt, zwei Minuten gewartet, grün. Vielen Dank, das ging ja schnell.`),
      answers('jonas', 0.4, `Gern. Die Station hat inzwischen auch ihre fehlenden Stunden nachgeliefert. Gelöst.`, { then: 'solved' }),
      closes(5),
    ],
  },
  {
    by: 'ngaire',
    category: 'hub-or-sensor-offline',
    subject: 'Lost the back paddock since the hay shed went up',
    ended: days(3.3),
    fields: { serialNumber: 'FP-01240', light: 'Green', newRouter: false },
    text: `
      Hi there. The Pro on the back paddock was 1.6 km from the house and always had two bars. Since the new hay shed got its roof (steel, of course) it is one bar at best and mostly nothing. The shed is bang in the line.

      Can't move the shed. Could move the Hub, or the mast, or me.`,
    steps: [
      takes('jonas', 10, ['range']),
      answers('jonas', 0.7, `
        Hello Ngaire,

        Steel in the line is the end of it; no setting gets through that. But it need not go *through*. Is there a place from which you can see **both** the house and the mast, past the shed? A water tank, a hill, the shed's own roof ridge?`),
      writes(13, `The ridge would do it. You can see the kitchen window and the mast from up there. There's power in the shed as well.`),
      notes('ada', 9, `A second Hub on the ridge would need Wi-Fi there, which it has not. Better our outdoor aerial on a 10 m cable at the house end, raised above the shed. Supplier says the 915 MHz one for NZ is in with the next container.`),
      answers('jonas', 1.5, `
        Then there are two ways, and I would take the second:

        1. *A repeater in the shed.* Works, but it is one more box that can fail up there.
        2. *An outdoor aerial for the Hub* on the gable of the house, three metres up, 10 m of cable. From there it looks **over** the ridge. No power needed, nothing to set.

        The aerial for New Zealand's frequency (915 MHz) arrives with our supplier around {{+12w}}. I have put one aside with your name on it and lend it to you; you pay for it only if it helps. Until then the Pro keeps three days of readings and hands them over whenever a packet slips through.`),
      writes(12, `Second one then. No rush, the sheep aren't going anywhere.`),
      sets('jonas', 9, { state: 'on_hold' }),
      notes('jonas', 0.1, `On hold for the container. Aerial A-915 no. 3 has her name on it, on the shelf list.`),
    ],
  },
  {
    by: 'dario',
    category: 'hub-or-sensor-offline',
    subject: 'ofline',
    ended: days(5.2),
    fields: { light: 'I am not near it' },
    text: `2nd station at the kiosk ofline since {{-2d weekday}}`,
    steps: [
      takes('jonas', 1.9, ['router']),
      answers('jonas', 0.2, `
        Hi Dario,

        I can see that your Hub (HB-31002) has not called since {{-2d weekday}} at 11:40, and your station is well: it was heard until then with full bars.

        When you are next at the kiosk, please look at the **light on the Hub** and send me its colour or a photo. This is how it looks when it waits for the Wi-Fi:`, { files: [hubLight('hub-waits-for-wifi.png', [46, 108, 232])] }),
      writes(days(1), `it is blue blinking. but wifi is ok i use it now`),
      answers('jonas', 1.3, `
        Blue means that it does not find *the Wi-Fi it knows*. Did somebody change the **name or the password**, perhaps for the guests of this season?

        If so: hold the button of the Hub for five seconds, then in the app *Hub → Wi-Fi*, choose the name and type the new password. It takes two minutes. If not, tell me the name of the Wi-Fi (only the name, please).`),
    ],
  },
];
