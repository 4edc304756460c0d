import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { WebhooksPage } from './WebhooksPage';

const permissions = [{ action: settingsActions.webhooks, subject: null }];

/** Settings: other systems that are told what happens. */
const WebhooksApp = () => (
  <Page.Protect permissions={permissions}>
    <WebhooksPage />
  </Page.Protect>
);

export default WebhooksApp;
