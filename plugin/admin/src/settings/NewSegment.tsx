import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { sayRefusal } from '../desk/refusal';
import { Card } from '../display/Card';
import { Line } from '../display/Line';
import { segmentPath } from '../places';
import { useWords } from '../use-words';
import { createSegment } from './client';

/** Makes a segment and leads to it. */
export const NewSegment = ({ onProblem }: { onProblem(problem: string | null): void }) => {
  const say = useWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onProblem(null);
    try {
      navigate(segmentPath((await createSegment(title)).name));
    } catch (error) {
      onProblem(sayRefusal(error, say));
    }
  };
  return (
    <Card title={say('segments.create')}>
      <form onSubmit={(event) => void create(event)}>
        <Flex gap={3} wrap="wrap" alignItems="flex-start">
          <Box flex="1" minWidth="24rem" maxWidth="52rem">
            <Line label={say('segments.title')} hint={say('segments.titleHint')} value={title} onChange={setTitle} />
          </Box>
          <Box paddingTop={5}>
            <Button size="L" type="submit" startIcon={<Plus />} disabled={title.trim() === ''}>
              {say('segments.create')}
            </Button>
          </Box>
        </Flex>
      </form>
    </Card>
  );
};
