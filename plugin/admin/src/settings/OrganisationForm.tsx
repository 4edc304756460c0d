import { Box, Button, Flex } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { FieldError } from '../../../contracts/platform';
import type { OrganisationLine } from '../../../contracts/settings';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
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
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorAt = (path: string): string | undefined => {
    const error = errors.find((each) => each.path.split('.')[0] === path);
    return error && sayFieldError(error, say);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const { joined } = await saveOrganisation(line?.id ?? null, { name, domains: domainsIn(domains) });
      toggleNotification({ type: 'success', message: say('organisations.saved', { name, count: joined }) });
      if (!line) [setName, setDomains].forEach((clear) => clear(''));
      setErrors([]);
      setProblem(null);
      onSaved();
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
    }
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Flex direction="column" alignItems="stretch" gap={4} maxWidth="60rem">
        {problem && <Problem>{problem}</Problem>}
        <Line label={say('organisations.name')} required value={name} error={errorAt('name')} onChange={setName} />
        <Line multiline label={say('segments.domains')} hint={say('organisations.domainsHint')} value={domains} error={errorAt('domains')} onChange={setDomains} />
        <Box>
          <Button type="submit" variant={line ? 'default' : 'secondary'}>
            {say(line ? 'action.save' : 'organisations.create')}
          </Button>
        </Box>
      </Flex>
    </form>
  );
};
