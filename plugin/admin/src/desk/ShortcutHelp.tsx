import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../use-words';
import { useMayChat } from './use-rights';
import type { Word } from '../use-words';

const Key = styled.kbd`
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
`;

const inList: [string[], Word][] = [
  [['j', '↓'], 'keys.next'],
  [['k', '↑'], 'keys.previous'],
  [['Enter'], 'keys.open'],
  [['x'], 'keys.select'],
  [['/'], 'keys.search'],
];
const onTicket: [string[], Word][] = [
  [['r'], 'keys.reply'],
  [['n'], 'keys.note'],
  [['a'], 'keys.assign'],
  [['e'], 'keys.close'],
  [['j'], 'keys.nextTicket'],
  [['k'], 'keys.previousTicket'],
  [['Esc'], 'keys.leave'],
  [['Ctrl+Enter'], 'keys.send'],
  [['Ctrl+Shift+Enter'], 'keys.sendNext'],
];
const inChats: [string[], Word][] = [
  [['Alt+1', '…', 'Alt+9'], 'keys.ownChat'],
  [['j', 'k'], 'keys.besideChat'],
  [['a'], 'keys.takeChat'],
  [['r'], 'keys.writeChat'],
  [['Enter'], 'keys.sendChat'],
  [['Shift+Enter'], 'keys.newLine'],
];
const everywhere: [string[], Word][] = [
  [['z'], 'keys.undo'],
  [['g', 'i'], 'keys.inbox'],
  [['?'], 'keys.help'],
];

const Part = ({ title, keys }: { title: string; keys: [string[], Word][] }) => {
  const say = useWords();
  return (
    <Box paddingBottom={4}>
      <Typography tag="h3" variant="delta">
        {title}
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {keys.map(([names, word]) => (
          <Flex key={word} justifyContent="space-between" gap={4}>
            <Typography tag="dt">{say(word)}</Typography>
            <Flex tag="dd" gap={1}>
              {names.map((name) => (
                <Key key={name}>{name}</Key>
              ))}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};

/** The sheet of all keys. */
export const ShortcutHelp = ({ open, onClose }: { open: boolean; onClose(): void }) => {
  const say = useWords();
  const mayChat = useMayChat();
  return (
    <Modal.Root open={open} onOpenChange={(next: boolean) => !next && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('action.close')}>
          <Modal.Title>{say('keys.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Part title={say('keys.list')} keys={inList} />
          <Part title={say('keys.ticket')} keys={onTicket} />
          {mayChat && <Part title={say('keys.chats')} keys={inChats} />}
          <Part title={say('keys.everywhere')} keys={everywhere} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
