import { describe, expect, it } from 'vitest';
import { Gestures, type Pointer } from './gestures';

function watch() {
  const heard: string[] = [];
  const round = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');
  const gestures = new Gestures({
    hold: () => {},
    pan: (dx, dy) => heard.push(`pan ${round(dx)} ${round(dy)}`),
    pinch: (factor, x, y) => heard.push(`pinch ${round(factor)} at ${round(x)} ${round(y)}`),
    fling: (x, y) => heard.push(`fling ${round(x)} ${round(y)}`),
    tap: ({ x, y }) => heard.push(`tap ${x} ${y}`),
    doubleTap: ({ x, y }) => heard.push(`double ${x} ${y}`),
  });
  return { heard, gestures };
}

const at = (x: number, y: number, time: number, id = 1, isTouch = true): Pointer => ({ id, x, y, time, isTouch });

describe('one finger', () => {
  it('that hardly moves taps', () => {
    const { heard, gestures } = watch();
    gestures.down(at(100, 100, 0));
    gestures.move(at(104, 103, 40));
    gestures.up(at(104, 103, 90));
    expect(heard).toEqual(['tap 104 103']);
  });

  it('that moves pans by all it has moved, and does not tap', () => {
    const { heard, gestures } = watch();
    gestures.down(at(100, 100, 0));
    gestures.move(at(120, 100, 20));
    gestures.move(at(125, 90, 400));
    gestures.up(at(125, 90, 800));
    expect(heard).toEqual(['pan 20 0', 'pan 5 -10']);
  });

  it('that leaves while it moves flings with its last speed', () => {
    const { heard, gestures } = watch();
    gestures.down(at(0, 0, 0));
    gestures.move(at(10, 0, 500));
    gestures.move(at(50, 0, 540));
    gestures.up(at(50, 0, 550));
    expect(heard.at(-1)).toBe('fling 0.8 0');
  });

  it('taps twice', () => {
    const { heard, gestures } = watch();
    for (const time of [0, 200]) {
      gestures.down(at(50, 50, time));
      gestures.up(at(52, 51, time + 50));
    }
    gestures.down(at(50, 50, 900));
    gestures.up(at(50, 50, 950));
    expect(heard).toEqual(['tap 52 51', 'double 52 51', 'tap 50 50']);
  });
});

it('three quick taps are a double tap and a tap', () => {
  const { heard, gestures } = watch();
  for (const time of [0, 200, 400]) {
    gestures.down(at(50, 50, time));
    gestures.up(at(50, 50, time + 50));
  }
  expect(heard).toEqual(['tap 50 50', 'double 50 50', 'tap 50 50']);
});

describe('two fingers', () => {
  it('pinch about their middle, and do not tap when they leave', () => {
    const { heard, gestures } = watch();
    gestures.down(at(100, 100, 0, 1));
    gestures.down(at(200, 100, 10, 2));
    gestures.move(at(300, 100, 20, 2));
    gestures.up(at(300, 100, 30, 2));
    gestures.up(at(100, 100, 40, 1));
    expect(heard).toEqual(['pan 50 0', 'pinch 2 at 200 100']);
  });

  it('leave one that pans on without a jump', () => {
    const { heard, gestures } = watch();
    gestures.down(at(100, 100, 0, 1));
    gestures.down(at(200, 100, 10, 2));
    gestures.up(at(200, 100, 30, 2));
    gestures.move(at(103, 100, 40, 1));
    expect(heard).toEqual(['pan 3 0']);
  });
});

it('a mouse drags, and does not fling', () => {
  const { heard, gestures } = watch();
  gestures.down(at(0, 0, 0, 1, false));
  gestures.move(at(5, 0, 5, 1, false));
  gestures.move(at(60, 0, 20, 1, false));
  gestures.up(at(60, 0, 21, 1, false));
  expect(heard).toEqual(['pan 5 0', 'pan 55 0']);
});

it('hears nothing of a pointer that never came down', () => {
  const { heard, gestures } = watch();
  gestures.move(at(5, 5, 0));
  gestures.up(at(5, 5, 1));
  expect(heard).toEqual([]);
});
