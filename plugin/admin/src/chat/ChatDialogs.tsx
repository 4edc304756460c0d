import { Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import type { DeskChat } from '../../../contracts/chat';
import { categoryOptions } from '../desk/category-tree';
import { listCategories } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import { blockVisitor, endChat, makeRequest, transferChat } from './client';
import { FormDialog } from './FormDialog';

interface Props {
  value: DeskChat;
  onDone(): void;
  onClose(): void;
}
/** Does it, and has the page read what came of it. */
const doing = (work: Promise<unknown>, onDone: () => void): Promise<void> => work.then(onDone);

const queue = 'queue';

/** To a colleague who takes chats, with how many he has, or back to the queue. */
export const TransferDialog = ({ value: { chat, colleagues }, onDone, onClose }: Props) => {
  const say = useWords();
  const [to, setTo] = useState(queue);
  const others = colleagues.filter(({ id }) => id !== chat.agent?.id);
  const options = [{ value: queue, label: say('chats.toQueue') }, ...others.map(({ id, name, open, most }) => ({ value: String(id), label: say('chats.colleague', { name, open, most }) }))];
  return (
    <FormDialog title={say('chats.transfer')} submitLabel={say('chats.transferAct')} onSubmit={() => doing(transferChat(chat.key, to === queue ? null : Number(to)), onDone)} onClose={onClose}>
      <Choice label={say('chats.transferTo')} value={to} options={options} hint={others.length === 0 ? say('chats.nobodyElse') : undefined} onChange={setTo} />
    </FormDialog>
  );
};

/** A ticket with the conversation in its first message; of a guest it needs an address. */
export const RequestDialog = ({ value: { chat }, onDone, onClose }: Props) => {
  const say = useWords();
  const categories = useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), [])).value ?? [];
  const options = categoryOptions(categories.filter(({ active }) => active));
  const [subject, setSubject] = useState('');
  const [picked, setChosen] = useState<string | null>(null);
  const chosen = picked ?? categories.find(({ name }) => name === chat.category)?.slug;
  const [email, setEmail] = useState(chat.visitor.email);
  const category = options.find(({ value }) => value === chosen)?.value ?? options[0]?.value ?? '';
  const guest = chat.customerId === null;
  const make = (): Promise<void> => doing(makeRequest(chat.key, { subject, category, ...(guest && email.trim() !== '' && { email: email.trim() }) }), onDone);
  return (
    <FormDialog title={say('chats.makeRequest')} submitLabel={say('chats.makeRequestAct')} labels={{ subject: say('chats.subject'), category: say('field.category'), email: say('chats.email') }} onSubmit={make} onClose={onClose}>
      <Line label={say('chats.subject')} required value={subject} onChange={setSubject} />
      <Choice label={say('field.category')} value={category} options={options} onChange={setChosen} />
      {guest && <Line label={say('chats.email')} required hint={say('chats.emailHint')} value={email} onChange={setEmail} />}
    </FormDialog>
  );
};

/** Ends it for both; the visitor can still rate it. */
export const EndDialog = ({ value: { chat }, onDone, onClose }: Props) => {
  const say = useWords();
  return (
    <FormDialog title={say('chats.end')} submitLabel={say('chats.endAct')} onSubmit={() => doing(endChat(chat.key), onDone)} onClose={onClose}>
      <Typography>{say('chats.endSure')}</Typography>
    </FormDialog>
  );
};

const spans = ['1', '24', '168', '720'] as const;
type Span = (typeof spans)[number];

/** For how long this visitor begins no chat, and why, for colleagues. */
export const BlockDialog = ({ value: { chat }, onDone, onClose }: Props) => {
  const say = useWords();
  const [hours, setHours] = useState<Span>('24');
  const [reason, setReason] = useState('');
  return (
    <FormDialog danger title={say('chats.block')} submitLabel={say('chats.blockAct')} onSubmit={() => doing(blockVisitor(chat.key, Number(hours), reason), onDone)} onClose={onClose}>
      <Typography>{say('chats.blockSure')}</Typography>
      <Choice<Span> label={say('chats.blockFor')} value={hours} options={spans.map((value) => ({ value, label: say(`chats.hours.${value}`) }))} onChange={setHours} />
      <Line label={say('chats.blockReason')} hint={say('chats.blockReasonHint')} value={reason} onChange={setReason} />
    </FormDialog>
  );
};
