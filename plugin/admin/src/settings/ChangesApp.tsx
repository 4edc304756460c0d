import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { ChangesPage } from './ChangesPage';

const permissions = [{ action: settingsActions.audit, subject: null }];

/** Settings: who changed what. */
const ChangesApp = () => (
  <Page.Protect permissions={permissions}>
    <ChangesPage />
  </Page.Protect>
);

export default ChangesApp;
