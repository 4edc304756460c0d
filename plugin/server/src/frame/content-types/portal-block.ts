import { blockKinds } from '../../../../contracts/frame';
import { segmentsField } from '../../knowledge/segments-field';

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
