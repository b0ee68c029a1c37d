import { describe, expect, it } from 'vitest';
import { FrameDoor } from './frame-door';

function frames(isMoving: () => boolean) {
  const drawn: number[] = [];
  let waiting: ((now: number) => void)[] = [];
  const door = new FrameDoor(
    (now) => {
      drawn.push(now);
      return isMoving();
    },
    (callback) => waiting.push(callback),
  );
  const pass = (now: number): void => {
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback(now);
  };
  return { door, drawn, pass };
}

describe('the door', () => {
  it('draws once a frame, however often it is asked', () => {
    const { door, drawn, pass } = frames(() => false);
    door.request();
    door.request();
    pass(16);
    pass(32);
    expect(drawn).toEqual([16]);
  });

  it('goes on by itself while something moves', () => {
    let left = 2;
    const { door, drawn, pass } = frames(() => left-- > 0);
    door.request();
    for (const now of [1, 2, 3, 4, 5]) pass(now);
    expect(drawn).toEqual([1, 2, 3]);
  });

  it('draws nothing once closed', () => {
    const { door, drawn, pass } = frames(() => true);
    door.request();
    door.close();
    pass(1);
    door.request();
    pass(2);
    expect(drawn).toEqual([]);
  });
});
