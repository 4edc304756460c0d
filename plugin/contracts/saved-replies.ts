import { z } from 'zod';
import { bodyText } from './tickets';

/** What a saved reply can name; each is put in as text when an agent inserts it. */
export const replyVariables = ['requester.name', 'requester.firstName', 'ticket.reference', 'ticket.subject', 'ticket.category', 'agent.name'] as const;
export type ReplyVariable = (typeof replyVariables)[number];

// One way to match only: with blanks matched apart, ten thousand of them would take hours.
const placeholder = /\{\{([^{}]*)\}\}/g;
const isVariable = (name: string): name is ReplyVariable => replyVariables.some((each) => each === name);

/** The names in double braces that nothing stands for. */
export const unknownVariables = (body: string): string[] => [...body.matchAll(placeholder)].map(([, name = '']) => name.trim()).filter((name) => !isVariable(name));

/** A value that means nothing in Markdown: no emphasis, link, heading or list can come out of somebody's name. */
export const asPlainMarkdown = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').trim();
  const escaped = line.replace(/[\\`*_[\]<>&~|!]/g, '\\$&').replace(/^([#+-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`));
  // Addresses become links by themselves, unless something stands between their parts.
  return escaped.replace(/(?<=\S)[.:@/](?=\S)/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
};

/** The text with each variable in its place. */
export const fillIn = (body: string, values: Record<ReplyVariable, string>): string =>
  body.replace(placeholder, (whole, inside: string) => {
    const name = inside.trim();
    return isVariable(name) ? asPlainMarkdown(values[name]) : whole;
  });

/** POST and PUT /portal/saved-replies: a reply of one's own, or with `shared` of all agents. */
export const savedReplyChange = z.strictObject({
  name: z.string().trim().min(1).max(80),
  shared: z.boolean().default(false),
  body: bodyText.max(10_000).refine((body) => unknownVariables(body).length === 0, { params: { rule: 'not_allowed' } }),
});
export type SavedReplyChange = z.infer<typeof savedReplyChange>;

/** GET /portal/saved-replies: the agent's own and the shared ones, by name. */
export interface SavedReply {
  id: number;
  name: string;
  shared: boolean;
  body: string;
}
