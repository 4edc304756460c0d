import { VisuallyHidden } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { SVGProps } from 'react';
import { styled } from 'styled-components';
import type { ChatShelfAnswer } from '../../../contracts/chat';
import { useLoaded } from '../desk/use-loaded';
import { useWords } from '../use-words';
import { alertOf } from './alerts';
import { listChats } from './client';
import { useChatNews } from './use-chat-news';

const lookAgainMs = 20_000;

const Place = styled.span`
  position: relative;
  display: inline-flex;
`;
const Count = styled.span`
  position: absolute;
  inset-block-start: -0.9rem;
  inset-inline-start: 1rem;
  min-width: 1.8rem;
  padding-inline: 0.4rem;
  border-radius: 0.9rem;
  background: ${({ theme }) => theme.colors.danger700};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: 1.8rem;
  text-align: center;
`;

// Strapi makes its menu's entries anew with each page: what they know is kept outside of them.
let last: ChatShelfAnswer | undefined;
let known: Set<string> | undefined;

/** Rings, or shows a notice, for each chat that was not waiting before; of those that wait at the first look it says nothing. */
const useNewcomers = (answer: ChatShelfAnswer | undefined): void => {
  const say = useWords();
  useEffect(() => {
    if (!answer || answer === last) return;
    last = answer;
    const first = answer.chats.find(({ key }) => known && !known.has(key));
    known = new Set([...(known ?? []), ...answer.chats.map(({ key }) => key)]);
    if (first && answer.seat.available) alertOf(say('chats.newcomer', { name: first.visitor.name || say('chats.guest') }));
  }, [answer, say]);
};

/** The menu's icon with how many chats wait, wherever in the admin the agent is. */
export const WaitingChatsIcon = (props: SVGProps<SVGSVGElement>) => {
  const say = useWords();
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const { value, reload } = useLoaded(useCallback((signal: AbortSignal) => listChats('waiting', signal), []));
  useChatNews(reload, lookAgainMs);
  useNewcomers(value);
  // The link has a label of its own, which hides what is in it from screen readers.
  useEffect(() => place.current?.closest('a')?.setAttribute('aria-describedby', id), [id]);
  const count = (value ?? last)?.counts.waiting ?? 0;
  return (
    <Place ref={place}>
      <Message {...props} aria-hidden />
      {count > 0 && <Count aria-hidden>{count > 99 ? '99+' : count}</Count>}
      <VisuallyHidden id={id}>{count > 0 ? say('chats.waitingCount', { count }) : ''}</VisuallyHidden>
    </Place>
  );
};
