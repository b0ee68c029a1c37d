import { describe, expect, it } from 'vitest';
import { StretchRule } from './stretch';
import type { Viewport } from './viewport';

const at = (scale: number): Viewport => ({ width: 100, height: 100, scale, x: 0, y: 0 });

function slow(): StretchRule {
  const rule = new StretchRule();
  rule.move();
  rule.paintedIn(at(1), 40);
  return rule;
}

describe('a frame of a zoom', () => {
  it('is painted where painting is quick', () => {
    const rule = new StretchRule();
    rule.move();
    rule.paintedIn(at(1), 5);
    expect(rule.mayStretch(at(1.1))).toBe(false);
  });

  it('is stretched twice, then painted, where painting is slow', () => {
    const rule = slow();
    const kinds: string[] = [];
    for (let frame = 1; frame <= 6; frame++) {
      const view = at(1 + frame / 100);
      if (rule.mayStretch(view)) {
        rule.stretched();
        kinds.push('stretched');
      } else {
        rule.paintedIn(view, 40);
        kinds.push('painted');
      }
    }
    expect(kinds).toEqual(['stretched', 'stretched', 'painted', 'stretched', 'stretched', 'painted']);
  });

  it('is always painted at rest', () => {
    const rule = slow();
    rule.rest();
    expect(rule.mayStretch(at(1.1))).toBe(false);
  });

  it('is painted when only panned, and in another size', () => {
    expect(slow().mayStretch({ ...at(1), x: 50 })).toBe(false);
    expect(slow().mayStretch({ ...at(1.1), width: 90 })).toBe(false);
  });

  it('does not learn from pans how long a zoom takes', () => {
    const rule = slow();
    for (let pan = 0; pan < 20; pan++) rule.paintedIn({ ...at(1), x: pan }, 0.1);
    expect(rule.isSlow).toBe(true);
  });
});
