import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { OrganisationsPage } from './OrganisationsPage';

const permissions = [{ action: settingsActions.customers, subject: null }];

/** Settings: the organisations of customers. */
const OrganisationsApp = () => (
  <Page.Protect permissions={permissions}>
    <OrganisationsPage />
  </Page.Protect>
);

export default OrganisationsApp;
