import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { settingsActions } from '../../../contracts/settings';
import { customersPath } from '../places';
import { CustomerPage } from './CustomerPage';
import { CustomersPage } from './CustomersPage';

const permissions = [{ action: settingsActions.customers, subject: null }];

const One = () => {
  const id = Number(useParams().id);
  return Number.isInteger(id) && id > 0 ? <CustomerPage key={id} id={id} /> : <Navigate to={customersPath} replace />;
};

/** Settings: where customers are placed, and the page of one. */
const CustomersApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<CustomersPage />} />
      <Route path=":id" element={<One />} />
      <Route path="*" element={<Navigate to={customersPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default CustomersApp;
