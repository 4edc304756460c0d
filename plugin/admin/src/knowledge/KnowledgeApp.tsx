import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { knowledgePath } from '../places';
import { KnowledgePage } from './KnowledgePage';

const permissions = [{ action: knowledgeActions.read, subject: null }];

/** The authors' page. */
const KnowledgeApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<KnowledgePage />} />
      <Route path="*" element={<Navigate to={knowledgePath} replace />} />
    </Routes>
  </Page.Protect>
);

export default KnowledgeApp;
