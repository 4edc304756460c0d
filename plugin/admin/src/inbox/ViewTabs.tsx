import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { useWords } from '../use-words';
import { viewNames } from './views';
import type { ViewName } from './views';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 0 ${({ theme }) => theme.spaces[6]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

const Tab = styled(Link)`
  display: block;
  padding: ${({ theme }) => theme.spaces[3]} 0;
  border-bottom: 2px solid transparent;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }
`;

/** The saved views. Links, not ARIA tabs: each has an address to share, to go back to and to open beside this one. */
export const ViewTabs = ({ current, linkTo }: { current: ViewName; linkTo(view: ViewName): string }) => {
  const say = useWords();
  return (
    <nav aria-label={say('inbox.views')}>
      <List>
        {viewNames.map((view) => (
          <li key={view}>
            <Tab to={linkTo(view)} aria-current={view === current ? 'page' : undefined}>
              {say(`view.${view}`)}
            </Tab>
          </li>
        ))}
      </List>
    </nav>
  );
};
