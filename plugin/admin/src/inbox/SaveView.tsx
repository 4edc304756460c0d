import { Button, Checkbox, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { viewFilters } from '../../../contracts/desk';
import type { DeskListQuery } from '../../../contracts/desk';
import type { SavedView } from '../../../contracts/desk-views';
import { changeView, createView } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { Line } from '../display/Line';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';

interface Props {
  request: Partial<DeskListQuery>;
  /** The one that is changed; none: a new one. */
  view?: SavedView;
  mayShare: boolean;
  onSaved(id: number): void;
}

const ViewForm = ({ request, view, mayShare, onSaved, onDone }: Props & { onDone(): void }) => {
  const say = useWords();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { page: _page, pageSize: _pageSize, q, ...others } = request;
    try {
      const change = { name, shared, filters: viewFilters.parse({ ...others, ...(q ? { q } : {}) }) };
      const { id } = await (view ? changeView(view.id, change) : createView(change));
      onDone();
      onSaved(id);
    } catch (error) {
      setProblem(sayRefusal(error, say));
    }
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Line label={say('views.name')} hint={say('views.hint')} required value={name} onChange={setName} />
          {mayShare && (
            <Checkbox checked={shared} onCheckedChange={(checked) => setShared(checked === true)}>
              {say('views.shared')}
            </Checkbox>
          )}
          {problem && <Problem>{problem}</Problem>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('action.cancel')}</Button>
        </Modal.Close>
        <Button type="submit">{say('action.save')}</Button>
      </Modal.Footer>
    </form>
  );
};

/** Keeps the present filters under a name. */
export const SaveView = (props: Props) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const title = say(props.view ? 'views.change' : 'views.save');
  return (
    <Modal.Root open={open} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary">{title}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('action.cancel')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <ViewForm {...props} onDone={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
};
