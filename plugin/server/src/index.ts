import { accounts } from './accounts';
import { analytics } from './analytics';
import { answers } from './answers';
import { apiDocument } from './api-document';
import { audit } from './audit';
import { chat } from './chat';
import { config } from './config';
import { conversation } from './conversation';
import { dashboard } from './dashboard';
import { deflection } from './deflection';
import { doctor } from './doctor';
import { facade } from './facade';
import { frame } from './frame';
import { inboundMail } from './inbound-mail';
import { incidents } from './incidents';
import { knowledge } from './knowledge';
import { limits } from './limits';
import { mail } from './mail';
import { notifications } from './notifications';
import { platform } from './platform';
import { assemblePlugin } from './platform/assemble-plugin';
import { portalSite } from './portal-site';
import { protection } from './protection';
import { privacy } from './privacy';
import { realtime } from './realtime';
import { search } from './search';
import { segments } from './segments';
import { serviceLevels } from './service-levels';
import { tickets } from './tickets';
import { webhooks } from './webhooks';

export type { PortalFacade } from './facade/services/portal';
export type { AnalyticsBuilder } from './facade/analytics-builder';
export type { SegmentBuilder } from './facade/segment-builder';

/** The plugin, lowest rank first: each domain imports only from those named before it. */
export default assemblePlugin({ platform, audit, limits, mail, search, protection, accounts, segments, serviceLevels, knowledge, tickets, frame, conversation, incidents, deflection, inboundMail, chat, answers, realtime, notifications, webhooks, analytics, portalSite, dashboard, privacy, apiDocument, facade, doctor }, config);
