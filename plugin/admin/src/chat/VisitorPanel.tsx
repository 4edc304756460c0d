import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { DeskChat } from '../../../contracts/chat';
import { Card } from '../display/Card';
import { Moment } from '../display/Moment';
import { chatPath, inboxPath, ticketPath } from '../places';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';

const Fact = ({ name, children }: { name: string; children: string }) => (
  <Box paddingTop={3}>
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Box>
);

const Earlier = ({ earlier, search }: { earlier: DeskChat['earlier']; search: string }) => {
  const say = useWords();
  return (
    <Card title={say('chats.earlier')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {earlier.map(({ key, excerpt, endedAt }) => (
          <li key={key}>
            <Link tag={RouterLink} to={chatPath(key, search)}>
              {excerpt || say('chats.wordless')}
            </Link>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Moment at={endedAt} />
            </Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
};

const Rating = ({ rating: { score, comment } }: { rating: NonNullable<DeskChat['chat']['rating']> }) => {
  const say = useWords();
  return (
    <Card title={say('chats.rating')}>
      <Typography tag="p" fontWeight="bold">
        {say('chats.score', { score })}
      </Typography>
      {comment && (
        <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {comment}
        </Typography>
      )}
    </Card>
  );
};

const Facts = ({ chat: { segment, language, category, page } }: Pick<DeskChat, 'chat'>) => {
  const say = useWords();
  const { formatDisplayName } = useIntl();
  return (
    <dl>
      {segment && <Fact name={say('chats.segment')}>{segmentTitle({ name: segment, title: segment }, say)}</Fact>}
      {language && <Fact name={say('field.language')}>{formatDisplayName(language, { type: 'language' }) ?? language}</Fact>}
      {category && <Fact name={say('field.category')}>{category}</Fact>}
      {/* Plain text: whoever embeds the widget says it, and a link would be an invitation. */}
      {page && <Fact name={say('chats.page')}>{page}</Fact>}
    </dl>
  );
};

/** Who writes, how sure that is, and what is known from before. */
export const VisitorPanel = ({ value: { chat, earlier }, search }: { value: DeskChat; search: string }) => {
  const say = useWords();
  const { name, email, proven } = chat.visitor;
  return (
    <Flex tag="aside" aria-label={say('chats.visitor')} direction="column" alignItems="stretch" gap={4}>
      <Card title={say('chats.visitor')}>
        <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
          {name || say('chats.guest')}
        </Typography>
        {email && <Link href={`mailto:${email}`}>{email}</Link>}
        <Box paddingTop={2}>
          <Badge>{say(proven ? 'chats.proven' : 'chats.unproven')}</Badge>
        </Box>
        {chat.customerId !== null && email && (
          <Box paddingTop={3}>
            <Link tag={RouterLink} to={`${inboxPath}?${new URLSearchParams({ _q: email, view: 'all' })}`}>
              {say('chats.hisRequests')}
            </Link>
          </Box>
        )}
        {chat.request && (
          <Box paddingTop={3}>
            <Link tag={RouterLink} to={ticketPath(chat.request)}>
              {say('chats.becameRequest', { reference: chat.request })}
            </Link>
          </Box>
        )}
        <Facts chat={chat} />
      </Card>
      {chat.rating && <Rating rating={chat.rating} />}
      {earlier.length > 0 && <Earlier earlier={earlier} search={search} />}
    </Flex>
  );
};
