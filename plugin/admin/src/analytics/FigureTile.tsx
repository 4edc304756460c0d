import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Meaning, MeaningButton } from './Meaning';

/** One figure: what it is, what it comes to, and what it was. */
export interface Tile {
  name: string;
  value: string;
  /** A second line, such as out of how many. */
  detail?: string;
  /** What it was in the span that is compared; null: nothing is compared. */
  before: string | null;
  /** What it counts, and what not. */
  meaning: string;
  /** The list of tickets behind it. */
  to?: string;
  toWords: string;
}

/** Shows a figure with its definition and the way to its tickets. */
export const FigureTile = ({ name, value, detail, before, meaning, to, toWords }: Tile) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} padding={4}>
      <Flex justifyContent="space-between" alignItems="center" gap={2}>
        <Typography tag="h2" id={id} variant="pi" fontWeight="bold" textColor="neutral600">
          {name}
        </Typography>
        <MeaningButton about={name} open={open} controls={`${id}-meaning`} onToggle={() => setOpen(!open)} />
      </Flex>
      <Typography tag="p" variant="alpha" textColor="neutral800">
        {value}
      </Typography>
      {detail && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {detail}
        </Typography>
      )}
      {before !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {before}
        </Typography>
      )}
      {to && (
        <Link tag={RouterLink} to={to} aria-label={`${toWords}: ${name}`}>
          {toWords}
        </Link>
      )}
      <Meaning id={`${id}-meaning`} open={open}>
        {meaning}
      </Meaning>
    </Box>
  );
};
