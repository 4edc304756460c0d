import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { customerPath } from '../places';
import { useWords } from '../use-words';
import { AccessChoice, OrganisationChoice, SegmentChoice } from './CustomerPlace';
import type { Placing } from './CustomerPlace';

const widths = { segment: '20rem', organisation: '17rem', access: '12rem' } as const;
const Cell = ({ column, children }: { column: keyof typeof widths; children: ReactNode }) => <Box width={widths[column]}>{children}</Box>;

// Where columns stand below each other, headings would stand above nothing.
const Wide = styled.div`
  display: none;
  @media (min-width: 768px) {
    display: block;
  }
`;

/** What stands in each column. Not for screen readers: each choice has its own name. */
export const CustomerHeadings = () => {
  const say = useWords();
  const heading = (word: Parameters<typeof say>[0]) => (
    <Typography variant="sigma" textColor="neutral600">
      {say(word)}
    </Typography>
  );
  return (
    <Wide aria-hidden>
      <Flex wrap="wrap" gap={4} padding={3} paddingLeft={5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
        <Box flex="1" minWidth="13rem">
          {heading('customers.customer')}
        </Box>
        <Cell column="segment">{heading('levels.segment')}</Cell>
        <Cell column="organisation">{heading('customers.organisation')}</Cell>
        <Cell column="access">{heading('customers.accessColumn')}</Cell>
      </Flex>
    </Wide>
  );
};

/** One customer, with what an admin decides about him, and the way to all that holds for him. */
export const CustomerRow = (props: Placing) => {
  const { id, name, email } = props.line;
  return (
    <Flex tag="li" gap={4} wrap="wrap" padding={3} paddingLeft={5} borderColor="neutral150" borderWidth="0 0 1px" borderStyle="solid">
      <Box flex="1" minWidth="13rem" style={{ overflowWrap: 'anywhere' }}>
        <Link tag={RouterLink} to={customerPath(id)}>
          {name}
        </Link>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {email}
        </Typography>
      </Box>
      <Cell column="segment">
        <SegmentChoice {...props} />
      </Cell>
      <Cell column="organisation">
        <OrganisationChoice {...props} />
      </Cell>
      <Cell column="access">
        <AccessChoice {...props} />
      </Cell>
    </Flex>
  );
};
