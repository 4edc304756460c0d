import { accounts } from './ar/accounts';
import { app } from './ar/app';
import { chat } from './ar/chat';
import { components } from './ar/components';
import { dashboard } from './ar/dashboard';
import { knowledge } from './ar/knowledge';
import { notifications } from './ar/notifications';
import { ownData } from './ar/own-data';
import { refusals } from './ar/refusals';
import { requests } from './ar/requests';
import { security } from './ar/security';
import { secrets } from './ar/secrets';
import { site } from './ar/site';
import { wizard } from './ar/wizard';
import type { Words } from './en';

export const ar: Words = { ...components, ...site, accounts, app, chat, dashboard, knowledge, notifications, ownData, requests, secrets, security, wizard, refusals };
