import type { Attachment, Comment, Draft } from '../../../contracts/conversation';
import type { DeskComment } from '../../../contracts/desk';
import type { MailPart, MailRemark } from '../../../contracts/inbound-mail';
import { secretKindsIn } from '../../../contracts/secrets';
import { renderMarkdown } from '../platform/markdown';
import { storedJson } from '../platform/statements';
import { toIso } from '../tickets/serialize';
import { isRemovable } from './services/attachments';
import type { Owner } from './services/attachments';
import type { VisibleComment } from './services/comments';
import type { AttachmentRow, CommentRow, DraftRow } from './rows';

const withheldBy = { clean: null, waiting: 'scanning', infected: 'virus' } as const;

/** A file as its reader may know it: no path, no hash, no owner. */
export const toAttachment = (row: AttachmentRow, reader: Owner): Attachment => ({
  id: row.key,
  name: row.name,
  size: row.size,
  mime: row.mime,
  removable: isRemovable(row, reader),
  withheld: withheldBy[row.scan ?? 'clean'],
  createdAt: toIso(row.createdAt),
});

/** What came with a message by mail. That nobody proved its sender is for agents. */
const toMailPart = ({ channel, cut, remarks }: VisibleComment, forAgents = false): MailPart | null => {
  if (channel !== 'mail') return null;
  const all = storedJson<MailRemark[]>(remarks ?? []);
  return { cutHtml: cut ? renderMarkdown(cut) : null, remarks: all.filter(({ code }) => forAgents || code !== 'unauthenticated').map(({ code, detail }) => ({ code, detail })) };
};

/** What looks secret in a message, in what was cut from it too; nothing where nothing does. */
export const secretsOf = ({ body, cut }: Pick<CommentRow, 'body' | 'cut'>): Pick<Comment, 'secrets'> => {
  const secrets = secretKindsIn(`${body}\n${cut ?? ''}`);
  return secrets.length > 0 ? { secrets } : {};
};

/** What was said, without its files: the same for every reader at any time. */
export const toMessage = (row: VisibleComment): Omit<Comment, 'attachments'> => ({
  id: row.key,
  author: { kind: row.authorKind, name: row.authorName },
  body: row.body,
  html: renderMarkdown(row.body),
  mail: toMailPart(row),
  createdAt: toIso(row.createdAt),
});

/** The files of one message out of all of the ticket's. */
export const filesOf = (commentId: number, files: AttachmentRow[], reader: Owner): Attachment[] =>
  files.filter((file) => file.commentId === commentId).map((file) => toAttachment(file, reader));

/** A message as agents may know it: whether it is an internal note, too. */
export const toDeskComment = (row: CommentRow, files: AttachmentRow[], reader: Owner): DeskComment => ({
  ...toMessage(row),
  mail: toMailPart(row, true),
  attachments: filesOf(row.id, files, reader),
  internal: row.internal,
  ...secretsOf(row),
});

/** A draft as its owner may know it: no jar, no customer. */
export const toDraft = (row: DraftRow): Draft => ({ purpose: row.purpose, values: row.values, updatedAt: toIso(row.updatedAt) });
