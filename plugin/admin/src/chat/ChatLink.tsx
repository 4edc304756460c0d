import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A chat, or a shelf, to open; the present one stands out by more than its colour. */
export const ChatLink = styled(Link)`
  display: block;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-inline-start: 3px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.4;
  overflow-wrap: anywhere;
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** How many messages nobody has read yet. */
export const Unread = styled.span`
  flex: none;
  min-width: 2rem;
  padding-inline: 0.5rem;
  border-radius: 1rem;
  background: ${({ theme }) => theme.colors.neutral800};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.2rem;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: 2rem;
  text-align: center;
`;
