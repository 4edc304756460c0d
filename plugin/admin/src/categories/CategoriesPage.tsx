import { Box, EmptyStateLayout, Flex, LinkButton, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { DeskCategory } from '../../../contracts/desk';
import { childrenOf } from '../desk/category-tree';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { SortableItem, SortableList } from '../display/Sortable';
import { newCategoryPath } from '../places';
import { useWords } from '../use-words';
import { CategoryRow } from './CategoryRow';
import { useCategories } from './use-categories';
import type { Categories } from './use-categories';

/** The categories of one level, each with those under it, which move with it. */
const Level = ({ categories, all, parent, name }: { categories: Categories; all: DeskCategory[]; parent: string | null; name: string }) => {
  const siblings = childrenOf(all, parent);
  const move = (from: number, to: number): void => {
    const moved = siblings[from];
    if (moved) void categories.move(moved, to);
  };
  if (siblings.length === 0) return null;
  return (
    <SortableList items={siblings.map(({ slug, name: title }) => ({ id: slug, name: title }))} onMove={move}>
      <Box tag="ul" aria-label={name}>
        {siblings.map((category, index) => (
          <SortableItem key={category.slug} id={category.slug}>
            <CategoryRow category={category} index={index} last={index === siblings.length - 1} onMove={categories.move} onRemove={categories.remove} />
            <Level categories={categories} all={all} parent={category.slug} name={category.name} />
          </SortableItem>
        ))}
      </Box>
    </SortableList>
  );
};

const Content = ({ categories, all }: { categories: Categories; all: DeskCategory[] }) => {
  const say = useWords();
  if (all.length === 0) return <EmptyStateLayout content={say('categories.empty')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {categories.problem && <Problem>{categories.problem}</Problem>}
      <Box background="neutral0" hasRadius borderColor="neutral150">
        <Level categories={categories} all={all} parent={null} name={say('categories.title')} />
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
