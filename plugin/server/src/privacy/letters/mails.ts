import { membership } from '../../accounts/services/membership';
import type { OutgoingMail } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import type { Strapi } from '../../platform/domain';
import type { Person } from '../archive/person';
import { privacyLetters } from './words';
import type { PrivacyLetter } from './words';

const locales = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-nu-latn-ca-gregory' };
const dayOf = (moment: Date, { language, timeZone }: Person): string => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(moment);

interface Occasion {
  key: string;
  letter: PrivacyLetter;
  page: string;
  day: Date;
}
const mailOf = (strapi: Strapi, person: Person, { key, letter, page, day }: Occasion): OutgoingMail => {
  const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf();
  const { label, ...text } = privacyLetters[letter][person.language]({ brand, name: person.name, day: dayOf(day, person) });
  return { key, to: person.email, letter: { ...text, language: person.language, look, action: { label, url: portalAddress(strapi, page) } } };
};

/** Tells that an archive can be fetched: the link leads to the page, which asks who it is. */
export const archiveReadyMail = (strapi: Strapi, key: string, person: Person, until: Date): OutgoingMail => mailOf(strapi, person, { key: `export:${key}`, letter: 'archiveReady', page: '/account/data', day: until });

/** Asks whether the erasure is really wanted. `code` opens it once. */
export const erasureAskedMail = (strapi: Strapi, id: number, code: string, person: Person, until: Date): OutgoingMail =>
  mailOf(strapi, person, { key: `erasure:${id}:asked`, letter: 'erasureAsked', page: `/account/erasure?code=${code}`, day: until });

/** Tells when it begins. */
export const erasureComingMail = (strapi: Strapi, id: number, person: Person, due: Date): OutgoingMail => mailOf(strapi, person, { key: `erasure:${id}:coming`, letter: 'erasureComing', page: '/account/data', day: due });
