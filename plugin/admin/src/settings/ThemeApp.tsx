import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: theme. */
const ThemeApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="theme" />
  </Page.Protect>
);

export default ThemeApp;
