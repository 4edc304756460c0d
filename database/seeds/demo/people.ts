/** Everybody in the demo signs in with the password of builders/people.ts. */
export const admin = { firstname: 'Max', lastname: 'Lindqvist', email: 'max@example.com' };

/** The support of Northwind: Ada and Jonas know the stations, Mirja the orders and the money. */
export const agents = {
  ada: { firstname: 'Ada', lastname: 'Okafor', email: 'ada@example.com' },
  jonas: { firstname: 'Jonas', lastname: 'Petersen', email: 'jonas@example.com' },
  mirja: { firstname: 'Mirja', lastname: 'Thomsen', email: 'mirja@example.com' },
} as const;
export type AgentKey = keyof typeof agents;

interface Person {
  name: string;
  email: string;
  language: 'en' | 'de';
  timeZone: string;
  theme: 'auto' | 'light' | 'dark';
}

/**
 * Six customers, each with a trait that shows something: Cora, whom visitors sign in as, has requests in
 * every state; Otto is of another organisation; Hanna reads and writes German; Ngaire lives half a day ahead
 * of the agents; Edmund writes long letters; Dario writes in a hurry.
 */
export const customers = {
  /** Head gardener of Hollin Court, a walled garden with a nursery in Shropshire: a Fjord Pro and two Brooks. */
  cora: { name: 'Cora Bell', email: 'cora@example.com', language: 'en', timeZone: 'Europe/London', theme: 'auto' },
  /** Teaches geography at the Lindenhof School in Hamburg: three Fjord 3 and some Lees. */
  otto: { name: 'Otto Brandt', email: 'otto@example.org', language: 'en', timeZone: 'Europe/Berlin', theme: 'auto' },
  /** Grows apples and pears in Styria and lives by frost alerts. */
  hanna: { name: 'Hanna Vogt', email: 'hanna.vogt@example.net', language: 'de', timeZone: 'Europe/Vienna', theme: 'light' },
  /** Runs a sheep farm near Hāwea in New Zealand. */
  ngaire: { name: 'Ngaire Walker', email: 'ngaire.walker@example.net', language: 'en', timeZone: 'Pacific/Auckland', theme: 'dark' },
  /** Retired land surveyor in Cumbria who has kept weather records since 1988. */
  edmund: { name: 'Edmund Thorley', email: 'edmund.thorley@example.net', language: 'en', timeZone: 'Europe/London', theme: 'light' },
  /** Has a surf school on the Ligurian coast. */
  dario: { name: 'Dario Conti', email: 'dario.conti@example.net', language: 'en', timeZone: 'Europe/Rome', theme: 'auto' },
} as const satisfies Record<string, Person>;
export type CustomerKey = keyof typeof customers;

/** Addresses of all customers of the demo. */
export const customerAddresses = Object.values(customers).map(({ email }) => email);
