import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: limits. */
const LimitsApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="limits" />
  </Page.Protect>
);

export default LimitsApp;
