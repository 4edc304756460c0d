import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DeskTicketDetail } from '../../../contracts/desk';
import type { MergePreview } from '../../../contracts/merging';
import { mergeTicket, previewMerge } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { Choice } from '../display/Choice';
import { Problem } from '../display/Problem';
import { ticketPath } from '../places';
import { useWords } from '../use-words';

const Preview = ({ preview }: { preview: MergePreview }) => {
  const say = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography>{say('merge.moves', { messages: preview.messages, notes: preview.notes, reference: preview.into.reference })}</Typography>
      <Typography>{say(preview.participants.length > 0 ? 'merge.readers' : 'merge.reader', { name: preview.reader, others: preview.participants.join(', ') })}</Typography>
      {preview.openLinks > 0 && <Typography>{say('merge.openLinks', { count: preview.openLinks, reference: preview.into.reference })}</Typography>}
      {preview.endedLinks > 0 && <Typography>{say('merge.endedLinks', { count: preview.endedLinks })}</Typography>}
      <Typography>{say('merge.closes')}</Typography>
    </Flex>
  );
};

const MergeForm = ({ ticket, onClose }: { ticket: DeskTicketDetail; onClose(): void }) => {
  const say = useWords();
  const navigate = useNavigate();
  const [into, setInto] = useState(ticket.requesterTickets[0]?.reference ?? '');
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    setPreview(null);
    setProblem(null);
    previewMerge(ticket.reference, into, aborter.signal).then(
      (found) => !aborter.signal.aborted && setPreview(found),
      (error: unknown) => !aborter.signal.aborted && setProblem(sayRefusal(error, say)),
    );
    return () => aborter.abort();
  }, [ticket.reference, into, say]);
  const merge = async (): Promise<void> => {
    try {
      await mergeTicket(ticket.reference, into);
      navigate(ticketPath(into));
    } catch (error) {
      setProblem(sayRefusal(error, say));
    }
  };
  const options = ticket.requesterTickets.map(({ reference, subject }) => ({ value: reference, label: `${reference} ${subject}` }));
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Choice label={say('merge.into')} value={into} options={options} onChange={setInto} />
          {preview && <Preview preview={preview} />}
          {problem && <Problem>{problem}</Problem>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button disabled={!preview} onClick={() => void merge()}>
          {say('merge.act')}
        </Button>
      </Modal.Footer>
    </>
  );
};

/** Moves a ticket's conversation into another ticket of the same requester, after saying what that does. */
export const MergeTicket = ({ ticket }: { ticket: DeskTicketDetail }) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  if (ticket.requesterTickets.length === 0) return null;
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" fullWidth>
          {say('merge.title')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('action.cancel')}>
          <Modal.Title>{say('merge.title')}</Modal.Title>
        </Modal.Header>
        <MergeForm ticket={ticket} onClose={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
};
