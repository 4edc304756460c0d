import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { BlockedContentPage } from './BlockedContentPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings: what browsers blocked on the portal's pages. */
const BlockedContentApp = () => (
  <Page.Protect permissions={permissions}>
    <BlockedContentPage />
  </Page.Protect>
);

export default BlockedContentApp;
