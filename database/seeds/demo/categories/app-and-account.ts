import type { Kind } from '../categories';
import { question } from './question';

const app: Kind = {
  slug: 'app-and-alerts',
  name: 'App and alerts',
  description: 'The app on phone and web, frost and wind alerts, signing in',
  helpText: `Alerts that stay silent are mostly held back by the phone itself. Check three things before you write:

1. *Northwind → Alerts*: is the alert switched on for this station?
2. The phone's settings: may Northwind send notifications, also while "do not disturb" is on?
3. Android only: is Northwind taken out of battery saving?

The button *Test alert* sends one at once.`,
  fields: [
    question('device', 'choice', 'Where do you use the app?', { required: true, choices: ['iPhone or iPad', 'Android', 'In a browser'] }),
    question('phone', 'text', 'Which phone and version?', { help: 'Such as "Pixel 7, Android 15".', dependsOn: { field: 'device', equals: 'Android' } }),
    question('version', 'text', 'Version of the app', { help: 'At the bottom of the menu.' }),
  ],
};

const exportAndApi: Kind = {
  slug: 'export-and-api',
  name: 'Export and API',
  description: 'Getting your readings out, by file or by program',
  helpText: `Readings belong to you, and with Northwind Plus you can take all of them out.

- **CSV**: *Station → History → Export*. Times are in the station's time zone, numbers with a point.
- **API**: make a token under *Account → Access tokens* and send it as \`Authorization: Bearer …\`. A token can make 600 calls an hour.

Never send us a token. If one got out, delete it and make another.`,
  fields: [
    question('way', 'choice', 'Which way?', { required: true, choices: ['CSV export', 'API'] }),
    question('call', 'text', 'Which call, and what did it answer?', { help: 'Such as "GET /v1/stations: 401". Leave the token out.', dependsOn: { field: 'way', equals: 'API' } }),
    question('program', 'text', 'Which program do you use?', { help: 'Such as Excel or Python.' }),
  ],
};

const plus: Kind = {
  slug: 'northwind-plus',
  name: 'Northwind Plus',
  description: 'Renew it, end it, move it to another account',
  helpText: 'Northwind Plus costs 24 euros a year for all stations of an account. It renews itself; you can end it until the last day under *Account → Plus*. What was stored stays readable for a year after it has ended.',
  fields: [
    question('wish', 'choice', 'What would you like?', { required: true, choices: ['Renew or end it', 'Move it to another account', 'Something does not work'] }),
    question('otherAccount', 'text', 'Email address of the other account', { required: true, dependsOn: { field: 'wish', equals: 'Move it to another account' } }),
    question('ownerAgrees', 'checkbox', 'The owner of that account knows about it', { required: true, dependsOn: { field: 'wish', equals: 'Move it to another account' } }),
  ],
};

export const appAndAccount: Kind = {
  slug: 'app-and-account',
  name: 'App and account',
  description: 'Alerts, export, access tokens, Northwind Plus',
  helpText: 'The Northwind app for iPhone, Android and the browser.',
  inside: [app, exportAndApi, plus],
};
