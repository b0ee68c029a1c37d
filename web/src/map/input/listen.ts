import type { Gestures, Pointer } from './gestures';

export interface RawInput {
  wheel(delta: number, x: number, y: number, isPinch: boolean): void;
  hover(x: number, y: number): void;
  leave(): void;
  /** True when the key meant something here. */
  key(event: KeyboardEvent): boolean;
}

const LINE_PIXELS = 32;

/** Turns the element's DOM events into gestures and raw input; gives back how to stop. */
export function listen(element: HTMLElement, gestures: Gestures, raw: RawInput): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const pointerOf = (event: PointerEvent): Pointer => {
    const box = element.getBoundingClientRect();
    const isTouch = event.pointerType !== 'mouse';
    const { pointerId: id, timeStamp: time } = event;
    return { id, time, isTouch, x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    gestures.down(pointerOf(event));
  };
  const onMove = (event: PointerEvent): void => {
    const pointer = pointerOf(event);
    if (gestures.isDown) gestures.move(pointer);
    else if (!pointer.isTouch) raw.hover(pointer.x, pointer.y);
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const box = element.getBoundingClientRect();
    const delta = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1);
    raw.wheel(delta, event.clientX - box.left, event.clientY - box.top, event.ctrlKey);
  };
  element.addEventListener('pointerdown', onDown, options);
  element.addEventListener('pointermove', onMove, options);
  element.addEventListener('pointerup', (event) => gestures.up(pointerOf(event)), options);
  element.addEventListener('pointercancel', (event) => gestures.cancel(event.pointerId), options);
  element.addEventListener('pointerleave', () => raw.leave(), options);
  element.addEventListener('wheel', onWheel, { ...options, passive: false });
  element.addEventListener(
    'keydown',
    (event) => {
      if (raw.key(event)) event.preventDefault();
    },
    options,
  );
  return () => stop.abort();
}
