import { DndContext, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors } from '@dnd-kit/core';
import type { DragEndEvent } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Box, IconButton } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import { createContext, useContext, useRef } from 'react';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../use-words';

interface ListProps {
  /** In their order; `name` is said to screen readers. */
  items: readonly { id: string; name: string }[];
  /** Puts the item that is at `from` where the one at `to` is. */
  onMove(from: number, to: number): void;
  children: ReactNode;
}

type Handle = Pick<ReturnType<typeof useSortable>, 'attributes' | 'listeners' | 'setActivatorNodeRef'>;
const handleOf = createContext<Handle | null>(null);

// The list follows the pointer up and down only, and touch moves the item, not the page.
const Grip = styled(IconButton)`
  cursor: grab;
  touch-action: none;
`;
const Place = styled(Box)<{ $lifted: boolean; $shift: number; $transition: string | undefined }>`
  position: relative;
  z-index: ${({ $lifted }) => ($lifted ? 1 : 'auto')};
  transform: ${({ $shift }) => ($shift === 0 ? 'none' : `translateY(${$shift}px)`)};
  transition: ${({ $transition }) => $transition ?? 'none'};
  box-shadow: ${({ $lifted, theme }) => ($lifted ? theme.shadows.popupShadow : 'none')};
`;

/** What is said while something is moved. Where it came to rest is said by whoever saves it. */
const useAnnouncements = (items: ListProps['items']) => {
  const say = useWords();
  const count = items.length;
  // Right after it is lifted, a thing is over its own place: said then, it would drown that it is lifted.
  const fresh = useRef(false);
  const at = (id: unknown): number => items.findIndex((item) => item.id === id);
  const named = (id: unknown): string => items[at(id)]?.name ?? '';
  return {
    onDragStart({ active }: { active: { id: unknown } }) {
      fresh.current = true;
      return say('drag.lifted', { name: named(active.id), position: at(active.id) + 1, count });
    },
    onDragOver({ active, over }: { active: { id: unknown }; over: { id: unknown } | null }) {
      const isStart = fresh.current && over?.id === active.id;
      fresh.current = false;
      return over && !isStart ? say('drag.over', { name: named(active.id), position: at(over.id) + 1, count }) : undefined;
    },
    onDragEnd: () => undefined,
    onDragCancel: ({ active }: { active: { id: unknown } }) => say('drag.cancelled', { name: named(active.id) }),
  };
};

/** A list whose items can be dragged, by pointer, touch or keyboard. The items are `SortableItem`s, each with a `DragHandle` in it. */
export const SortableList = ({ items, onMove, children }: ListProps) => {
  const say = useWords();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const announcements = useAnnouncements(items);
  const end = ({ active, over }: DragEndEvent): void => {
    const [from, to] = [active.id, over?.id].map((id) => items.findIndex((item) => item.id === id));
    if (from !== undefined && to !== undefined && from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end} accessibility={{ announcements, screenReaderInstructions: { draggable: say('drag.instructions') } }}>
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
};

/** One place of the list. */
export const SortableItem = ({ id, tag = 'li', children }: { id: string; tag?: 'li' | 'div'; children: ReactNode }) => {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id });
  return (
    <Place ref={setNodeRef} tag={tag} background="neutral0" $lifted={isDragging} $shift={transform?.y ?? 0} $transition={transition}>
      <handleOf.Provider value={{ attributes, listeners, setActivatorNodeRef }}>{children}</handleOf.Provider>
    </Place>
  );
};

/** What an item is dragged by. */
export const DragHandle = ({ name }: { name: string }) => {
  const say = useWords();
  const handle = useContext(handleOf);
  if (!handle) return null;
  const { attributes, listeners, setActivatorNodeRef } = handle;
  return (
    <Grip ref={setActivatorNodeRef} variant="ghost" withTooltip={false} label={say('drag.handle', { name })} aria-describedby={attributes['aria-describedby']} {...listeners}>
      <Drag />
    </Grip>
  );
};
