import { Button, EmptyStateLayout } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';

/** In place of something that could not be read, with a way to try again. */
export const Failure = ({ error, onRetry }: { error: unknown; onRetry(): void }) => {
  const say = useWords();
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" aria-hidden />}
        content={sayRefusal(error, say)}
        action={
          <Button variant="secondary" onClick={onRetry}>
            {say('action.retry')}
          </Button>
        }
      />
    </div>
  );
};
