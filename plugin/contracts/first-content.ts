import { analyticsActions } from './analytics';
import { deskActions } from './desk';

/** The role of those who answer customers: all of the inbox, none of its settings. */
export const supportAgent = {
  name: 'Support agent',
  description: 'Reads and answers customers in the support inbox.',
  actions: [deskActions.read, deskActions.reply, deskActions.note, deskActions.assign, deskActions.update, deskActions.redact, deskActions.merge, deskActions.views, deskActions.savedReplies, deskActions.chats, analyticsActions.read],
} as const;

/** What customers can choose from until somebody makes categories of his own. */
export const firstCategories = [
  { name: 'General question', description: 'How something works, or what it costs' },
  { name: 'Something does not work', description: 'Faults and error messages' },
  { name: 'Account and billing', description: 'Access, invoices, changes of a contract' },
] as const;
