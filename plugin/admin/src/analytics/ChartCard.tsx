import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import { DataTable } from './DataTable';
import type { DataRow } from './DataTable';
import { Meaning, MeaningButton } from './Meaning';

interface Props {
  title: string;
  /** What it counts, and what not. */
  meaning: string;
  columns: string[];
  rows: DataRow[];
  /** In place of the chart where there is nothing to draw. */
  empty?: string | null;
  legend?: ReactNode;
  children: ReactNode;
}

/** A chart with what it counts, and its figures as a table that can be opened. */
export const ChartCard = ({ title, meaning, columns, rows, empty, legend, children }: Props) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const id = useId();
  return (
    <Card title={title} action={<MeaningButton about={title} open={asked} controls={`${id}-meaning`} onToggle={() => setAsked(!asked)} />}>
      <Meaning id={`${id}-meaning`} open={asked}>
        {meaning}
      </Meaning>
      {empty ? <Typography textColor="neutral600">{empty}</Typography> : children}
      {!empty && (
        <Flex paddingTop={3} gap={4} justifyContent="space-between" wrap="wrap">
          <Flex gap={4} wrap="wrap">
            {legend}
          </Flex>
          <Button variant="ghost" size="S" aria-expanded={open} aria-controls={`${id}-table`} aria-label={say(open ? 'analytics.closeTable' : 'analytics.openTable', { title })} onClick={() => setOpen(!open)}>
            {say(open ? 'analytics.hideTable' : 'analytics.showTable')}
          </Button>
        </Flex>
      )}
      <Box id={`${id}-table`}>{open && !empty && <DataTable caption={title} columns={columns} rows={rows} />}</Box>
    </Card>
  );
};
