import { useEffect, useRef } from 'react';
import type { SketchedSeat } from './sketch';

const MARGIN = 24;

/** A refused plan with its faults in it. */
export function SketchView({ seats, marked }: { seats: SketchedSeat[]; marked: Set<number> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return;
    const watch = new ResizeObserver(() => draw(sheet, seats, marked));
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [seats, marked]);
  return <canvas ref={canvas} className="sketch" role="img" aria-label={`The plan with ${marked.size} seats marked that have a problem`} />;
}

function draw(sheet: HTMLCanvasElement, seats: SketchedSeat[], marked: Set<number>): void {
  const ratio = devicePixelRatio;
  sheet.width = sheet.clientWidth * ratio;
  sheet.height = sheet.clientHeight * ratio;
  const pen = sheet.getContext('2d');
  if (!pen || seats.length === 0) return;
  const colour = (token: string) => {
    sheet.style.color = `var(${token})`;
    return getComputedStyle(sheet).color;
  };
  const { scale, left, top } = fit(sheet, seats, MARGIN * ratio);
  const radius = Math.max(1.2 * ratio, Math.min(9 * scale, 6 * ratio));
  const dot = (seat: SketchedSeat, size: number) => {
    pen.beginPath();
    pen.arc(left + seat.x * scale, top + seat.y * scale, size, 0, 7);
    pen.fill();
  };
  pen.fillStyle = colour('--taken');
  seats.forEach((seat, index) => {
    if (!marked.has(index)) dot(seat, radius);
  });
  pen.fillStyle = colour('--bad');
  for (const index of marked) dot(seats[index]!, radius * 1.6);
}

function fit(sheet: HTMLCanvasElement, seats: SketchedSeat[], margin: number) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of seats) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  const scale = Math.min((sheet.width - 2 * margin) / Math.max(1, maxX - minX), (sheet.height - 2 * margin) / Math.max(1, maxY - minY));
  return { scale, left: (sheet.width - (minX + maxX) * scale) / 2, top: (sheet.height - (minY + maxY) * scale) / 2 };
}
