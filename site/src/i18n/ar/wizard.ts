import type { Words } from '../en';
import { counted } from './counted';
import { named } from './named';

const hoursOf = (count: number): string => counted(count, { one: 'ساعة', two: 'ساعتين', few: '{n} ساعات', many: '{n} ساعة' });
const daysOf = (count: number): string => counted(count, { one: 'يوم', two: 'يومين', few: '{n} أيام', many: '{n} يومًا' }, '{n} يوم');
const requestsOf = (count: number): string => counted(count, { one: 'طلب واحد', two: 'طلبين', few: '{n} طلبات', many: '{n} طلبًا' }, '{n} طلب');

/** طلب جديد: الموضوع والتفاصيل والملفات والمراجعة والإرسال. */
export const wizard: Words['wizard'] = {
  title: 'طلب جديد',
  steps: {
    category: 'ما موضوع طلبك؟',
    details: 'أخبرنا بالمزيد',
    answers: 'إجابات قد تساعدك',
    files: 'إضافة ملفات',
    check: 'مراجعة إجاباتك',
  },
  categoryLabel: 'ما موضوع طلبك؟',
  categoryHint: 'اختر الأنسب. يمكننا تغييره لاحقًا.',
  noCategories: 'لا توجد خيارات متاحة حاليًا. عُد لاحقًا من فضلك.',
  firstReply: (hours) => {
    if (hours < 1) return 'يصل الرد الأول عادةً خلال ساعة';
    return `يصل الرد الأول عادةً خلال ${hours < 48 ? hoursOf(Math.round(hours)) : daysOf(Math.round(hours / 24))}`;
  },
  limit: {
    title: 'بلغتَ الحد الأقصى لعدد الطلبات حاليًا',
    text: (count, when) => `يمكنك إرسال ${requestsOf(count)} خلال 24 ساعة. يمكنك إرسال الطلب التالي ${when}.`,
    kept: 'يمكنك كتابته الآن، فما تكتبه يبقى محفوظًا. وإن كان الأمر يخص طلبًا سابقًا فأضف ردًا عليه.',
    open: 'طلباتك',
  },
  subject: 'الموضوع',
  subjectHint: 'سطر واحد يلخّص طلبك.',
  description: 'الوصف',
  descriptionHint: 'ماذا فعلت؟ وماذا حدث؟ وماذا كنت تتوقع؟',
  priority: 'ما مدى الإلحاح؟',
  attach: 'إرفاق ملفات',
  attachHint: (types, size, count) => `${types}. حتى ${size} لكل ملف. عدد الملفات المسموح به: ${count === 1 ? 'ملف واحد' : count}.`,
  noFiles: 'لا توجد ملفات',
  filesAdded: 'الملفات المضافة',
  addFiles: 'إضافة الملفات',
  onlyIf: (question, answer) => `فقط إذا أجبت بـ${named(answer)} عن ${named(question)}.`,
  onlyIfTicked: (question) => `فقط إذا حدّدت ${named(question)}.`,
  onlyIfNotTicked: (question) => `فقط إذا لم تحدّد ${named(question)}.`,
  followUp: (reference) => `متابعة للطلب ${reference}`,
  continue: 'متابعة',
  skip: 'المتابعة دون ملفات',
  change: 'تغيير',
  changeWhat: (label) => `تغيير: ${label}`,
  checkLead: 'لم يُرسَل شيء بعد. ما زال بإمكانك تغيير كل شيء.',
  notAnswered: 'لم تتم الإجابة',
  submit: 'إرسال الطلب',
  draftRestored: 'احتفظنا بما كتبته من قبل.',
  discard: 'حذف المسودة',
  sentTitle: 'استلمنا طلبك',
  sent: (reference) => `رقمه ${reference}.`,
  sentNext: 'أرسلنا إليك رسالة بالبريد الإلكتروني، وستصلك أخرى فور أن نرد.',
  view: 'عرض طلبك',
};
