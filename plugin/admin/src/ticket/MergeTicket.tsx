import { Button, Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { useWords } from '../use-words';
import { MergeForm } from './MergeForm';

/** Merges a ticket into another one, or works on it together with another requester's, after saying what that does. */
export const MergeTicket = ({ ticket }: { ticket: DeskTicketDetail }) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  if (ticket.lead) return null;
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
