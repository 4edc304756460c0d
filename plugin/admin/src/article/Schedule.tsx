import { DateTimePicker, Field, Typography } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useWords } from '../use-words';
import type { ArticleDocument } from './article-document';

/** When the article goes out, and until when somebody has to look at it again. */
export const Schedule = ({ article: { reviewBy, reviewState } }: { article: ArticleDocument }) => {
  const say = useWords();
  const { formatDate } = useIntl();
  const { value, onChange } = useField<string | null>('publishAt');
  const planned = value ? new Date(value) : null;
  const overdue = reviewBy !== null && reviewBy < new Date().toISOString().slice(0, 10);
  const day = reviewBy && formatDate(`${reviewBy}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <Field.Root hint={say(planned && reviewState !== 'approved' ? 'schedule.needsApproval' : 'schedule.hint')}>
        <Field.Label>{say('schedule.label')}</Field.Label>
        <DateTimePicker value={planned} onChange={(date) => onChange('publishAt', date?.toISOString() ?? null)} onClear={() => onChange('publishAt', null)} />
        <Field.Hint />
      </Field.Root>
      <Typography variant="pi" textColor={overdue ? 'danger700' : 'neutral600'}>
        {day ? say(overdue ? 'schedule.reviewOverdue' : 'schedule.reviewBy', { date: day }) : say('schedule.noReview')}
      </Typography>
    </>
  );
};
