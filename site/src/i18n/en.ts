import { accounts } from './en/accounts';
import { app } from './en/app';
import { chat } from './en/chat';
import { components } from './en/components';
import { dashboard } from './en/dashboard';
import { knowledge } from './en/knowledge';
import { notifications } from './en/notifications';
import { ownData } from './en/own-data';
import { refusals } from './en/refusals';
import { requests } from './en/requests';
import { secrets } from './en/secrets';
import { security } from './en/security';
import { site } from './en/site';
import { wizard } from './en/wizard';

export const en = { ...components, ...site, accounts, app, chat, dashboard, knowledge, notifications, ownData, requests, secrets, security, wizard, refusals };
/** Every language has exactly these words; a missing one does not compile. */
export type Words = typeof en;
