import { LinkButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { feedbackReasons } from '../../../contracts/knowledge';
import type { AuthoredArticle, StaleArticle, UnhelpfulArticle } from '../../../contracts/knowledge-desk';
import { Moment } from '../display/Moment';
import { articlePath } from '../places';
import { useWords } from '../use-words';
import { BoardRow } from './BoardRow';
import { Span } from './Span';

const OpenArticle = ({ article }: { article: AuthoredArticle }) => {
  const say = useWords();
  return (
    <LinkButton tag={Link} to={articlePath(article.document, article.language)} variant="secondary" aria-label={`${say('gap.openArticle')}: ${article.title}`}>
      {say('gap.openArticle')}
    </LinkButton>
  );
};

/** An article that readers opened and that did not help them. */
export const UnhelpfulRow = ({ of: { article, no, yes, reasons, comments, tickets, firstAt, lastAt } }: { of: UnhelpfulArticle }) => {
  const say = useWords();
  const why = feedbackReasons.flatMap((reason) => (reasons[reason] ? `${say(`reason.${reason}`)} (${reasons[reason]})` : []));
  const counts = [say('gap.votes', { no, yes }), tickets.length > 0 && say('gap.tickets', { count: tickets.length, references: tickets.slice(0, 3).join(', ') }), ...why];
  const facts = (
    <>
      {counts.filter(Boolean).join(' · ')} · <Span firstAt={firstAt} lastAt={lastAt} />
    </>
  );
  return <BoardRow title={article.title} facts={facts} words={comments} action={<OpenArticle article={article} />} />;
};

/** An article that nobody looked after for long. */
export const StaleRow = ({ of: { article, why, reviewBy, updatedAt, owner } }: { of: StaleArticle }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  const due = why === 'review_due' && reviewBy ? say('gap.reviewDue', { date: formatDate(`${reviewBy}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }) }) : say('gap.old');
  const facts = (
    <>
      {[due, owner, article.language].filter(Boolean).join(' · ')} · {say('gap.changed')} <Moment at={updatedAt} />
    </>
  );
  return <BoardRow title={article.title} facts={facts} action={<OpenArticle article={article} />} />;
};
