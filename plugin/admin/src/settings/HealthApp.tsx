import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { HealthPage } from './HealthPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings: what browsers blocked on the portal's pages. */
const HealthApp = () => (
  <Page.Protect permissions={permissions}>
    <HealthPage />
  </Page.Protect>
);

export default HealthApp;
