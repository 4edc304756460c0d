import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { Analytics } from '../../../contracts/analytics';
import { Card } from '../display/Card';
import { articlePath, knowledgePath } from '../places';
import { DataTable } from './DataTable';
import { useFigureWords } from './say-figures';

/** Which articles answered, and where the missing ones are. */
export const ArticlesCard = ({ articles }: Pick<Analytics, 'articles'>) => {
  const { say, count } = useFigureWords();
  const columns = [say('analytics.article'), ...(['views', 'shown', 'opened', 'solved', 'sentAnyway'] as const).map((name) => say(`analytics.article.${name}`))];
  const rows = articles.map(({ article, views, shown, opened, solved, sentAnyway }) => ({
    key: article.document,
    head: (
      <Link tag={RouterLink} to={articlePath(article.document, article.language)}>
        {article.title}
      </Link>
    ),
    cells: [views, shown, opened, solved, sentAnyway].map(count),
  }));
  return (
    <Card
      title={say('analytics.articles')}
      action={
        <Link tag={RouterLink} to={knowledgePath}>
          {say('analytics.gaps')}
        </Link>
      }
    >
      <Box paddingBottom={3}>
        <Typography variant="pi" textColor="neutral600">
          {say('analytics.meaning.articles')}
        </Typography>
      </Box>
      {rows.length === 0 ? <Typography textColor="neutral600">{say('analytics.nothing')}</Typography> : <DataTable caption={say('analytics.articles')} columns={columns} rows={rows} />}
    </Card>
  );
};
