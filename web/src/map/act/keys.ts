import type { Direction } from '../walk/walk';

/** What the keyboard can ask of the map. */
export interface KeyTarget {
  walk(direction: Direction): void;
  pan(dx: number, dy: number): void;
  choose(): void;
  zoom(factor: number): void;
  showAll(): void;
  leave(): void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const PANS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [80, 0],
  right: [-80, 0],
  up: [0, 80],
  down: [0, -80],
};

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Whether the key meant something to the map; the browser's own shortcuts never do. */
export function pressKey(event: Key, target: KeyTarget): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const direction = ARROWS[event.key];
  if (direction) {
    if (event.shiftKey) target.pan(...PANS[direction]);
    else target.walk(direction);
    return true;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      target.choose();
      return true;
    case '+':
    case '=':
      target.zoom(1.5);
      return true;
    case '-':
    case '_':
      target.zoom(1 / 1.5);
      return true;
    case '0':
      target.showAll();
      return true;
    case 'Escape':
      target.leave();
      return false;
    default:
      return false;
  }
}
