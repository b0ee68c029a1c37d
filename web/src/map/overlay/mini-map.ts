import type { Pixels } from '../paint/pixels';
import type { Inks } from '../paint/palette';
import { css } from '../paint/colour';
import { type Viewport, fit, toPlanX, toPlanY } from '../view/viewport';
import type { Rect } from '../view/rect';

const WIDEST = 132;
const TALLEST = 100;
/** The picture of the house is made anew only so often. */
const REFRESH_MILLIS = 1000;
/** Shown from this much beyond the whole-house view. */
const FROM_ZOOM = 1.5;

/** The whole house in a corner with a frame around what is visible; a press moves the view there. */
export class MiniMap {
  readonly element = document.createElement('canvas');
  readonly #context = this.element.getContext('2d')!;
  readonly #bounds: Rect;
  readonly #picture: (view: Viewport) => Pixels;
  #house: Viewport = { width: 1, height: 1, scale: 1, x: 0, y: 0 };
  #image: ImageData | null = null;
  #imageAt = -Infinity;
  #isStale = true;

  constructor(bounds: Rect, picture: (view: Viewport) => Pixels, goTo: (x: number, y: number) => void) {
    this.#bounds = bounds;
    this.#picture = picture;
    this.element.className = 'seat-map-mini';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    const onPress = (event: PointerEvent): void => {
      if (event.buttons === 0) return;
      const box = this.element.getBoundingClientRect();
      const density = this.element.width / box.width;
      const x = (event.clientX - box.left) * density;
      const y = (event.clientY - box.top) * density;
      goTo(toPlanX(this.#house, x), toPlanY(this.#house, y));
    };
    this.element.addEventListener('pointerdown', onPress);
    this.element.addEventListener('pointermove', onPress);
  }

  resize(density: number): void {
    const width = this.#bounds.right - this.#bounds.left;
    const height = this.#bounds.bottom - this.#bounds.top;
    const scale = Math.min(WIDEST / width, TALLEST / height) * density;
    this.element.width = Math.max(1, Math.round(width * scale));
    this.element.height = Math.max(1, Math.round(height * scale));
    this.element.style.width = `${this.element.width / density}px`;
    this.element.style.height = `${this.element.height / density}px`;
    const frame = { width: this.element.width, height: this.element.height, scale, x: 0, y: 0 };
    this.#house = fit(frame, this.#bounds);
    this.#isStale = true;
    this.#imageAt = -Infinity;
  }

  /** The house looks different. */
  change(): void {
    this.#isStale = true;
  }

  draw(view: Viewport, wholeScale: number, density: number, inks: Inks, now: number): void {
    const isShown = view.scale > wholeScale * FROM_ZOOM;
    if (this.element.hidden === isShown) this.element.hidden = !isShown;
    if (!isShown) return;
    if (this.#isStale && now - this.#imageAt > REFRESH_MILLIS) {
      const pixels = this.#picture(this.#house);
      this.#image = new ImageData(pixels.bytes, pixels.width, pixels.height);
      this.#imageAt = now;
      this.#isStale = false;
    }
    if (this.#image) this.#context.putImageData(this.#image, 0, 0);
    this.#frame(view, density, inks);
  }

  #frame(view: Viewport, density: number, inks: Inks): void {
    const { scale, x, y } = this.#house;
    const left = toPlanX(view, 0) * scale + x;
    const top = toPlanY(view, 0) * scale + y;
    const width = (view.width / view.scale) * scale;
    const height = (view.height / view.scale) * scale;
    this.#context.fillStyle = css(inks.mine, 0.12);
    this.#context.fillRect(left, top, width, height);
    this.#context.lineWidth = 1.5 * density;
    this.#context.strokeStyle = css(inks.mine);
    this.#context.strokeRect(left, top, width, height);
  }
}
