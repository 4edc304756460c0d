import { Button, Flex, Typography } from '@strapi/design-system';
import type { Pagination } from '../../../contracts/platform';
import { useWords } from '../use-words';

/** To the page before and after; nothing where there is one page. */
export const Pages = ({ pagination: { page, pageCount }, onPage }: { pagination: Pagination; onPage(page: number): void }) => {
  const say = useWords();
  if (pageCount <= 1) return null;
  return (
    <Flex tag="nav" aria-label={say('pages.title')} gap={3} justifyContent="center">
      <Button variant="tertiary" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {say('pages.before')}
      </Button>
      <Typography>{say('pages.where', { page, count: pageCount })}</Typography>
      <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
        {say('pages.after')}
      </Button>
    </Flex>
  );
};
