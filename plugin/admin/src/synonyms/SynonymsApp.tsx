import { Page } from '@strapi/strapi/admin';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { SynonymsPage } from './SynonymsPage';

const permissions = [{ action: knowledgeActions.words, subject: null }];

/** Settings: what the search takes for the same, and what it passes over. */
const SynonymsApp = () => (
  <Page.Protect permissions={permissions}>
    <SynonymsPage />
  </Page.Protect>
);

export default SynonymsApp;
