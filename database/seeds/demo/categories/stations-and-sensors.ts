import type { Kind } from '../categories';
import { question, serialNumber } from './question';

const settingUp: Kind = {
  slug: 'setting-up',
  name: 'Setting up',
  description: 'Where to put it, pairing, the first readings',
  helpText: `A station is quickest to set up **on the table**, before it goes up the mast:

1. Plug in the Hub and wait for a steady green light.
2. Pull the paper strip out of the sensor's battery tray. Its light blinks for two minutes.
3. In the app choose *Add a sensor*. The sensor must be within ten metres now; later it may be much further away.

On the mast, keep four times the height of the nearest obstacle away from it if you can. If you cannot, tell us what is around: we help you find the best of the bad places.`,
  fields: [
    question('product', 'choice', 'Which product?', { required: true, choices: ['Fjord 3', 'Fjord Pro', 'Brook', 'Lee', 'Hub 2'] }),
    question('step', 'choice', 'Where are you now?', { choices: ['I have not begun', 'Pairing with the Hub', 'Connecting the Hub to the Wi-Fi', 'Putting up the mast', 'It runs, but I want to improve it'] }),
    question('wifiName', 'text', 'Name of your Wi-Fi', { help: 'Only the name, never its password.', dependsOn: { field: 'step', equals: 'Connecting the Hub to the Wi-Fi' } }),
  ],
};

const readings: Kind = {
  slug: 'readings-look-wrong',
  name: 'Readings look wrong',
  description: 'Too high, too low, stuck, or missing for hours',
  helpText: `Three causes explain most strange readings:

- **Sun and walls.** A thermometer near a wall, a roof or paving reads one to four degrees too high on bright days and clear nights.
- **Leaves and spiders.** Lift off the rain funnel and look at the sieve and the tipping spoon. Rain that is counted on dry nights is often a web.
- **Settings.** Air pressure needs your height above sea level, wind direction needs the arrow on the head to point north. Both are under *Station → Place*.

A screenshot of the curve over two days tells us more than a single number. Please do not reset the station before you write: the reset takes away its own record of faults.`,
  fields: [
    serialNumber(),
    question('reading', 'choice', 'Which reading?', { required: true, choices: ['Temperature', 'Humidity', 'Wind speed', 'Wind direction', 'Rain', 'Air pressure', 'Soil moisture', 'CO₂', 'A frost alert'] }),
    question('since', 'date', 'Since when?', { required: true, help: 'The first day on which you noticed it.' }),
    question('touched', 'checkbox', 'It was moved, cleaned or repaired not long before'),
    question('whatWasDone', 'long_text', 'What was done?', { dependsOn: { field: 'touched', equals: true } }),
  ],
};

const offline: Kind = {
  slug: 'hub-or-sensor-offline',
  name: 'Hub or sensor offline',
  description: 'No new readings in the app',
  suggestedPriority: 'high',
  helpText: `Look at the light on the Hub first:

- **Green**: the Hub is fine, a sensor is silent. Check its battery tray, and whether something of metal has come between.
- **Blinking blue**: the Hub does not find its Wi-Fi. After a new router or password, hold its button for five seconds and set up the Wi-Fi again in the app.
- **Red**: the Hub has Wi-Fi but does not reach us. It often ends by itself within ten minutes.
- **Off**: try another USB-C power supply of 5 volts.

Sensors keep their readings for **three days** and send them later, so nothing is lost by a short gap.`,
  fields: [
    serialNumber(false),
    question('light', 'choice', 'What does the light on the Hub do?', { required: true, choices: ['Green', 'Blinks blue', 'Red', 'Off', 'I am not near it'] }),
    question('newRouter', 'checkbox', 'The router or its password was changed'),
    question('router', 'text', 'Which router is it now?', { required: true, dependsOn: { field: 'newRouter', equals: true } }),
  ],
};

const repairs: Kind = {
  slug: 'repairs-and-spare-parts',
  name: 'Repairs and spare parts',
  description: 'What broke, what wears out, what you can change yourself',
  helpText: `Everything that wears out on a station can be changed with the small key in its box: wind cups (P-110), vane (P-112), rain funnel (P-120), tipping spoon (P-121), radiation shield (P-130). We keep parts for **ten years** after the last station of a kind was sold.

The guarantee is three years. It covers bearings, electronics and batteries, not storms that lay the mast down; but ask, we are not unreasonable.`,
  fields: [
    question('part', 'text', 'Which part, or what broke?', { required: true }),
    serialNumber(false),
    question('boughtOn', 'date', 'When did you buy it?', { help: 'A guess is enough.' }),
    question('selfRepair', 'checkbox', 'I would like to repair it myself'),
  ],
};

export const stationsAndSensors: Kind = {
  slug: 'stations-and-sensors',
  name: 'Stations and sensors',
  description: 'Setting up, strange readings, silence, repairs',
  helpText: 'Fjord, Fjord Pro, Brook, Lee and the Hub.',
  inside: [readings, offline, settingUp, repairs],
};
