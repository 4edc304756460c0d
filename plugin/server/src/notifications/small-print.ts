import type { Language } from '../../../contracts/accounts';

/** What stands under letters, in each language. */
export const smallPrint: Record<Language, { answerable: string; leave: string; leaveDigest: string }> = {
  en: { answerable: 'You can answer this mail.', leave: 'No more mails like this one', leaveDigest: 'No more daily digests' },
  de: { answerable: 'Sie können auf diese Mail antworten.', leave: 'Keine Mails dieser Art mehr', leaveDigest: 'Keine tägliche Übersicht mehr' },
  ar: { answerable: 'يمكنك الرد على هذه الرسالة.', leave: 'إيقاف هذا النوع من الرسائل', leaveDigest: 'إيقاف الملخص اليومي' },
};
