/** A colour as it lies in an ImageData, read as one little-endian number: 0xAABBGGRR, opaque. */
export type Colour = number;

const OPAQUE = 0xff000000;

export function rgb(red: number, green: number, blue: number): Colour {
  return (OPAQUE | (blue << 16) | (green << 8) | red) >>> 0;
}

export const red = (colour: Colour): number => colour & 255;
export const green = (colour: Colour): number => (colour >>> 8) & 255;
export const blue = (colour: Colour): number => (colour >>> 16) & 255;

/** Reads #rgb, #rrggbb and what browsers compute: rgb(…), color(srgb …). Throws on anything else. */
export function parseColour(text: string): Colour {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const value = Number.parseInt(digits, 16);
    return rgb(value >> 16, (value >> 8) & 255, value & 255);
  }
  // What browsers make of color-mix(…).
  const shares = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/i.exec(text.trim())?.slice(1, 4).map(Number);
  if (shares) return rgb(Math.round(shares[0]! * 255), Math.round(shares[1]! * 255), Math.round(shares[2]! * 255));
  const parts = /^rgba?\(([^)]+)\)$/i.exec(text.trim())?.[1]?.match(/[\d.]+/g);
  if (!parts || parts.length < 3) throw new Error(`not a colour: ${text}`);
  const [r, g, b] = parts.map(Number);
  return rgb(Math.round(r!), Math.round(g!), Math.round(b!));
}

/** `share` 0 gives `a`, 1 gives `b`. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return rgb(between(red(a), red(b)), between(green(a), green(b)), between(blue(a), blue(b)));
}

/** Relative luminance as WCAG 2 defines it. */
export function luminance(colour: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red(colour)) + 0.7152 * linear(green(colour)) + 0.0722 * linear(blue(colour));
}

/** Of two inks the one that is easier to read on `ground`. */
export function readableOn(ground: Colour, one: Colour, other: Colour): Colour {
  return contrast(one, ground) >= contrast(other, ground) ? one : other;
}

export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

export function css(colour: Colour, alpha = 1): string {
  return `rgb(${red(colour)} ${green(colour)} ${blue(colour)} / ${alpha})`;
}
