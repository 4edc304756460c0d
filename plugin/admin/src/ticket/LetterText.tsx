import { styled } from 'styled-components';

const Text = styled.div`
  max-width: 72rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.6;
  overflow-wrap: anywhere;

  p + p,
  ul,
  ol,
  pre,
  blockquote {
    margin-block: ${({ theme }) => theme.spaces[2]};
  }

  ul {
    padding-inline-start: ${({ theme }) => theme.spaces[6]};
    list-style: disc;
  }

  ol {
    padding-inline-start: ${({ theme }) => theme.spaces[6]};
    list-style: decimal;
  }

  /* Strapi's link colour is too weak on the tinted ground of a reply in its dark theme. */
  a {
    color: color-mix(in srgb, ${({ theme }) => `${theme.colors.primary700} 80%, ${theme.colors.neutral900}`});
    text-decoration: underline;
  }

  strong {
    font-weight: ${({ theme }) => theme.fontWeights.bold};
  }

  em {
    font-style: italic;
  }

  code {
    font-family: monospace;
  }

  pre {
    overflow-x: auto;
  }

  blockquote {
    padding-inline-start: ${({ theme }) => theme.spaces[3]};
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

/** What was written. */
export const LetterText = ({ html }: { html: string }) => (
  // The server makes this HTML from Markdown: typed tags come escaped, links only as http(s) or mailto.
  <Text dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
);
