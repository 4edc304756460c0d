import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { deskActions } from '../../../contracts/desk';
import { categoriesPath } from '../places';
import { CategoriesPage } from './CategoriesPage';
import { CategoryPage } from './CategoryPage';

const permissions = [{ action: deskActions.categories, subject: null }];

const One = () => {
  const { slug = '' } = useParams();
  return <CategoryPage key={slug} slug={slug === '_new' ? null : slug} />;
};

/** The settings of the portal's categories: the list and the form of one. */
const CategoriesApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<CategoriesPage />} />
      <Route path=":slug" element={<One />} />
      <Route path="*" element={<Navigate to={categoriesPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default CategoriesApp;
