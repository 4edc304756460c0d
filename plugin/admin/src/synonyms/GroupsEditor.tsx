import { Box, Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import type { WordsForm } from './use-words-form';
import { newGroup } from './words-draft';
import type { GroupDraft } from './words-draft';

interface Props {
  form: WordsForm;
  language: string;
}

const Group = ({ form, group, index, language }: Props & { group: GroupDraft; index: number }) => {
  const say = useWords();
  const { groups } = form.draft;
  const name = say('synonyms.group', { number: index + 1 });
  const set = (text: string): void => form.change({ groups: groups.map((each) => (each.key === group.key ? { ...each, text } : each)) });
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Box flex="1" minWidth={0}>
        <Field.Root error={form.groupError(group)} width="100%">
          <TextInput aria-label={name} lang={language} dir="auto" value={group.text} onChange={(event) => set(event.target.value)} />
          <Field.Error />
        </Field.Root>
      </Box>
      <IconButton variant="ghost" label={say('synonyms.remove', { name: group.text || name })} onClick={() => form.change({ groups: groups.filter((each) => each.key !== group.key) })}>
        <Trash />
      </IconButton>
    </Flex>
  );
};

/** Groups of phrases that mean the same, a line each. */
export const GroupsEditor = ({ form, language }: Props) => {
  const say = useWords();
  const { groups } = form.draft;
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(groups.length);
  useEffect(() => {
    // Whoever adds a group wants to type in it.
    if (groups.length > count.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    count.current = groups.length;
  }, [groups.length]);
  return (
    <Card title={say('synonyms.groups')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {say(groups.length === 0 ? 'synonyms.empty' : 'synonyms.groupsHint')}
        </Typography>
        {groups.length > 0 && (
          <Flex ref={list} tag="ul" direction="column" alignItems="stretch" gap={2}>
            {groups.map((group, index) => (
              <Group key={group.key} form={form} language={language} group={group} index={index} />
            ))}
          </Flex>
        )}
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} disabled={groups.length >= 2000} onClick={() => form.change({ groups: [...groups, newGroup()] })}>
            {say('synonyms.add')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
