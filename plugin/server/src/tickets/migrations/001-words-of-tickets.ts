import type { QuickMigration } from '../../platform/migrations';
import { createTable } from '../words/table';

/** The table in which agents find tickets by words: Strapi has no content type for it (decision 025). */
export const wordsOfTickets: QuickMigration = { name: '001-words-of-tickets', what: 'Makes the index in which agents find tickets by words.', up: createTable };
