import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { CustomersPage } from './CustomersPage';

const permissions = [{ action: settingsActions.customers, subject: null }];

/** Settings: where customers are placed. */
const CustomersApp = () => (
  <Page.Protect permissions={permissions}>
    <CustomersPage />
  </Page.Protect>
);

export default CustomersApp;
