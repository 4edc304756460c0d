import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: how long what is kept. */
const RetentionApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="retention" />
  </Page.Protect>
);

export default RetentionApp;
