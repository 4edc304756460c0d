import type { SecretKind } from '@contracts/secrets';
import type { Words } from '../en';

const kinds: Record<SecretKind, string> = { card: 'رقم بطاقة', iban: 'رقم حساب مصرفي', private_key: 'مفتاح خاص', token: 'مفتاح وصول', password: 'كلمة مرور' };
const listed = (found: SecretKind[]): string => found.map((kind) => kinds[kind]).join('، ');

export const secrets: Words['secrets'] = {
  seen: (label, found) => `يبدو أن «${label}» يتضمن ${listed(found)}`,
  title: 'هل تريد إرسال هذا؟',
  text: 'يستطيع من يقرؤه استخدامه، وتُحفظ الرسائل في أماكن كثيرة. لا يحتاج دعمنا إليه أبدًا.',
  takeOut: 'إزالته',
  anyway: 'إرساله على أي حال',
  takenOut: 'تمت إزالته. راجع النص مرة أخرى ثم أرسله.',
  inMessage: (found) => `قد تتضمن هذه الرسالة ${listed(found)}.`,
  redacted: 'تمت إزالته من رسالتك ومن كل نسخنا.',
};
