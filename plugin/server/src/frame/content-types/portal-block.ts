import { blockKinds } from '../../../../contracts/frame';
import { segmentsField } from '../../knowledge/segments-field';
import { formWords } from '../../platform/form-words';

const localized = { pluginOptions: { i18n: { localized: true } } };
const shared = { pluginOptions: { i18n: { localized: false } } };

/** A piece of the portal's own look that a team writes in Strapi's content manager. Drafts, languages and pictures are Strapi's own. */
export const portalBlock = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_blocks',
    info: { singularName: 'portal-block', pluralName: 'portal-blocks', displayName: 'Portal block', description: 'A logo, a link in header or footer, or a part of the home page of the customer portal.' },
    options: { draftAndPublish: true },
    pluginOptions: { i18n: { localized: true }, 'content-manager': { visible: true }, 'content-type-builder': { visible: false } },
    config: formWords({
      title: ['Title', 'The words of a link; of a logo, what it says to those who cannot see it.'],
      kind: ['Kind', 'A logo, a link in the header or footer, words in the footer, or a part of the home page.'],
      address: ['Address', 'Where a link leads: https://…, mailto:…, tel:… or a page of this server such as /support/faq.'],
      text: ['Text', 'Markdown, for the home page and the footer.'],
      picture: ['Picture', 'For a logo.'],
      articles: ['Articles', 'Shown below the text on the home page, in this order.'],
      position: ['Position', 'Smaller ones come first.'],
      segments: ['Segments', 'Who sees it. None chosen: everybody.'],
    }),
    attributes: {
      title: { type: 'string', required: true, maxLength: 80, ...localized },
      kind: { type: 'enumeration', enum: [...blockKinds], required: true, ...shared },
      /** Where a link leads. */
      address: { type: 'string', maxLength: 500, ...localized },
      /** Markdown. */
      text: { type: 'richtext', ...localized },
      picture: { type: 'media', multiple: false, allowedTypes: ['images'], ...shared },
      articles: { type: 'relation', relation: 'manyToMany', target: 'plugin::portal.article', ...shared },
      /** Smaller ones come first. */
      position: { type: 'integer', default: 0, ...shared },
      /** Names of the segments that see it; none: everybody. */
      segments: { type: 'customField', customField: segmentsField, ...shared },
    },
  },
};
