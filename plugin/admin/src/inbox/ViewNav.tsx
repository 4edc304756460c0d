import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { mostCounted, standingViews } from '../../../contracts/desk-views';
import type { Views } from '../../../contracts/desk-views';
import { useWords } from '../use-words';
import type { InboxQuery } from './use-inbox-query';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[1]};
  margin-block: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[4]}`};

  @media (min-width: 96em) {
    flex-direction: column;
  }
`;

const Item = styled(Link)`
  display: flex;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  overflow-wrap: anywhere;
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

const Count = styled.span`
  color: ${({ theme }) => theme.colors.neutral600};
  font-variant-numeric: tabular-nums;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

interface Entry {
  key: string;
  label: string;
  count: number | null | undefined;
}

const Group = ({ title, entries, query }: { title?: string; entries: Entry[]; query: InboxQuery }) => {
  if (entries.length === 0) return null;
  return (
    <>
      {title && (
        <Typography tag="h2" variant="sigma" textColor="neutral600">
          {title}
        </Typography>
      )}
      <List>
        {entries.map(({ key, label, count }) => (
          <li key={key}>
            <Item to={query.linkTo(key)} aria-current={key === query.view ? 'page' : undefined}>
              <span>{label}</span>{' '}
              {typeof count === 'number' && <Count>{count >= mostCounted ? `${mostCounted - 1}+` : count}</Count>}
            </Item>
          </li>
        ))}
      </List>
    </>
  );
};

/** All views with how many tickets each holds: beside the list, on narrower screens above it. */
export const ViewNav = ({ views, query }: { views: Views | undefined; query: InboxQuery }) => {
  const say = useWords();
  const standing = standingViews.map((name) => ({ key: name, label: say(`view.${name}`), count: views?.counts[name] }));
  const saved = (views?.saved ?? []).map(({ id, name, shared, count }) => ({ key: `saved:${id}`, label: shared ? say('view.sharedName', { name }) : name, count }));
  const categories = (views?.categories ?? []).map(({ slug, name, count }) => ({ key: `category:${slug}`, label: name, count }));
  return (
    <nav aria-label={say('inbox.views')}>
      <Group entries={standing} query={query} />
      <Group title={say('views.saved')} entries={saved} query={query} />
      <Group title={say('views.categories')} entries={categories} query={query} />
    </nav>
  );
};
