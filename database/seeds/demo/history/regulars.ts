import type { AgentKey, CustomerKey } from '../people';

/** Somebody who has written to the desk now and then. */
export interface Regular {
  name: string;
  email: string;
  language: 'en' | 'de';
  timeZone: string;
  /** By hand among those who pay for the priority line. */
  premium?: boolean;
  /** How often, compared with the others. */
  weight: number;
}

/** Fourteen who have asked, were answered, and have nothing open; nobody signs in as one of them. */
export const regulars: Regular[] = [
  /** Vineyards on the Moselle; a late frost costs a year. */
  { name: 'Matthias Kröll', email: 'matthias.kroell@example.net', language: 'de', timeZone: 'Europe/Berlin', premium: true, weight: 12 },
  /** Allotment society of Aarhus: nine stations behind one hedge. */
  { name: 'Signe Dahl', email: 'signe.dahl@example.net', language: 'en', timeZone: 'Europe/Copenhagen', weight: 8 },
  { name: 'Rhys Morgan', email: 'rhys.morgan@example.net', language: 'en', timeZone: 'Europe/London', weight: 7 },
  /** Glider club near Gap. */
  { name: 'Élodie Garnier', email: 'elodie.garnier@example.net', language: 'en', timeZone: 'Europe/Paris', weight: 6 },
  { name: 'Katrin Seifert', email: 'katrin.seifert@example.net', language: 'de', timeZone: 'Europe/Berlin', weight: 7 },
  /** Beekeeper who weighs her hives and reads the rain beside them. */
  { name: 'Paula Lindqvist', email: 'paula.lindqvist@example.net', language: 'en', timeZone: 'Europe/Stockholm', weight: 5 },
  { name: 'Tomasz Wierzba', email: 'tomasz.wierzba@example.net', language: 'en', timeZone: 'Europe/Warsaw', weight: 6 },
  /** Harbour master of a small island. */
  { name: 'Aoife Brennan', email: 'aoife.brennan@example.net', language: 'en', timeZone: 'Europe/Dublin', premium: true, weight: 9 },
  { name: 'Jürgen Abt', email: 'juergen.abt@example.net', language: 'de', timeZone: 'Europe/Zurich', weight: 5 },
  /** Botanic garden in Porto. */
  { name: 'Inês Carvalho', email: 'ines.carvalho@example.net', language: 'en', timeZone: 'Europe/Lisbon', weight: 6 },
  { name: 'Nora Haugen', email: 'nora.haugen@example.net', language: 'en', timeZone: 'Europe/Oslo', weight: 5 },
  /** Primary school with a weather corner. */
  { name: 'Greta Vollmer', email: 'greta.vollmer@example.net', language: 'de', timeZone: 'Europe/Berlin', weight: 6 },
  { name: 'Samuel Okoro', email: 'samuel.okoro@example.net', language: 'en', timeZone: 'Europe/London', weight: 5 },
  { name: 'Lucía Herrero', email: 'lucia.herrero@example.net', language: 'en', timeZone: 'Europe/Madrid', weight: 6 },
];

/** Those of the company's own cast who have asked before, too, with how often in a year. */
export const oldAcquaintances: [CustomerKey, requests: number][] = [['cora', 26], ['otto', 14], ['hanna', 12]];

/** Who answers what, by the category's slug; the others answer now and then. */
export const deskOf: Record<string, AgentKey> = {
  delivery: 'mirja',
  'damaged-or-missing-parts': 'mirja',
  'change-or-cancel-an-order': 'mirja',
  'invoices-and-payment': 'mirja',
  'northwind-plus': 'mirja',
  'app-and-alerts': 'jonas',
  'export-and-api': 'jonas',
  'hub-or-sensor-offline': 'jonas',
  'setting-up': 'ada',
  'readings-look-wrong': 'ada',
  'repairs-and-spare-parts': 'ada',
};
