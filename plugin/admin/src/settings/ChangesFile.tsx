import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { readChangesFile } from './client';

/** Saves what the filters leave as a file for a spreadsheet. */
export const ChangesFile = ({ search }: { search: string }) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [reading, setReading] = useState(false);
  const save = async (): Promise<void> => {
    setReading(true);
    try {
      const url = URL.createObjectURL(await readChangesFile(search));
      Object.assign(document.createElement('a'), { href: url, download: 'changes.csv' }).click();
      URL.revokeObjectURL(url);
    } catch (error) {
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    } finally {
      setReading(false);
    }
  };
  return (
    <Button variant="secondary" startIcon={<Download />} loading={reading} onClick={() => void save()}>
      {say('audit.csv')}
    </Button>
  );
};
