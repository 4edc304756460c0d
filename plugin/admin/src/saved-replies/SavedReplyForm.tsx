import { Button, Checkbox, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { replyVariables, unknownVariables } from '../../../contracts/saved-replies';
import type { SavedReply } from '../../../contracts/saved-replies';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import type { Refusal } from '../desk/refusal';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { changeSavedReply, createSavedReply } from './client';

interface Props {
  /** None: a new one. */
  reply?: SavedReply;
  mayShare: boolean;
  onClose(): void;
  onSaved(): void;
}

const variables = replyVariables.map((name) => `{{${name}}}`).join(', ');

const Fields = ({ reply, mayShare, onClose, onSaved }: Props) => {
  const say = useWords();
  const [draft, setDraft] = useState({ name: reply?.name ?? '', body: reply?.body ?? '', shared: reply?.shared ?? false });
  const [refusal, setRefusal] = useState<(Refusal & { sentence: string }) | null>(null);
  const errorAt = (path: string): string | undefined => {
    const fault = refusal?.fields.find((each) => each.path === path);
    const unknown = path === 'body' ? unknownVariables(draft.body) : [];
    if (!fault) return undefined;
    return unknown.length > 0 ? say('savedReplies.unknown', { names: unknown.join(', ') }) : sayFieldError(fault, say);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await (reply ? changeSavedReply(reply.id, draft) : createSavedReply(draft));
      onSaved();
      onClose();
    } catch (error) {
      setRefusal({ ...refusalOf(error), sentence: sayRefusal(error, say) });
    }
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Line label={say('savedReplies.name')} required value={draft.name} error={errorAt('name')} onChange={(name) => setDraft({ ...draft, name })} />
          <Line multiline label={say('savedReplies.body')} hint={say('savedReplies.hint', { variables })} required value={draft.body} error={errorAt('body')} onChange={(body) => setDraft({ ...draft, body })} />
          {mayShare && (
            <Checkbox checked={draft.shared} onCheckedChange={(checked) => setDraft({ ...draft, shared: checked === true })}>
              {say('savedReplies.share')}
            </Checkbox>
          )}
          {refusal && <Problem>{refusal.sentence}</Problem>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {say('action.cancel')}
        </Button>
        <Button type="submit">{say('action.save')}</Button>
      </Modal.Footer>
    </form>
  );
};

/** The form of one saved reply. */
export const SavedReplyForm = (props: Props) => {
  const say = useWords();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && props.onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={say('action.cancel')}>
          <Modal.Title>{props.reply ? say('savedReplies.edit', { name: props.reply.name }) : say('savedReplies.create')}</Modal.Title>
        </Modal.Header>
        <Fields {...props} />
      </Modal.Content>
    </Modal.Root>
  );
};
