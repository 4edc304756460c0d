import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { analyticsActions } from '../../../contracts/analytics';
import { analyticsPath } from '../places';
import { AnalyticsPage } from './AnalyticsPage';

const permissions = [{ action: analyticsActions.read, subject: null }];

/** The figures of the desk. */
const AnalyticsApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<AnalyticsPage />} />
      <Route path="*" element={<Navigate to={analyticsPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default AnalyticsApp;
