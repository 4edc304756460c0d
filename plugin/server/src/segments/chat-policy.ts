import type { Language } from '../../../contracts/accounts';
import type { PolicyKey, PolicyValues } from '../../../contracts/policy';

/** What holds for live chat; the keys `chat.*` of the policy. */
export interface ChatRules {
  officeHours: boolean;
  mostPerAgent: number;
  unreadMailMinutes: number;
  silenceMinutes: number;
  guests: boolean;
  askEmail: PolicyValues['chat.askEmail'];
  origins: string[];
  greeting: Record<Language, string>;
}
export const chatPolicyKeys = [
  'chat.officeHours', 'chat.mostPerAgent', 'chat.unreadMailMinutes', 'chat.silenceMinutes', 'chat.guests', 'chat.askEmail', 'chat.origins',
  'chat.greeting.en', 'chat.greeting.de', 'chat.greeting.ar',
] as const satisfies readonly PolicyKey[];
type ChatKey = (typeof chatPolicyKeys)[number];

/** What config/plugins.ts says of it, by the keys of the policy. */
export const chatKeys = ({ greeting, ...rules }: ChatRules): Pick<PolicyValues, ChatKey> => ({
  'chat.officeHours': rules.officeHours,
  'chat.mostPerAgent': rules.mostPerAgent,
  'chat.unreadMailMinutes': rules.unreadMailMinutes,
  'chat.silenceMinutes': rules.silenceMinutes,
  'chat.guests': rules.guests,
  'chat.askEmail': rules.askEmail,
  'chat.origins': rules.origins ?? [],
  'chat.greeting.en': greeting.en,
  'chat.greeting.de': greeting.de,
  'chat.greeting.ar': greeting.ar,
});

/** The same the other way round. */
export const chatRulesOf = (values: Pick<PolicyValues, ChatKey>): ChatRules => ({
  officeHours: values['chat.officeHours'],
  mostPerAgent: values['chat.mostPerAgent'],
  unreadMailMinutes: values['chat.unreadMailMinutes'],
  silenceMinutes: values['chat.silenceMinutes'],
  guests: values['chat.guests'],
  askEmail: values['chat.askEmail'],
  origins: values['chat.origins'],
  greeting: { en: values['chat.greeting.en'], de: values['chat.greeting.de'], ar: values['chat.greeting.ar'] },
});
