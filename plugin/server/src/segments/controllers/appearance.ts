import type { Appearance } from '../../../../contracts/transport';
import { answer } from '../../platform/answer';
import type { ControllerFactory } from '../../platform/domain';
import { signUpRules } from '../../accounts/services/account-rules';
import { chatForStrangers } from '../chat-for-strangers';
import { effectivePolicy } from '../services/policies';

/** How the portal looks to strangers: `appearance`. */
export const appearance: ControllerFactory = ({ strapi }) => ({
  /** GET appearance → name, colours and what is on, for the pages on a server of their own. */
  show(ctx) {
    const { theme, features } = effectivePolicy(strapi, null);
    answer(ctx, { look: theme, knowledgeBase: features.knowledgeBase, ticketSubmission: features.ticketSubmission, chat: chatForStrangers(strapi), signUp: signUpRules(strapi) } satisfies Appearance);
  },
});
