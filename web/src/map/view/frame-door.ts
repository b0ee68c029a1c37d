/** Calls back before the next repaint; a browser's requestAnimationFrame, or a test's own. */
export type Schedule = (callback: (now: number) => void) => void;

/**
 * The one door through which every redraw goes, at most once a frame. `draw` says whether something
 * is still moving; then the next frame is asked for at once.
 */
export class FrameDoor {
  readonly #schedule: Schedule;
  readonly #draw: (now: number) => boolean;
  #isAsked = false;
  #isClosed = false;

  constructor(draw: (now: number) => boolean, schedule: Schedule = requestAnimationFrame) {
    this.#draw = draw;
    this.#schedule = (callback) => schedule(callback);
  }

  request(): void {
    if (this.#isAsked || this.#isClosed) return;
    this.#isAsked = true;
    this.#schedule((now) => {
      this.#isAsked = false;
      if (!this.#isClosed && this.#draw(now)) this.request();
    });
  }

  close(): void {
    this.#isClosed = true;
  }
}
