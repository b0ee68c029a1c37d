import type { Viewport } from './viewport';

/** A picture that took longer than this to paint, in milliseconds, is stretched in between. */
const SLOW_PAINT_MILLIS = 9;
/** So many frames of a zoom at most go by before it is painted again. */
const MOST_IN_A_ROW = 2;

/**
 * Whether a frame of a zoom may be the last picture, stretched. Only where painting is slow: many
 * seats in view, a dense screen, a weak or busy machine. At rest everything is painted.
 */
export class StretchRule {
  #paintMillis = 0;
  #painted: Viewport | null = null;
  #inARow = 0;
  #isAtRest = true;

  /** The picture that can be stretched shows this. */
  get painted(): Viewport | null {
    return this.#painted;
  }

  get isSlow(): boolean {
    return this.#paintMillis > SLOW_PAINT_MILLIS;
  }

  /** Nothing has been stretched since the last painting. */
  get isFirst(): boolean {
    return this.#inARow === 0;
  }

  /** Between this and the next move nothing is stretched. */
  rest(): void {
    this.#isAtRest = true;
  }

  move(): void {
    this.#isAtRest = false;
  }

  mayStretch(view: Viewport): boolean {
    if (this.#isAtRest || !this.isSlow || this.#painted === null) return false;
    const { scale, width, height } = this.#painted;
    if (view.scale === scale || view.width !== width || view.height !== height) return false;
    return this.#inARow < MOST_IN_A_ROW;
  }

  stretched(): void {
    this.#inARow++;
  }

  paintedIn(view: Viewport, millis: number): void {
    // Pans paint little and say nothing about how long a zoom's pictures take.
    if (this.#painted?.scale !== view.scale) this.#paintMillis = this.#paintMillis * 0.6 + millis * 0.4;
    this.#painted = view;
    this.#inARow = 0;
  }
}

/** Keeps the last picture where the canvas can draw it stretched. */
export class StretchedPicture {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;

  keep(image: ImageData): void {
    if (this.#canvas.width !== image.width) this.#canvas.width = image.width;
    if (this.#canvas.height !== image.height) this.#canvas.height = image.height;
    this.#context.putImageData(image, 0, 0);
  }

  /** What the picture does not reach, as when zooming out, is `ground`. */
  draw(context: CanvasRenderingContext2D, from: Viewport, to: Viewport, ground: string): void {
    const factor = to.scale / from.scale;
    context.fillStyle = ground;
    context.fillRect(0, 0, to.width, to.height);
    context.imageSmoothingEnabled = false;
    context.drawImage(
      this.#canvas,
      to.x - Math.round(from.x) * factor,
      to.y - Math.round(from.y) * factor,
      from.width * factor,
      from.height * factor,
    );
  }
}
