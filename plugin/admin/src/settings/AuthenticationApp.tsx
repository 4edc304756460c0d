import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { PolicyPage } from './PolicyPage';

const permissions = [{ action: settingsActions.read, subject: null }];

/** Settings for all: who may make an account, and how long he stays signed in. */
const AuthenticationApp = () => (
  <Page.Protect permissions={permissions}>
    <PolicyPage group="authentication" />
  </Page.Protect>
);

export default AuthenticationApp;
