import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: general. */
const GeneralApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="general" />
  </Page.Protect>
);

export default GeneralApp;
