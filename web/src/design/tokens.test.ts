import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

type Rgb = [number, number, number];
const themes = ['light', 'dark'] as const;

function token(name: string, theme: (typeof themes)[number]): Rgb {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!pair) throw new Error(`no token ${name}`);
  const hex = pair[theme === 'light' ? 1 : 2]!;
  return [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Machado, Oliveira, Fernandes 2009, severity 1.
const PROTANOPIA = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]];
const through = (matrix: number[][], colour: Rgb) =>
  matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, at) => sum + weight * colour[at]!, 0)))) as Rgb;

// Oklab, Björn Ottosson 2020.
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(...oklab(a).map((part, at) => part - oklab(b)[at]!));

describe.each(themes)('in %s', (theme) => {
  const grounds = ['paper', 'surface', 'raised', 'sunken'].map((name) => token(name, theme));

  it.each(['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad'])('%s is readable on every ground', (name) => {
    for (const ground of grounds) expect(contrast(token(name, theme), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('prices and times are readable at 7 to 1', () => {
    for (const ground of grounds) expect(contrast(token('ink', theme), ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(['good', 'warn', 'bad', 'accent'])('%s is readable on its own soft ground', (name) => {
    expect(contrast(token(name, theme), token(`${name}-soft`, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('words on the accent are readable', () => {
    expect(contrast(token('on-accent', theme), token('accent', theme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('on-accent', theme), token('accent-strong', theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('edges of inputs are seen', () => {
    expect(contrast(token('line-strong', theme), token('surface', theme))).toBeGreaterThanOrEqual(3);
  });

  it('zones, taken and mine stay apart for every eye', () => {
    const names = [...Array.from({ length: 8 }, (_, zone) => `zone-${zone + 1}`), 'taken', 'accent'];
    const colours = names.map((name) => token(name, theme));
    colours.forEach((one, at) =>
      colours.slice(0, at).forEach((other, before) => {
        const apart = Math.min(distance(one, other), ...[PROTANOPIA, DEUTERANOPIA].map((eye) => distance(through(eye, one), through(eye, other))));
        expect(apart, `${names[at]} and ${names[before]}`).toBeGreaterThan(0.07);
      }),
    );
  });

  it('every zone is seen on the surface', () => {
    for (let zone = 1; zone <= 8; zone++) expect(contrast(token(`zone-${zone}`, theme), token('surface', theme))).toBeGreaterThanOrEqual(2.95);
  });
});
