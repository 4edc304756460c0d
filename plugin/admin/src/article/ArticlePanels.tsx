import { useRBAC } from '@strapi/strapi/admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { articleType } from '../places';
import { useWords } from '../use-words';
import { articleOf } from './article-document';
import { ArticleFigures } from './ArticleFigures';
import { Preview } from './Preview';
import { Review } from './Review';
import { Visibility } from './Visibility';

const asked = [{ action: knowledgeActions.preview, subject: null }];

interface PanelProps {
  model: string;
  activeTab: 'draft' | 'published' | null;
  document?: Record<string, unknown>;
}
type Panel = (props: PanelProps) => { title: string; content: ReactNode } | null;

const ReviewPanel: Panel = ({ model, activeTab, document }) => {
  const say = useWords();
  const article = model === articleType ? articleOf(document) : null;
  if (!article || activeTab === 'published') return null;
  return { title: say('review.title'), content: <Review article={article} /> };
};

const PreviewPanel: Panel = ({ model, activeTab, document }) => {
  const say = useWords();
  const { allowedActions } = useRBAC(asked);
  const article = model === articleType ? articleOf(document) : null;
  if (!article || !allowedActions.canPreview) return null;
  return { title: say('preview.title'), content: <Preview article={article} status={activeTab ?? 'draft'} /> };
};

const ReadersPanel: Panel = ({ model, document }) => {
  const say = useWords();
  const article = model === articleType ? articleOf(document) : null;
  if (!article) return null;
  const content = (
    <>
      <Visibility article={article} />
      <ArticleFigures document={article.documentId} />
    </>
  );
  return { title: say('readers.title'), content };
};

/** Puts the article's review, its preview and its readers beside the content manager's form. */
export const addArticlePanels = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: { addEditViewSidePanel(panels: Panel[]): void } };
  apis.addEditViewSidePanel([ReviewPanel, PreviewPanel, ReadersPanel]);
};
