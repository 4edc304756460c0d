import { Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { DeskTicketDetail } from '../../../contracts/desk';
import type { MergePreview } from '../../../contracts/merging';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import { MergeReaders } from './MergeReaders';
import { elsewhere, useMerge } from './use-merge';

const Outcome = ({ reference, preview }: { reference: string; preview: MergePreview }) => {
  const say = useWords();
  const { way, into, messages, notes, readers } = preview;
  const values = { messages, notes, from: reference, into: into.reference, reference: into.reference, name: readers.from.requester, other: readers.into.requester };
  const sentences = way === 'move' ? (['merge.moves', 'merge.clock', 'merge.closes'] as const) : (['merge.together', 'merge.replies', 'merge.told', 'merge.apart'] as const);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {sentences.map((sentence) => (
        <Typography key={sentence} tag="p">
          {say(sentence, values)}
        </Typography>
      ))}
      {way === 'move' && readers.from.links > 0 && <Typography tag="p">{say('merge.endedLinks', { count: readers.from.links })}</Typography>}
      <MergeReaders reference={reference} preview={preview} />
    </Flex>
  );
};

/** Into which ticket, what it does and who reads what then; where others are concerned, the agent says that he knows. */
export const MergeForm = ({ ticket, onClose }: { ticket: DeskTicketDetail; onClose(): void }) => {
  const say = useWords();
  const navigate = useNavigate();
  const { chosen, choose, typed, type, preview, problem, confirmed, confirm, merge } = useMerge(ticket, (into) => navigate(ticketPath(into)));
  const own = ticket.requesterTickets.map(({ reference, subject }) => ({ value: reference, label: `${reference} ${subject}` }));
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Choice label={say('merge.into')} value={chosen} options={[...own, { value: elsewhere, label: say('merge.elsewhere') }]} onChange={choose} />
          {chosen === elsewhere && <Line label={say('merge.number')} hint={say('merge.numberHint')} value={typed} onChange={type} />}
          {preview && <Outcome reference={ticket.reference} preview={preview} />}
          {preview?.confirmation && (
            <Checkbox checked={confirmed} onCheckedChange={(checked) => confirm(checked === true)}>
              {say(preview.way === 'move' ? 'merge.confirmMove' : 'merge.confirmTogether')}
            </Checkbox>
          )}
          {problem && <Problem>{problem}</Problem>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button disabled={!preview || (preview.confirmation !== null && !confirmed)} onClick={() => void merge()}>
          {say(preview?.way === 'together' ? 'merge.actTogether' : 'merge.act')}
        </Button>
      </Modal.Footer>
    </>
  );
};
