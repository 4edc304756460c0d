import type { Story } from '../story';

/** What is asked in German. */
export const aufDeutsch: Story[] = [
  {
    category: 'app-and-alerts', language: 'de', article: 'alerts-that-stay-silent',
    subjects: ['Frostalarm kam nicht an', 'Alarm ohne Ton', 'Zweites Telefon für den Frostalarm'],
    answers: { device: 'Android', phone: 'Galaxy A54, Android 14' },
    text: 'Guten Tag, heute Nacht hatten wir minus eins und das Telefon blieb stumm. Der Alarm steht auf ein Grad.',
    reply: 'Guten Tag,\n\nunser Server hat ihn um 2:40 Uhr verschickt, das Telefon hat ihn zurückgehalten. Bitte nehmen Sie Northwind aus dem Energiesparen heraus und drücken Sie dann bei dunklem Bildschirm auf *Testalarm*.\n\n{agent}',
    thanks: 'Der Test läutet jetzt. Danke!',
  },
  {
    category: 'readings-look-wrong', language: 'de', article: 'rain-reads-low',
    subjects: ['Regenmesser zeigt zu wenig', 'Nur halb so viel Regen wie im Glas', 'Regen wird nicht gezählt'],
    answers: { serialNumber: '{serial}', reading: 'Rain', since: { daysAgo: 6 } },
    text: 'Guten Tag, der Regenmesser zählt seit einer Woche nur die Hälfte. Daneben steht ein Glas, das ich jeden Morgen leere.',
    reply: 'Guten Tag,\n\nmeist ist es das Sieb: Trichter eine Vierteldrehung nach links, abspülen, dann langsam eine Tasse Wasser hineingießen. Der Löffel soll etwa alle 4 ml kippen.\n\n{agent}',
    back: ['Er kippt, bleibt aber manchmal hängen.', 'Dann ist der Löffel (P-121) ausgeschlagen. Ein neuer ist unterwegs, kostenlos.'],
    thanks: 'Blütenstaub im Sieb. Jetzt stimmt es wieder.',
  },
  {
    category: 'hub-or-sensor-offline', language: 'de', article: 'hub-after-new-router',
    subjects: ['Hub findet das WLAN nicht', 'Seit dem neuen Router keine Werte', 'Hub blinkt blau'],
    answers: { light: 'Blinks blue', newRouter: true, router: 'Speedport' },
    text: 'Seit gestern haben wir einen neuen Router, und der Hub blinkt nur noch blau.',
    reply: 'Guten Tag,\n\nder Hub funkt auf 2,4 GHz. Bitte schalten Sie das im Router ein, halten Sie dann den Knopf am Hub fünf Sekunden gedrückt und folgen Sie der App. Verloren geht nichts, die Sensoren merken sich zehn Tage.\n\n{agent}',
    thanks: 'Läuft, und die Lücke hat sich gefüllt.',
  },
  {
    category: 'delivery', language: 'de', article: 'where-is-my-parcel',
    subjects: ['Wo ist {order}?', 'Paket steht seit Tagen', 'Lieferung von {order}'],
    answers: { orderNumber: '{order}', trouble: 'It has not arrived yet' },
    text: 'Die Verfolgung von {order} steht seit vier Tagen auf „übergeben“. Ist das Paket unterwegs?',
    reply: 'Guten Tag,\n\nja, es ging am {{-4d}} bei uns hinaus und wurde heute früh im Verteilzentrum erfasst. Rechnen Sie am {{+2w weekday}} damit.\n\n{agent}',
    thanks: 'Heute angekommen, vielen Dank.',
  },
  {
    category: 'invoices-and-payment', language: 'de', article: 'invoices',
    subjects: ['Rechnung zu {order} auf den Verein', 'Rechnung mit USt-IdNr.', 'Beleg zu {order}'],
    answers: { orderNumber: '{order}', wish: 'A copy of a receipt' },
    text: 'Für die Buchhaltung brauche ich die Rechnung zu {order} auf den Betrieb statt auf mich.',
    reply: 'Guten Tag,\n\ndie geänderte Rechnung liegt in Ihrem Konto und kommt heute Abend per Mail. Die alte ist damit ungültig.\n\n{agent}',
    thanks: 'Passt, danke.',
  },
  {
    category: 'repairs-and-spare-parts', language: 'de', article: 'change-the-wind-cups',
    subjects: ['Schalenkreuz abgebrochen', 'Windfahne klemmt', 'Ersatzteil nach dem Sturm'],
    answers: { part: 'P-110', selfRepair: true },
    text: 'Der Sturm hat ein Teil mitgenommen. Gibt es das einzeln, und kann ich es selbst tauschen?',
    reply: 'Guten Tag,\n\nbeides ja. Das Teil liegt in einem Warenkorb für Sie, der Weg dorthin kommt per Mail. Zum Tausch reicht der kleine Schlüssel aus der Schachtel.\n\n{agent}',
    thanks: 'Getauscht, läuft.',
  },
  {
    category: 'export-and-api', language: 'de', article: 'export-to-excel',
    subjects: ['Excel macht aus Werten ein Datum', 'Export mit Komma statt Punkt', 'Messwerte eines Jahres'],
    answers: { way: 'CSV export', program: 'Excel' },
    text: 'Beim Öffnen der Datei macht Excel aus der Hälfte der Werte ein Datum.',
    reply: 'Guten Tag,\n\nbitte nicht öffnen, sondern importieren: *Daten → Aus Text/CSV*, Dezimalzeichen Punkt. Der verknüpfte Artikel zeigt es Schritt für Schritt.\n\n{agent}',
    thanks: 'Jetzt sind es Zahlen.',
  },
];
