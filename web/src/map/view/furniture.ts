import type { MapWords } from '../list/words';

const SVG = 'http://www.w3.org/2000/svg';
const PLUS = 'M10 4v12M4 10h12';
const MINUS = 'M4 10h12';
const CORNERS = 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4';

/** Zoom buttons, for who has neither wheel nor second finger. */
export function zoomButtons(
  words: MapWords,
  act: { zoom: (factor: number) => void; showAll: () => void },
): HTMLElement {
  const group = document.createElement('div');
  group.className = 'seat-map-zoom';
  group.append(
    button(words.zoomIn, PLUS, () => act.zoom(1.8)),
    button(words.zoomOut, MINUS, () => act.zoom(1 / 1.8)),
    button(words.wholeHouse, CORNERS, () => act.showAll()),
  );
  return group;
}

function button(label: string, path: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.setAttribute('aria-label', label);
  element.title = label;
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  svg.setAttribute('width', '20');
  svg.setAttribute('height', '20');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  line.setAttribute('fill', 'none');
  line.setAttribute('stroke', 'currentColor');
  line.setAttribute('stroke-width', '1.8');
  line.setAttribute('stroke-linecap', 'round');
  line.setAttribute('stroke-linejoin', 'round');
  svg.append(line);
  element.append(svg);
  element.addEventListener('click', onPress);
  return element;
}

/** The name of the section that one looks at, pinned at the edge. Screen readers hear it with each seat. */
export function sectionSign(): HTMLElement {
  const sign = document.createElement('div');
  sign.className = 'seat-map-here';
  sign.setAttribute('aria-hidden', 'true');
  sign.hidden = true;
  return sign;
}

/** A place that screen readers read aloud when its text changes. */
export function liveRegion(): HTMLElement {
  const region = document.createElement('div');
  region.className = 'seat-map-quiet';
  region.setAttribute('aria-live', 'polite');
  region.setAttribute('aria-atomic', 'true');
  return region;
}
