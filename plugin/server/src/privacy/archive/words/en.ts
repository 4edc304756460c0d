import type { SectionName } from '../section';

/** Words of the archive's page. `names`: what the parts of an item are called; `values`: what they can be. */
export interface ArchiveWords {
  title: string;
  lead(made: string): string;
  nothing: string;
  yes: string;
  no: string;
  you: string;
  sections: Record<SectionName, string>;
  names: Record<string, string>;
  /** What stands for one of few: states, kinds, what happened. */
  values: Record<string, string>;
}

/** In English. */
export const en: ArchiveWords = {
  title: 'Your data',
  lead: (made) => `All that we keep of you, as it was on ${made}. Files are in the folder “files”, the same data for programs is in “data.json”. What agents note among themselves and what belongs to others is not in it.`,
  nothing: 'Nothing is kept.',
  yes: 'yes',
  no: 'no',
  you: 'You',
  sections: {
    account: 'Account', browsers: 'Browsers that you trust', passkeys: 'Passkeys', apps: 'Apps that show codes', identities: 'Providers that you sign in with', sessions: 'Where you are signed in', choices: 'What you want to be told', pushBrowsers: 'Browsers that tell you', notifications: 'Notifications', requests: 'Your requests',
    messagesElsewhere: 'What you wrote in requests of others', takingPart: 'Requests in which you take part', ratings: 'Ratings', votes: 'Replies that you judged',
    suggestions: 'Answers that were offered to you', writtenAnswers: 'Answers that were written for you', feedback: 'What you said of articles', shareLinks: 'Links to read a request',
    incidents: 'Incidents that you follow', muted: 'Muted requests', chats: 'Live chats', drafts: 'Drafts', unsentFiles: 'Other files', receivedMails: 'Mails that you sent', sentMails: 'Mails to you',
    log: 'Sign-ins, and who dealt with your data', exports: 'Archives like this one',
  },
  names: {
    name: 'Name', email: 'Email address', username: 'User name', provider: 'Signs in with', language: 'Language', timeZone: 'Time zone', theme: 'Theme', organisation: 'Organisation',
    createdAt: 'When', updatedAt: 'Last changed', lastSeenAt: 'Last seen', expiresAt: 'Ends', readAt: 'Read', sentAt: 'Sent', closedAt: 'Closed', device: 'Device', address: 'Address',
    told: 'Chosen', quietFrom: 'Quiet from', quietUntil: 'Quiet until', digestHour: 'Hour of the daily mail', kind: 'Kind', title: 'Title', by: 'By', reference: 'Request', subject: 'Subject',
    state: 'State', priority: 'Priority', category: 'Category', answers: 'Answers', question: 'Question', answer: 'Answer', participants: 'Takes part', messages: 'Messages', history: 'What happened',
    text: 'Text', cut: 'What was cut', files: 'Files', file: 'File', size: 'Size in bytes', type: 'What', from: 'From', to: 'To', score: 'Stars', comment: 'Comment', helpful: 'Helped', showsText: 'Shows the text', reason: 'Reason',
    offered: 'Offered', opened: 'Opened', outcome: 'What came of it', article: 'Article', purpose: 'Form', typed: 'What was typed', what: 'What', body: 'Text', attachments: 'Files', you: 'You',
  },
  values: {
    new: 'new', open: 'open', pending: 'waiting for you', on_hold: 'on hold', solved: 'solved', closed: 'closed', low: 'low',
    normal: 'normal', high: 'high', urgent: 'urgent', received: 'arrived', reply: 'answer', message: 'message', added: 'added',
    incident: 'incident', page: 'on the page', mail: 'by mail', digest: 'in the daily mail', push: 'by a browser', sent: 'sent', kept: 'kept', queued: 'to be sent',
    failed: 'failed', withheld: 'not sent', dropped: 'not sent', waiting: 'being made', ready: 'ready', expired: 'not kept any more', signed_in: 'signed in',
    factor_added: 'second factor added', factor_removed: 'second factor removed', codes_renewed: 'new recovery codes', password_changed: 'password changed', session_ended: 'session ended', slowed: 'slowed down after many wrong passwords',
    sign_in_refused: 'sign-in failed', viewed: 'looked at', downloaded: 'file fetched', export_asked: 'archive asked for', export_made: 'archive made', export_fetched: 'archive fetched', erasure_asked: 'erasure asked for',
    erasure_confirmed: 'erasure confirmed', erasure_withdrawn: 'erasure taken back', redacted: 'words taken out', changed: 'changed', you: 'you', support: 'support', portal: 'the portal',
    'ticket.opened': 'sent', 'comment.added': 'message', 'ticket.state_changed': 'state changed', 'ticket.priority_changed': 'priority changed', 'ticket.category_changed': 'category changed', 'ticket.closed': 'closed', 'ticket.reopened': 'opened again',
    'attachment.removed': 'file removed', 'comment.redacted': 'words taken out', 'participant.added': 'somebody added', 'participant.removed': 'somebody removed', 'ticket.shared': 'link made', 'ticket.unshared': 'link taken back', 'ticket.merged': 'merged',
    'ticket.joined': 'worked on with others', 'ticket.separated': 'worked on by itself',
  },
};
