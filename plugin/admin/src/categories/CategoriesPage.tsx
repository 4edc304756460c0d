import { Box, EmptyStateLayout, Flex, LinkButton, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { DeskCategory } from '../../../contracts/desk';
import { childrenOf, inOrder } from '../desk/category-tree';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { newCategoryPath } from '../places';
import { useWords } from '../use-words';
import { CategoryRow } from './CategoryRow';
import { useCategories } from './use-categories';
import type { Categories } from './use-categories';

const Content = ({ categories, all }: { categories: Categories; all: DeskCategory[] }) => {
  const say = useWords();
  if (all.length === 0) return <EmptyStateLayout content={say('categories.empty')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {categories.problem && <Problem>{categories.problem}</Problem>}
      <Box tag="ul" aria-label={say('categories.title')} background="neutral0" hasRadius borderColor="neutral150">
        {inOrder(all).map((category) => (
          <CategoryRow key={category.slug} category={category} siblings={childrenOf(all, category.parent)} onMove={categories.move} onRemove={categories.remove} />
        ))}
      </Box>
      <VisuallyHidden>
        <span role="status">{categories.announcement}</span>
      </VisuallyHidden>
    </Flex>
  );
};

/** All categories in the order customers see them. */
export const CategoriesPage = () => {
  const say = useWords();
  const categories = useCategories();
  const { value, error, reload } = categories.loaded;
  const create = (
    <LinkButton tag={Link} to={newCategoryPath} startIcon={<Plus />}>
      {say('categories.create')}
    </LinkButton>
  );
  return (
    <Page.Main>
      <Page.Title>{say('categories.title')}</Page.Title>
      <Layouts.Header title={say('categories.title')} subtitle={say('categories.subtitle')} primaryAction={create} />
      <Layouts.Content>
        {error ? <Failure error={error} onRetry={reload} /> : value ? <Content categories={categories} all={value} /> : <Page.Loading>{say('loading')}</Page.Loading>}
      </Layouts.Content>
    </Page.Main>
  );
};
