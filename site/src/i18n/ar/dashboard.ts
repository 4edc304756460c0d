import type { Words } from '../en';
import { counted } from './counted';

const requests = (count: number, two: string): string => counted(count, { one: 'طلب واحد', two, few: '{n} طلبات', many: '{n} طلبًا' }, '{n} طلب');

/** أين يقف العميل. */
export const dashboard: Words['dashboard'] = {
  title: 'لوحة المتابعة',
  waiting: (count, name) => (count === 0 ? `لا شيء بانتظارك يا ${name}` : `${requests(count, 'طلبان')} بانتظارك يا ${name}`),
  withUs: (count) => (count === 0 ? 'ليس لديك طلبات مفتوحة أخرى.' : `نعمل على ${requests(count, 'طلبين')}.`),
  none: 'ليس لديك طلبات مفتوحة.',
  yours: 'دورك',
  openTitle: 'قيد المعالجة لدينا',
  since: 'منذ',
  sinceWhen: (when) => `دورنا منذ ${when}`,
  more: (count) => counted(count, { one: 'طلب مفتوح آخر', two: 'طلبان مفتوحان آخران', few: '{n} طلبات مفتوحة أخرى', many: '{n} طلبًا مفتوحًا آخر' }, '{n} طلب مفتوح آخر'),
  colleagues: (count) => counted(count, { one: 'طلب مفتوح واحد لزملائك', two: 'طلبان مفتوحان لزملائك', few: '{n} طلبات مفتوحة لزملائك', many: '{n} طلبًا مفتوحًا لزملائك' }, '{n} طلب مفتوح لزملائك'),
  allOfColleagues: 'كل طلبات زملائك',
  activity: 'ما حدث مؤخرًا',
  about: (what) => `${what}: `,
  nothingYet: 'سيظهر هنا ما تسألنا عنه وما نجيب به.',
  actions: 'إجراءات سريعة',
  toNotifications: 'الإشعارات',
  toAnswers: 'تصفح الإجابات',
  toChoices: 'اختر ما نخبرك به',
  suggested: 'إجابات لك',
  popular: 'الأكثر قراءة مؤخرًا',
  figures: {
    title: 'آخر اثني عشر شهرًا',
    text: 'عن الطلبات التي أرسلتها بنفسك. تُحسب الأوقات من الإرسال، بما في ذلك الليالي وعطلات نهاية الأسبوع.',
    requests: 'الطلبات المرسلة',
    firstReply: 'أول رد، الوسيط',
    resolution: 'حتى الحل، الوسيط',
    satisfaction: 'تقييماتك',
    ofFive: (value) => `${value} من 5`,
    afterAnswered: 'بعد ثلاثة طلبات أُجيب عنها',
    afterSolved: 'بعد ثلاثة طلبات محلولة',
    afterRated: 'بعد ثلاثة تقييمات',
    range: (least, most) => (least === most ? `${most} في كل شهر فيه بيانات.` : `حسب الشهر، من ${least} إلى ${most}.`),
    table: 'هذه الأرقام في جدول',
    month: 'الشهر',
    emptyTitle: 'لا أرقام بعد',
    empty: 'عندما ترسل طلبات سترى هنا كم نستغرق وكيف قيّمت خدمتنا.',
  },
};
