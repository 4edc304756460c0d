import type { Words } from '../en';
import { named } from './named';

/** لماذا رُفض حقل أو طلب كامل، وما الذي يمكن فعله. */
export const refusals: Words['refusals'] = {
  field: {
    required: (label) => `املأ الحقل ${named(label)}`,
    too_long: (label, limit) => (limit === undefined ? `${named(label)} أطول من اللازم` : `الحد الأقصى لعدد الأحرف في ${named(label)} هو ${limit}`),
    too_short: (label, limit) => (limit === undefined ? `${named(label)} أقصر من اللازم` : `الحد الأدنى لعدد الأحرف في ${named(label)} هو ${limit}`),
    not_allowed: (label) => `اختر إحدى الإجابات المتاحة في ${named(label)}`,
    malformed: (label) => `يبدو أن ${named(label)} غير صحيح. تحقّق منه`,
    unknown: (label) => `الحقل ${named(label)} غير معروف هنا. احذفه`,
  },
  known: {
    'name.required': 'اكتب اسمك',
    'email.required': 'اكتب بريدك الإلكتروني',
    'email.malformed': 'اكتب البريد الإلكتروني بالصيغة name@example.com',
    'password.required': 'اكتب كلمة المرور',
    'password.too_short': 'استخدم عشرة أحرف على الأقل لكلمة المرور',
    'password.too_long': 'اختر كلمة مرور أقصر: 72 حرفًا لاتينيًا على الأكثر، وأقل من ذلك بالحروف العربية أو الرموز',
    'subject.required': 'اكتب الموضوع',
    'body.required': 'اكتب شيئًا قبل الإرسال',
    'category.required': 'اختر موضوع طلبك',
    'category.not_allowed': 'اختر موضوع طلبك',
    'timeZone.not_allowed': 'اختر منطقة زمنية من القائمة',
  },
  codes: {
    validation_failed: 'بعض الإجابات تحتاج إلى مراجعة.',
    not_signed_in: 'سجّل الدخول للمتابعة.',
    wrong_credentials: 'البريد الإلكتروني أو كلمة المرور غير صحيح. تحقّق منهما ثم حاول مرة أخرى.',
    access_refused: 'لا يتيح حسابك الوصول إلى هذا. لم يتغيّر شيء.',
    origin_refused: 'جاء هذا النموذج من عنوان آخر، ولم يُرسَل شيء. افتح الصفحة من جديد وحاول مرة أخرى.',
    not_found: 'لم نجد هذا. ربما أُزيل.',
    method_not_allowed: 'لا يمكن فعل هذا هنا. افتح الصفحة من جديد.',
    code_invalid: 'استُخدم هذا الرابط من قبل أو انتهت مدته. اطلب رابطًا جديدًا.',
    ticket_closed: 'هذا الطلب مغلق. أعد فتحه لتتمكن من الرد.',
    reopen_window_passed: 'فات وقت إعادة فتح هذا الطلب. أرسل طلبًا جديدًا بدلًا منه.',
    idempotency_key_reused: 'أُرسل هذا النموذج من قبل بإجابات أخرى. راجع طلباتك ثم ابدأ من جديد.',
    upload_malformed: 'لم يصل الملف كاملًا. حاول مرة أخرى.',
    file_empty: 'الملف فارغ. اختر ملفًا آخر.',
    file_too_large: 'الملف كبير جدًا. اختر ملفًا أصغر.',
    file_type_refused: 'هذا النوع من الملفات غير مسموح به. اختر ملفًا آخر.',
    attachment_in_use: 'هذا الملف جزء من رسالة أُرسلت، ويبقى معها.',
    category_in_use: 'هذه الفئة ما زالت مستخدمة.',
    too_many_requests: 'محاولات كثيرة في وقت قصير. انتظر قليلًا ثم حاول مرة أخرى.',
    body_too_large: 'هذا أكثر مما يمكننا استلامه دفعة واحدة. أرسل نصًا أقصر أو ملفات أصغر.',
    internal_error: 'حدث خطأ من جهتنا. ما أُرسل من قبل محفوظ. حاول مرة أخرى بعد بضع دقائق.',
  },
};
