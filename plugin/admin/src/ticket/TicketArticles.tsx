import { Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { ArticleLink } from '../../../contracts/knowledge';
import type { DeskArticles } from '../../../contracts/knowledge-desk';
import { Card } from '../display/Card';
import { Failure } from '../display/Failure';
import { Problem } from '../display/Problem';
import { useWords } from '../use-words';
import { ArticleEntry } from './ArticleEntry';
import { useTicketArticles } from './use-ticket-articles';
import type { ArticlesOfTicket } from './use-ticket-articles';

interface Props {
  reference: string;
  /** When the ticket changed last. */
  changed: string;
  /** False for those who only read. */
  mayReply: boolean;
  onInsert(text: string): void;
}
type ListsProps = Pick<Props, 'mayReply' | 'onInsert'> & { articles: ArticlesOfTicket; value: DeskArticles };

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Typography tag="h3" variant="sigma" textColor="neutral600">
      {title}
    </Typography>
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={2}>
      {children}
    </Flex>
  </div>
);

const Lists = ({ value: { linked, related, portal }, articles, mayReply, onInsert }: ListsProps) => {
  const say = useWords();
  const addressOf = ({ slug }: ArticleLink): string => `${portal}/articles/${slug}`;
  const small = (word: 'articles.insert' | 'articles.answers' | 'articles.remove', article: ArticleLink, onClick: () => void) => (
    <Button size="S" variant="tertiary" disabled={articles.busy === article.slug} aria-label={`${say(word)}: ${article.title}`} onClick={onClick}>
      {say(word)}
    </Button>
  );
  const insert = (article: ArticleLink) => small('articles.insert', article, () => onInsert(`[${article.title.replace(/[[\]]/g, '')}](${addressOf(article)})`));
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {linked.length > 0 && (
        <Part title={say('articles.linked')}>
          {linked.map((article) => (
            <ArticleEntry key={article.slug} article={article} address={addressOf(article)} mark={say(article.solved ? 'articles.solved' : 'articles.given')}>
              {mayReply && insert(article)}
              {mayReply && small('articles.remove', article, () => void articles.unlink(article.slug))}
            </ArticleEntry>
          ))}
        </Part>
      )}
      {related.length > 0 && (
        <Part title={say('articles.related')}>
          {related.map((article) => (
            <ArticleEntry key={article.slug} article={article} address={addressOf(article)}>
              {mayReply && insert(article)}
              {mayReply && small('articles.answers', article, () => void articles.link(article.slug))}
            </ArticleEntry>
          ))}
        </Part>
      )}
      {linked.length + related.length === 0 && <Typography textColor="neutral600">{say('articles.none')}</Typography>}
    </Flex>
  );
};

/** Articles that answer the ticket, and others that may. */
export const TicketArticles = ({ reference, changed, mayReply, onInsert }: Props) => {
  const say = useWords();
  const articles = useTicketArticles(reference, changed);
  const { value, error, reload } = articles.loaded;
  return (
    <Card title={say('articles.title')}>
      {articles.problem && <Problem>{articles.problem}</Problem>}
      {error ? <Failure error={error} onRetry={reload} /> : value ? <Lists value={value} articles={articles} mayReply={mayReply} onInsert={onInsert} /> : <Typography>{say('loading')}</Typography>}
    </Card>
  );
};
