import type { Schema } from 'hast-util-sanitize';

/**
 * Elements and attributes that an article may hold; everything else is taken out (scripts and styles with
 * their text). There is no `id`, `class` or `style` of an author: those that articles carry are put on later.
 */
export const safeElements: Schema = {
  tagNames: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'u', 'a', 'img', 'br', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input', 'sup'],
  strip: ['script', 'style', 'iframe', 'template', 'noscript'],
  attributes: {
    a: ['href', 'title', ['id', /^user-content-fnref-[\w-]+$/]],
    img: ['src', 'alt', 'title', 'width', 'height'],
    li: [['id', /^user-content-fn-[\w-]+$/]],
    ol: ['start'],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
    code: [['className', /^language-[\w+#-]{1,30}$/]],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  // The two ids that are let through carry their own prefix already.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['https'] },
  ancestors: { tr: ['table'], td: ['table'], th: ['table'], thead: ['table'], tbody: ['table'], li: ['ol', 'ul'] },
};
