import type { Words } from '../en';

export const secrets: Words['secrets'] = {
  kinds: { card: 'رقم بطاقة', iban: 'رقم حساب مصرفي', private_key: 'مفتاح خاص', token: 'مفتاح وصول', password: 'كلمة مرور' },
  between: '، ',
  seen: (label, kinds) => `يبدو أن «${label}» يتضمن ${kinds}`,
  title: 'هل تريد إرسال هذا؟',
  text: 'يستطيع من يقرؤه استخدامه، وتُحفظ الرسائل في أماكن كثيرة. لا يحتاج دعمنا إليه أبدًا.',
  takeOut: 'إزالته',
  anyway: 'إرساله على أي حال',
  takenOut: 'تمت إزالته. راجع النص مرة أخرى ثم أرسله.',
  inMessage: (kinds) => `قد تتضمن هذه الرسالة ${kinds}.`,
  redacted: 'تمت إزالته من رسالتك ومن كل نسخنا.',
};
