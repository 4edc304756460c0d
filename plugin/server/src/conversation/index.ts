import { hours, minutes, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { streamBodies } from '../platform/middlewares/streamed-bodies';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { attachment } from './content-types/attachment';
import { comment } from './content-types/comment';
import { draft } from './content-types/draft';
import { heldReply } from './content-types/held-reply';
import { joinedTicket } from './content-types/joined-ticket';
import { presence } from './content-types/presence';
import { rating } from './content-types/rating';
import { replyVote } from './content-types/reply-vote';
import { savedReply } from './content-types/saved-reply';
import { attachments as attachmentsController } from './controllers/attachments';
import { conversation as conversationController } from './controllers/conversation';
import { deskConversation as deskConversationController } from './controllers/desk-conversation';
import { drafts as draftsController } from './controllers/drafts';
import { inbox as inboxController } from './controllers/inbox';
import { ratings as ratingsController } from './controllers/ratings';
import { savedReplies as savedRepliesController } from './controllers/saved-replies';
import { shared } from './controllers/shared';
import { ticketMerges as ticketMergesController } from './controllers/ticket-merges';
import { conversationRoutes } from './routes/conversation';
import { deskConversationRoutes } from './routes/desk';
import { attachments } from './services/attachments';
import { comments } from './services/comments';
import { deskConversation } from './services/desk-conversation';
import { drafts } from './services/drafts';
import { heldReplies } from './services/held-replies';
import { inbox } from './services/inbox';
import { joinedTickets } from './services/joined-tickets';
import { jointReplies } from './services/joint-replies';
import { mergeAudiences } from './services/merge-audiences';
import { newerMessages } from './services/newer-messages';
import { presences } from './services/presences';
import { rates } from './services/rates';
import { ratings } from './services/ratings';
import { replies } from './services/replies';
import { replyVotes } from './services/reply-votes';
import { savedReplies } from './services/saved-replies';
import { sharedPage } from './services/shared-page';
import { storedFiles } from './services/stored-files';
import { submission } from './services/submission';
import { ticketMerges } from './services/ticket-merges';
import { ticketPage } from './services/ticket-page';
import { visibleConversation } from './services/visible-conversation';
import { wordChanges, wordKeeper } from './services/word-keeper';
import { leaveFilesUnwatched } from './unwatched-files';

/** Rank 5: what is said about a ticket, and with which files. */
export const conversation: Domain = {
  contentTypes: { comment, attachment, draft, 'held-reply': heldReply, 'joined-ticket': joinedTicket, presence, rating, 'reply-vote': replyVote, 'saved-reply': savedReply },
  controllers: {
    conversation: conversationController,
    attachments: attachmentsController,
    drafts: draftsController,
    ratings: ratingsController,
    shared,
    'desk-conversation': deskConversationController,
    inbox: inboxController,
    'saved-replies': savedRepliesController,
    'ticket-merges': ticketMergesController,
  },
  services: {
    attachments,
    comments,
    'desk-conversation': deskConversation,
    drafts,
    'held-replies': heldReplies,
    inbox,
    'joined-tickets': joinedTickets,
    'joint-replies': jointReplies,
    'merge-audiences': mergeAudiences,
    'newer-messages': newerMessages,
    presences,
    rates,
    ratings,
    replies,
    'reply-votes': replyVotes,
    'saved-replies': savedReplies,
    'shared-page': sharedPage,
    'stored-files': storedFiles,
    submission,
    'ticket-merges': ticketMerges,
    'ticket-page': ticketPage,
    'visible-conversation': visibleConversation,
    'word-keeper': wordKeeper,
  },
  routes: { contentApi: conversationRoutes, admin: deskConversationRoutes },
  register({ strapi }) {
    leaveFilesUnwatched(strapi);
    streamBodies(/^\/(api\/)?portal\/attachments\/?$/i);
  },
  bootstrap({ strapi }) {
    const keeper = getService(strapi, 'word-keeper', wordKeeper);
    const heard = getService(strapi, 'events', events);
    heard.subscribeTogether('words of tickets', wordChanges, keeper.heard);
    heard.subscribe('names in words of tickets', ['customer.renamed'], keeper.renamed);
    const forget = async (): Promise<void> => {
      await getService(strapi, 'attachments', attachments).forgetOld();
      await getService(strapi, 'drafts', drafts).forgetOld();
      await getService(strapi, 'presences', presences).forgetGone();
    };
    const timers = getService(strapi, 'jobs', jobs);
    timers.begin(keeper.fill);
    timers.start({ name: 'fill the words of tickets', everyMs: minutes(1), run: keeper.fill });
    timers.start({ name: 'tidy the words of tickets', everyMs: hours(12), run: keeper.tidy });
    timers.start({ name: 'scan files that wait', everyMs: minutes(1), run: () => getService(strapi, 'attachments', attachments).scanWaiting() });
    timers.start({ name: 'send held replies', everyMs: seconds(1), run: () => getService(strapi, 'held-replies', heldReplies).releaseDue() });
    timers.start({ name: 'forget loose files, old drafts and who is gone', everyMs: hours(1), run: forget });
  },
  destroy: ({ strapi }) => getService(strapi, 'word-keeper', wordKeeper).stop(),
};
