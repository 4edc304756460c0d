import type { Language } from '../../../contracts/accounts';
import type { IncidentState } from '../../../contracts/incidents';
import type { Letter } from '../mail/letter';

/** What a letter about an incident is made of; `text` is the update, in Markdown. */
export interface IncidentNews {
  brand: string;
  name: string;
  title: string;
  state: IncidentState;
  text: string;
  url: string;
}

const states: Record<Language, Record<IncidentState, string>> = {
  en: { investigating: 'We are looking for the cause', identified: 'We know the cause', monitoring: 'It should work again; we are watching it', resolved: 'It is solved' },
  de: { investigating: 'Wir suchen die Ursache', identified: 'Wir kennen die Ursache', monitoring: 'Es sollte wieder gehen; wir beobachten es', resolved: 'Es ist behoben' },
  ar: { investigating: 'نبحث عن السبب', identified: 'عرفنا السبب', monitoring: 'يفترض أنه يعمل من جديد ونحن نراقبه', resolved: 'تم الحل' },
};

const writers: Record<Language, (news: IncidentNews) => Letter> = {
  en: ({ brand, name, title, state, text, url }) => ({ subject: title, greeting: `Hello ${name},`, paragraphs: [`There is news about “${title}”, which you follow. ${states.en[state]}.`], quote: text, action: { label: 'See what goes on', url }, closing: brand }),
  de: ({ brand, name, title, state, text, url }) => ({ subject: title, greeting: `Guten Tag ${name},`, paragraphs: [`Es gibt Neues zu „${title}“, dem Sie folgen. ${states.de[state]}.`], quote: text, action: { label: 'Sehen, was los ist', url }, closing: brand }),
  ar: ({ brand, name, title, state, text, url }) => ({ subject: title, greeting: `مرحبًا ${name}،`, paragraphs: [`هناك جديد عن «${title}» الذي تتابعه. ${states.ar[state]}.`], quote: text, action: { label: 'عرض ما يجري', url }, closing: brand }),
};

/** Brings an update of an incident to somebody who follows it. */
export const incidentLetter = (language: Language, news: IncidentNews): Letter => ({ ...writers[language](news), language });
