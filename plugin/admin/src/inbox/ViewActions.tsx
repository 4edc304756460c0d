import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { Views } from '../../../contracts/desk-views';
import { removeView } from '../desk/client';
import { useRights } from '../desk/use-rights';
import { useWords } from '../use-words';
import { SaveView } from './SaveView';
import { savedOf } from './views';
import type { InboxQuery } from './use-inbox-query';

/** Which figure the list stands behind; such a list is no view to keep. */
const Counted = ({ request: { counted, from = '', to = '' } }: Pick<InboxQuery, 'request'>) => {
  const say = useWords();
  return counted ? <Typography fontWeight="bold">{say('view.countedBetween', { figure: say(`counted.${counted}`), from, to })}</Typography> : null;
};

/** What can be done with the present filters: kept as a view, and a saved view changed or deleted. */
export const ViewActions = ({ query, views, onChange }: { query: InboxQuery; views: Views | undefined; onChange(): void }) => {
  const say = useWords();
  const rights = useRights();
  const current = savedOf(query.view, views?.saved ?? []);
  const mayChange = current !== undefined && (!current.shared || rights.views);
  const saved = (id: number): void => {
    onChange();
    query.go(`saved:${id}`);
  };
  const remove = async (id: number): Promise<void> => {
    await removeView(id);
    onChange();
    query.go('open');
  };
  return (
    <Flex gap={2} wrap="wrap">
      {query.narrowed && (
        <Button variant="tertiary" onClick={query.clear}>
          {say('filter.clear')}
        </Button>
      )}
      {query.request.counted ? <Counted request={query.request} /> : <SaveView request={query.request} mayShare={rights.views} onSaved={saved} />}
      {mayChange && <SaveView key={current.id} view={current} request={query.request} mayShare={rights.views} onSaved={saved} />}
      {mayChange && (
        <Dialog.Root>
          <Dialog.Trigger>
            <Button variant="danger-light">{say('views.remove')}</Button>
          </Dialog.Trigger>
          <ConfirmDialog onConfirm={() => remove(current.id)}>{say('views.removeSure', { name: current.name })}</ConfirmDialog>
        </Dialog.Root>
      )}
    </Flex>
  );
};
