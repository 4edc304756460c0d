import { Box, Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { OrganisationLine } from '../../../contracts/settings';
import { useRefusals } from '../desk/use-refusals';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { saveOrganisation } from './client';
import { domainsIn } from './use-segment-basics';

/** Name and domains of an organisation; `line` null for a new one. */
export const OrganisationForm = ({ line, onSaved }: { line: OrganisationLine | null; onSaved(): void }) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [name, setName] = useState(line?.name ?? '');
  const [domains, setDomains] = useState((line?.domains ?? []).join('\n'));
  const { busy, problem, errorAt, send } = useRefusals();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await send(async () => {
      const { joined } = await saveOrganisation(line?.id ?? null, { name, domains: domainsIn(domains) });
      toggleNotification({ type: 'success', message: say('organisations.saved', { name, count: joined }) });
      if (!line) [setName, setDomains].forEach((clear) => clear(''));
      onSaved();
    });
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Flex direction="column" alignItems="stretch" gap={4} maxWidth="60rem">
        {problem && <Problem>{problem}</Problem>}
        <Line label={say('organisations.name')} required value={name} error={errorAt('name')} onChange={setName} />
        <Line multiline label={say('segments.domains')} hint={say('organisations.domainsHint')} value={domains} error={errorAt('domains')} onChange={setDomains} />
        <Box>
          <Button type="submit" loading={busy} variant={line ? 'default' : 'secondary'}>
            {say(line ? 'action.save' : 'organisations.create')}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};
