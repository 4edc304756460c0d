import { Button } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { fillIn } from '../../../contracts/saved-replies';
import type { ReplyVariable, SavedReply } from '../../../contracts/saved-replies';
import { useWords } from '../use-words';
import { SavedReplyPicker } from './SavedReplyPicker';

/** A text that is being written, in a field of that name. */
interface Props {
  name: string;
  text: string;
  onWrite(text: string): void;
  /** What the variables of a saved reply stand for. */
  values: Record<ReplyVariable, string>;
}

const fieldOf = (name: string): HTMLTextAreaElement | null => document.querySelector(`textarea[name="${name}"]`);

/** The agent, as saved replies name him. */
export const useAgentName = (): string => useAuth('useAgentName', ({ user }) => [user?.firstname, user?.lastname].filter(Boolean).join(' '));

/** Calls `open` for a semicolon, that of Arabic keyboards too, at the beginning of a word. */
const useSemicolon = (name: string, open: () => void): void =>
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const at = fieldOf(name);
      if (!/^[;؛]$/.test(event.key) || !at || event.target !== at || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/(^|\s)$/.test(at.value.slice(0, at.selectionStart))) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [name]);

/** The dialog gives the focus back first, to nobody in particular; keys would mean commands then. */
export const returnToField = (name: string, at?: number): void =>
  void setTimeout(() => {
    fieldOf(name)?.focus();
    if (at !== undefined) fieldOf(name)?.setSelectionRange(at, at);
  }, 50);

/** Puts something where the cursor is, or was. */
export const putInto = (name: string, text: string, inserted: string, onWrite: (text: string) => void): void => {
  const at = fieldOf(name);
  const [from, to] = [at?.selectionStart ?? text.length, at?.selectionEnd ?? text.length];
  onWrite(text.slice(0, from) + inserted + text.slice(to));
  returnToField(name, from + inserted.length);
};

/** A button, and `;` at the beginning of a word, find a saved reply and put it where the cursor is. */
export const InsertSavedReply = ({ name, text, onWrite, values }: Props) => {
  const say = useWords();
  const [open, setOpen] = useState(false);
  useSemicolon(name, () => setOpen(true));
  const close = (): void => {
    setOpen(false);
    returnToField(name);
  };
  const put = (reply: SavedReply): void => {
    setOpen(false);
    putInto(name, text, fillIn(reply.body, values), onWrite);
  };
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {say('savedReplies.insert')}
      </Button>
      {open && <SavedReplyPicker onPick={put} onClose={close} />}
    </>
  );
};
