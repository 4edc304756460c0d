import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

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

interface Props {
  label: string;
  tabs: readonly { to: string; label: string; current: boolean }[];
}

/** Views of one page. Links, not ARIA tabs: each has an address to share, to go back to and to open beside this one. */
export const LinkTabs = ({ label, tabs }: Props) => (
  <nav aria-label={label}>
    <List>
      {tabs.map((tab) => (
        <li key={tab.to}>
          <Tab to={tab.to} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
          </Tab>
        </li>
      ))}
    </List>
  </nav>
);
