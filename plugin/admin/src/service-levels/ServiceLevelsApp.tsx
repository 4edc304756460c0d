import { Page } from '@strapi/strapi/admin';
import { deskActions } from '../../../contracts/desk';
import { ServiceLevelsPage } from './ServiceLevelsPage';

const permissions = [{ action: deskActions.levels, subject: null }];

/** The settings of how soon it promises to act. */
const ServiceLevelsApp = () => (
  <Page.Protect permissions={permissions}>
    <ServiceLevelsPage />
  </Page.Protect>
);

export default ServiceLevelsApp;
