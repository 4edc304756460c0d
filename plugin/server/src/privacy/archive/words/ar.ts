import type { ArchiveWords } from './en';

export const ar: ArchiveWords = {
  title: 'بياناتك',
  lead: (made) => `كل ما نحتفظ به عنك، كما كان في ${made}. الملفات في المجلد «files»، والبيانات نفسها للبرامج في «data.json». لا يتضمن ما يدوّنه فريقنا داخليًا ولا ما يخص غيرك.`,
  nothing: 'لا يوجد شيء محفوظ.',
  yes: 'نعم',
  no: 'لا',
  you: 'أنت',
  sections: {
    account: 'الحساب', browsers: 'متصفحات تثق بها', passkeys: 'مفاتيح المرور', apps: 'تطبيقات تعرض الرموز', identities: 'جهات تسجّل الدخول بها', sessions: 'أين سجلت الدخول', choices: 'ما تريد أن تُبلّغ به', pushBrowsers: 'متصفحات تتلقى فيها الإشعارات', notifications: 'الإشعارات', requests: 'طلباتك',
    messagesElsewhere: 'ما كتبته في طلبات غيرك', takingPart: 'طلبات تشارك فيها', ratings: 'التقييمات', votes: 'ردود قيّمتها',
    suggestions: 'إجابات عُرضت عليك', writtenAnswers: 'إجابات كُتبت لك', feedback: 'رأيك في المقالات', shareLinks: 'روابط لقراءة طلب',
    incidents: 'أعطال تتابعها', muted: 'طلبات مكتومة', chats: 'الدردشات المباشرة', drafts: 'المسودات', unsentFiles: 'ملفات أخرى', receivedMails: 'رسائل أرسلتها', sentMails: 'رسائل إليك',
    log: 'عمليات الدخول ومن تعامل مع بياناتك', exports: 'أرشيفات مثل هذا',
  },
  names: {
    name: 'الاسم', email: 'البريد الإلكتروني', username: 'اسم المستخدم', provider: 'طريقة الدخول', language: 'اللغة', timeZone: 'المنطقة الزمنية', theme: 'المظهر', organisation: 'المؤسسة',
    createdAt: 'متى', updatedAt: 'آخر تغيير', lastSeenAt: 'آخر ظهور', expiresAt: 'ينتهي', readAt: 'قُرئ', sentAt: 'أُرسل', closedAt: 'أُغلق', device: 'الجهاز', address: 'العنوان',
    told: 'المختار', quietFrom: 'هدوء من', quietUntil: 'هدوء حتى', digestHour: 'ساعة الرسالة اليومية', kind: 'النوع', title: 'العنوان', by: 'من', reference: 'الطلب', subject: 'الموضوع',
    state: 'الحالة', priority: 'الأولوية', category: 'الفئة', answers: 'الإجابات', question: 'السؤال', answer: 'الإجابة', participants: 'المشاركون', messages: 'الرسائل', history: 'ما حدث',
    text: 'النص', cut: 'ما اقتُطع', files: 'الملفات', file: 'ملف', size: 'الحجم بالبايت', type: 'ماذا', from: 'من', to: 'إلى', score: 'النجوم', comment: 'تعليق', helpful: 'أفاد', showsText: 'يعرض النص', reason: 'السبب',
    offered: 'عُرض', opened: 'فُتح', outcome: 'ما نتج عنه', article: 'مقال', purpose: 'النموذج', typed: 'ما كُتب', what: 'ماذا', body: 'النص', attachments: 'الملفات', you: 'أنت',
  },
  values: {
    new: 'جديد', open: 'مفتوح', pending: 'بانتظارك', on_hold: 'معلق', solved: 'محلول', closed: 'مغلق', low: 'منخفضة',
    normal: 'عادية', high: 'عالية', urgent: 'عاجلة', received: 'وصل', reply: 'رد', message: 'رسالة', added: 'أُضيف',
    incident: 'عطل', page: 'على الصفحة', mail: 'بالبريد', digest: 'في الرسالة اليومية', push: 'عبر المتصفح', sent: 'أُرسل', kept: 'محفوظ', queued: 'سيُرسل',
    failed: 'فشل', withheld: 'لم يُرسل', dropped: 'لم يُرسل', waiting: 'قيد الإعداد', ready: 'جاهز', expired: 'لم يعد محفوظًا', signed_in: 'تسجيل دخول',
    factor_added: 'إضافة وسيلة تحقق ثانية', factor_removed: 'إزالة وسيلة تحقق ثانية', codes_renewed: 'رموز استرداد جديدة', password_changed: 'تغيير كلمة المرور', session_ended: 'إنهاء جلسة', slowed: 'إبطاء بعد كلمات مرور خاطئة كثيرة',
    sign_in_refused: 'فشل تسجيل الدخول', viewed: 'اطلاع', downloaded: 'تنزيل ملف', export_asked: 'طلب أرشيف', export_made: 'إعداد أرشيف', export_fetched: 'تنزيل أرشيف', erasure_asked: 'طلب محو',
    erasure_confirmed: 'تأكيد المحو', erasure_withdrawn: 'التراجع عن المحو', redacted: 'إزالة كلمات', changed: 'تغيير', you: 'أنت', support: 'الدعم', portal: 'البوابة',
    'ticket.opened': 'أُرسل', 'comment.added': 'رسالة', 'ticket.state_changed': 'تغيرت الحالة', 'ticket.priority_changed': 'تغيرت الأولوية', 'ticket.category_changed': 'تغيرت الفئة', 'ticket.closed': 'أُغلق', 'ticket.reopened': 'أُعيد فتحه',
    'attachment.removed': 'أُزيل ملف', 'comment.redacted': 'أُزيلت كلمات', 'participant.added': 'أُضيف شخص', 'participant.removed': 'أُزيل شخص', 'ticket.shared': 'أُنشئ رابط', 'ticket.unshared': 'سُحب رابط', 'ticket.merged': 'دُمج',
    'ticket.joined': 'يُعالج مع غيره', 'ticket.separated': 'يُعالج منفردًا',
  },
};
