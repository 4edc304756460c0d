import { useRBAC } from '@strapi/strapi/admin';
import { deskActions } from '../../../contracts/desk';

const asked = [deskActions.reply, deskActions.note, deskActions.assign, deskActions.update, deskActions.redact, deskActions.merge, deskActions.views, deskActions.savedReplies].map((action) => ({ action, subject: null }));

/** What the agent's role allows on a ticket. */
export interface Rights {
  reply: boolean;
  note: boolean;
  assign: boolean;
  update: boolean;
  /** Taking words out of messages. */
  redact: boolean;
  merge: boolean;
  /** Sharing views. */
  views: boolean;
  /** Managing shared saved replies. */
  savedReplies: boolean;
}

/** The rights of the signed-in agent; nothing is allowed while they load. The server asks again. */
export const useRights = (): Rights => {
  const { allowedActions } = useRBAC(asked);
  const may = (name: string): boolean => allowedActions[name] ?? false;
  return { reply: may('canReply'), note: may('canNote'), assign: may('canAssign'), update: may('canUpdate'), redact: may('canRedact'), merge: may('canMerge'), views: may('canShare'), savedReplies: may('canManage') };
};

const chats = [{ action: deskActions.chats, subject: null }];
/** Whether the signed-in agent may see and answer live chats; the server asks again. */
export const useMayChat = (): boolean => useRBAC(chats).allowedActions['canAnswer'] ?? false;
