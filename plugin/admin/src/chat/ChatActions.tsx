import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { OpenChat } from './use-chat';
import { BlockDialog, EndDialog, RequestDialog, TransferDialog } from './ChatDialogs';
import { RedactDialog } from './RedactDialog';
import { useRights } from '../desk/use-rights';
import { useWords } from '../use-words';
import type { DeskChat } from '../../../contracts/chat';

const dialogs = { transfer: TransferDialog, makeRequest: RequestDialog, end: EndDialog, redact: RedactDialog, block: BlockDialog } as const;
type Act = keyof typeof dialogs;

/** What can be done now: handing on and ending by who has it; a request of it once; blocking always, and taking words out by who may. */
const possible = (value: DeskChat, mine: boolean, mayRedact: boolean): Act[] => {
  const free = value.chat.state !== 'open' || mine;
  return [...(mine ? (['transfer'] as const) : []), ...(free && value.chat.request === null ? (['makeRequest'] as const) : []), ...(mine ? (['end'] as const) : []), ...(mayRedact ? (['redact'] as const) : []), ...(free ? (['block'] as const) : [])];
};

interface Props {
  value: DeskChat;
  open: OpenChat;
  /** Also the lists have to be read again. */
  onChange(): void;
  /** Takes the chat that is open. */
  onTake(): void;
  /** Takes it from the colleague who has it. */
  onTakeOver(): void;
  taking: boolean;
}

/** The buttons above a conversation. */
export const ChatActions = ({ value, open, onChange, onTake, onTakeOver, taking }: Props) => {
  const say = useWords();
  const { redact } = useRights();
  const [act, setAct] = useState<Act | null>(null);
  const Dialog = act && dialogs[act];
  const waits = value.chat.state === 'waiting' || value.chat.state === 'left';
  const done = (): void => {
    void open.reload();
    onChange();
  };
  return (
    <Flex gap={2} wrap="wrap">
      {waits && (
        <Button loading={taking} onClick={onTake}>
          {say('chats.take')}
        </Button>
      )}
      {value.chat.state === 'open' && !open.mine && (
        <Button variant="tertiary" loading={taking} onClick={onTakeOver}>
          {say('chats.takeOver')}
        </Button>
      )}
      {possible(value, open.mine, redact).map((each) => (
        <Button key={each} variant={each === 'block' ? 'danger-light' : 'tertiary'} onClick={() => setAct(each)}>
          {say(`chats.${each}`)}
        </Button>
      ))}
      {Dialog && <Dialog value={value} messages={open.messages} onDone={done} onClose={() => setAct(null)} />}
    </Flex>
  );
};
