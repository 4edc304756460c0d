import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { settingsActions } from '../../../contracts/settings';
import { segmentsPath } from '../places';
import { SegmentPage } from './SegmentPage';
import { SegmentsPage } from './SegmentsPage';

const permissions = [{ action: settingsActions.read, subject: null }];

const One = () => {
  const { name = '' } = useParams();
  return <SegmentPage key={name} name={name} />;
};

/** Settings: the list of segments and the form of one. */
const SegmentsApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<SegmentsPage />} />
      <Route path=":name" element={<One />} />
      <Route path="*" element={<Navigate to={segmentsPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default SegmentsApp;
