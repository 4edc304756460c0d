import { accounts } from './de/accounts';
import { app } from './de/app';
import { chat } from './de/chat';
import { components } from './de/components';
import { dashboard } from './de/dashboard';
import { knowledge } from './de/knowledge';
import { notifications } from './de/notifications';
import { ownData } from './de/own-data';
import { refusals } from './de/refusals';
import { requests } from './de/requests';
import { security } from './de/security';
import { secrets } from './de/secrets';
import { site } from './de/site';
import { wizard } from './de/wizard';
import type { Words } from './en';

export const de: Words = { ...components, ...site, accounts, app, chat, dashboard, knowledge, notifications, ownData, requests, secrets, security, wizard, refusals };
