import { Page } from '@strapi/strapi/admin';
import { deskActions } from '../../../contracts/desk';
import { BusinessHoursPage } from './BusinessHoursPage';

const permissions = [{ action: deskActions.hours, subject: null }];

/** The settings of when the desk is open. */
const BusinessHoursApp = () => (
  <Page.Protect permissions={permissions}>
    <BusinessHoursPage />
  </Page.Protect>
);

export default BusinessHoursApp;
