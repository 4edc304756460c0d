import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { analyticsActions } from '../../../contracts/analytics';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { readFiguresFile } from './client';
import type { AnalyticsQueryState } from './use-analytics-query';

const asked = [{ action: analyticsActions.export, subject: null }];

/** Saves the figures as a file for a spreadsheet, where the role allows it. */
export const AnalyticsFile = ({ query: { span, fileSearch } }: { query: AnalyticsQueryState }) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(asked);
  const [reading, setReading] = useState(false);
  const save = async (): Promise<void> => {
    setReading(true);
    try {
      const url = URL.createObjectURL(await readFiguresFile(fileSearch));
      Object.assign(document.createElement('a'), { href: url, download: `figures-${span.from}-${span.to}.csv` }).click();
      URL.revokeObjectURL(url);
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setReading(false);
    }
  };
  if (!allowedActions.canExport) return null;
  return (
    <Button variant="secondary" startIcon={<Download />} loading={reading} onClick={() => void save()}>
      {say('audit.csv')}
    </Button>
  );
};
