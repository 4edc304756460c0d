/**
 * Northwind makes weather stations for gardens, farms and schools, in a workshop in Flensburg at the Baltic
 * Sea; eleven people, since 2016. All that the demo says about it agrees with this file.
 *
 * A station is a sensor head on a mast (wind cups, vane, rain funnel with a tipping spoon, thermometer in a
 * shield, solar panel) that speaks by radio to a Hub indoors, which uses the Wi-Fi. The app shows it all;
 * Northwind Plus (24 euros a year) adds history beyond 30 days, CSV export, frost alerts and the API.
 *
 * Order numbers run from NW-10212 (ten weeks ago) to NW-10422 (now), about three a working day. Serial
 * numbers begin with the product's letters. Parcels go with Nordpaket (Europe) and Halden Air (the rest).
 */
export const company = {
  name: 'Northwind',
  address: ['Northwind Instruments GmbH', 'Norderhofenden 18', '24937 Flensburg', 'Germany'],
  vatId: 'DE 311 204 887',
} as const;

/** What is sold: name as people say it, price in euros with tax. */
export const products = {
  fjord: { name: 'Fjord 3 home weather station', price: 249 },
  fjordPro: { name: 'Fjord Pro weather station', price: 590 },
  brook: { name: 'Brook soil probe', price: 64 },
  lee: { name: 'Lee indoor sensor', price: 79 },
  hub: { name: 'Hub 2', price: 89 },
  plus: { name: 'Northwind Plus, one year', price: 24 },
  cups: { name: 'P-110 wind cups with bearing', price: 14 },
  vane: { name: 'P-112 wind vane', price: 12 },
  funnel: { name: 'P-120 rain funnel with leaf sieve', price: 11 },
  spoon: { name: 'P-121 tipping spoon', price: 9 },
  shield: { name: 'P-130 radiation shield', price: 18 },
  clamp: { name: 'P-150 mast clamp, 32-48 mm', price: 16 },
  hubPower: { name: 'P-210 Hub power supply', price: 15 },
} as const;
export type Product = keyof typeof products;
