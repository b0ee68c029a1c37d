import type { Pixels } from '../paint/pixels';

/** More pixels than this are not worth their time: very large screens get a coarser picture. */
const MOST_PIXELS = 4_200_000;
const DENSEST = 3;

/** The canvas in its host: its size in device pixels, and how a picture gets onto it. */
export class Surface {
  readonly canvas = document.createElement('canvas');
  readonly context: CanvasRenderingContext2D;
  readonly #host: HTMLElement;
  readonly #observer: ResizeObserver;
  #density = 1;
  #image: { pixels: Pixels; data: ImageData } | null = null;

  constructor(host: HTMLElement, onResize: () => void) {
    this.#host = host;
    // willReadFrequently keeps the canvas in ordinary memory, where the picture is painted anyway.
    this.context = this.canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
    this.canvas.className = 'seat-map-canvas';
    host.append(this.canvas);
    this.#observer = new ResizeObserver(() => {
      if (this.measure()) onResize();
    });
    this.#observer.observe(host);
    this.measure();
  }

  /** Device pixels to a CSS pixel. */
  get density(): number {
    return this.#density;
  }

  /** Takes the host's size; whether it has changed. */
  measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this.#host;
    // Hidden for now: what is seen when it comes back must be where it was.
    if (width === 0 || height === 0) return false;
    const affordable = Math.sqrt(MOST_PIXELS / (width * height));
    this.#density = Math.min(devicePixelRatio || 1, DENSEST, Math.max(1, affordable));
    const deviceWidth = Math.round(width * this.#density);
    const deviceHeight = Math.round(height * this.#density);
    if (deviceWidth === this.canvas.width && deviceHeight === this.canvas.height) return false;
    this.canvas.width = deviceWidth;
    this.canvas.height = deviceHeight;
    return true;
  }

  show(pixels: Pixels): void {
    this.context.putImageData(this.imageOf(pixels), 0, 0);
  }

  /** The picture's own memory as the canvas takes it. */
  imageOf(pixels: Pixels): ImageData {
    if (this.#image?.pixels !== pixels) {
      this.#image = { pixels, data: new ImageData(pixels.bytes, pixels.width, pixels.height) };
    }
    return this.#image.data;
  }

  remove(): void {
    this.#observer.disconnect();
    this.canvas.remove();
  }
}
