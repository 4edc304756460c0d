import type { Story } from '../story';

/** The app, exports, Plus and all the rest. */
export const using: Story[] = [
  {
    category: 'app-and-alerts', language: 'en', article: 'alerts-that-stay-silent',
    subjects: ['Frost alert did not ring', 'Alerts come, but without a sound', 'No alert at minus two'],
    answers: { device: 'Android', phone: 'Pixel 7, Android 15' },
    text: 'Minus two in the night and the phone stayed silent. The alert is set to one degree and was on.',
    reply: 'Hello {first},\n\nour side sent it at 3:12, the phone held it back. Please take Northwind out of battery saving and let it through *do not disturb*; then press *Test alert* with the screen off.\n\n{agent}',
    back: ['The test rings now. Can I have it as a call as well?', 'With the priority line, yes: it calls up to three numbers. Without it, a second phone with the same account is the safest.'],
    thanks: 'Rang tonight, fleece is on.',
  },
  {
    category: 'app-and-alerts', language: 'en', article: 'groups-and-maps',
    subjects: ['All stations on one map?', 'How do I make a group?', 'Show our stations to visitors'],
    answers: { device: 'In a browser' },
    text: 'We have five stations by now. Is there a page on which all of them are seen together?',
    reply: 'Hello {first},\n\nthere is: *Stations → Groups*. A group has a map and a page of its own, and you decide whether others may open it by a link.\n\n{agent}',
    thanks: 'Just what we wanted.',
  },
  {
    category: 'export-and-api', language: 'en', article: 'export-to-excel',
    subjects: ['Excel turns my readings into dates', 'CSV with commas instead of points', 'Export of a whole year'],
    answers: { way: 'CSV export', program: 'Excel' },
    text: 'When I open the export, Excel makes dates of half of the numbers.',
    reply: 'Hello {first},\n\nplease do not open it, but import it: *Data → From text/CSV*, and choose the point as decimal sign. The article that I have linked shows it step by step.\n\n{agent}',
    thanks: 'Now it is numbers.',
  },
  {
    category: 'export-and-api', language: 'en', article: 'api-tokens',
    subjects: ['401 with a new token', 'How many calls an hour?', 'Token for a school project'],
    answers: { way: 'API', call: 'GET /v1/stations: 401' },
    text: 'A new token answers 401 for the list of stations. The old one works.',
    reply: 'Hello {first},\n\nthe new one was made without the right to read stations. Make another and tick *Stations*; rights cannot be added afterwards. 600 calls an hour are the most, for each token.\n\n{agent}',
    thanks: 'Works with the tick.',
  },
  {
    category: 'northwind-plus', language: 'en', article: 'northwind-plus',
    subjects: ['Renewal of Plus', 'How do I end Plus?', 'Plus for a second station'],
    answers: { wish: 'Renew or end it' },
    text: 'Plus ends next week. Does it renew itself, and does it cover a second station?',
    reply: 'Hello {first},\n\nit renews itself unless you end it under *Account → Plus*, and it covers all stations of your account, however many.\n\n{agent}',
    thanks: 'Good to know. It may go on.',
  },
  {
    category: 'something-else', language: 'en', article: 'priority-line-for-farms',
    subjects: ['A quote for twelve stations', 'Offer for our association', 'Discount for schools?'],
    answers: { topic: 'A quote for a school, farm or club', howMany: 'Twelve' },
    text: 'Our association would like a dozen stations for the season. Could we have an offer, with delivery to one address?',
    reply: 'Hello {first},\n\ngladly. The offer is in your mail: twelve Fjord 3 with two Hubs, ten percent less, delivery included, valid for thirty days.\n\n{agent}',
    thanks: 'Ordered this morning.',
  },
];
