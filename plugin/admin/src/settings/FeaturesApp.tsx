import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: features. */
const FeaturesApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="features" />
  </Page.Protect>
);

export default FeaturesApp;
