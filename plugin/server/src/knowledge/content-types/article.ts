import { formWords } from '../../platform/form-words';
import { segmentsField } from '../segments-field';

const localized = { pluginOptions: { i18n: { localized: true } } };
const shared = { pluginOptions: { i18n: { localized: false } } };

/**
 * An answer that authors write in Strapi's content manager: drafts, languages and media are Strapi's own.
 * `reviewState` and `publishAt` are ours, because the free edition has neither reviews nor releases.
 */
export const article = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_articles',
    info: { singularName: 'article', pluralName: 'articles', displayName: 'Article', description: 'An answer in the knowledge base of the customer portal.' },
    options: { draftAndPublish: true },
    pluginOptions: { i18n: { localized: true }, 'content-manager': { visible: true }, 'content-type-builder': { visible: false } },
    config: formWords({
      title: ['Title', 'As a customer would ask or look for it.'],
      slug: ['Name in the address'],
      summary: ['Summary', 'Stands below the title, and in lists.'],
      category: ['Category'],
      body: ['Text', 'Markdown. Each heading gets an address of its own.'],
      content: ['Text in blocks', 'Shown in place of the text above, where it is filled.'],
      keywords: ['Search words', 'What customers call it and the text does not, with commas between.'],
      isFaq: ['Among the questions and answers'],
      featured: ['On the home page'],
      videoUrl: ['Address of the video', 'A page at YouTube, Vimeo or a PeerTube server. Nothing of it is loaded before a click.'],
      videoFile: ['Video file'],
      captions: ['Captions', 'A file in WebVTT, for those who cannot hear it.'],
      poster: ['Preview picture'],
      transcript: ['Transcript', 'Can be read and searched in place of the video.'],
      related: ['Related articles'],
      reviewState: ['State of the review'],
      publishAt: ['Publish at', 'Leave it empty to publish by hand.'],
      expiresAt: ['Visible until', 'After that it is gone for customers, and stays here.'],
      owner: ['In charge (email address)'],
      reviewBy: ['Look at it again by'],
      segments: ['Segments', 'Who can read it. None chosen: everybody.'],
      signedInOnly: ['Signed in only'],
    }),
    indexes: [
      { name: 'portal_articles_document', columns: ['document_id', 'locale', 'published_at'] },
      { name: 'portal_articles_publish_at', columns: ['publish_at'] },
      { name: 'portal_articles_expires_at', columns: ['expires_at'] },
    ],
    attributes: {
      title: { type: 'string', required: true, maxLength: 200, ...localized },
      slug: { type: 'uid', targetField: 'title', required: true, regex: '^[a-z0-9-]+$', ...localized },
      summary: { type: 'text', maxLength: 300, ...localized },
      category: { type: 'relation', relation: 'manyToOne', target: 'plugin::portal.knowledge-category' },
      /** Markdown. */
      body: { type: 'richtext', ...localized },
      /** Shown instead of `body` when it is filled. */
      content: { type: 'blocks', ...localized },
      /** Words that people search for and that the text does not use, with commas between them. */
      keywords: { type: 'text', ...localized },
      isFaq: { type: 'boolean', default: false, ...shared },
      featured: { type: 'boolean', default: false, ...shared },
      /** Address of a page at YouTube, Vimeo or a PeerTube server. */
      videoUrl: { type: 'string', ...localized },
      videoFile: { type: 'media', multiple: false, allowedTypes: ['videos'], ...localized },
      captions: { type: 'media', multiple: false, allowedTypes: ['files'], ...localized },
      poster: { type: 'media', multiple: false, allowedTypes: ['images'], ...localized },
      transcript: { type: 'richtext', ...localized },
      related: { type: 'relation', relation: 'manyToMany', target: 'plugin::portal.article' },
      reviewState: { type: 'enumeration', enum: ['draft', 'in_review', 'approved'], default: 'draft', required: true, ...localized },
      publishAt: { type: 'datetime', ...localized },
      expiresAt: { type: 'datetime', ...localized },
      /** Address of who keeps it right. Not a relation: authors could not see the names of other users. */
      owner: { type: 'email', ...shared },
      reviewBy: { type: 'date', ...shared },
      /** Names of the segments that may read it; none: everybody. */
      segments: { type: 'customField', customField: segmentsField, ...shared },
      signedInOnly: { type: 'boolean', default: false, ...shared },
      /** When this language was published for the first time; each publication makes a new row. */
      firstPublished: { type: 'datetime', visible: false, ...localized },
    },
  },
};
