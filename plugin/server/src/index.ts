import { accounts } from './accounts';
import { answers } from './answers';
import { config } from './config';
import { conversation } from './conversation';
import { deflection } from './deflection';
import { incidents } from './incidents';
import { knowledge } from './knowledge';
import { mail } from './mail';
import { notifications } from './notifications';
import { platform } from './platform';
import { assemblePlugin } from './platform/assemble-plugin';
import { portalSite } from './portal-site';
import { search } from './search';
import { segments } from './segments';
import { serviceLevels } from './service-levels';
import { tickets } from './tickets';

/** The plugin, lowest rank first: each domain imports only from those named before it. */
export default assemblePlugin({ platform, mail, search, accounts, segments, serviceLevels, knowledge, tickets, conversation, incidents, deflection, answers, notifications, portalSite }, config);
