import type { MapPalette } from './palette';

const TOKENS = {
  ground: '--sunken',
  section: '--surface',
  line: '--line',
  ink: '--ink',
  inkSoft: '--ink-soft',
  taken: '--taken',
  mine: '--accent',
  onMine: '--on-accent',
  warn: '--warn',
} as const;

/** What a reader's high contrast leaves to choose from. The zones keep their hues: those are a meaning, not a taste. */
const SYSTEM: Readonly<Record<keyof typeof TOKENS, string>> = {
  ground: 'color-mix(in srgb, Canvas 82%, CanvasText)',
  section: 'Canvas',
  line: 'GrayText',
  ink: 'CanvasText',
  inkSoft: 'CanvasText',
  taken: 'GrayText',
  mine: 'Highlight',
  onMine: 'HighlightText',
  warn: 'CanvasText',
};

const ZONES = 8;
const FORCED = '(forced-colors: active)';

/** Reads the page's tokens as they are where `host` stands, so that dark and light are followed, and the system's where it forces them. */
export function paletteFromTokens(host: HTMLElement): MapPalette {
  const isForced = matchMedia(FORCED).matches;
  const probe = document.createElement('span');
  probe.hidden = true;
  // Else each colour would be read as the system's text.
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const read = (colour: string): string => {
    // A token holds light-dark(…) as written; only a property that uses it is computed.
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, read(isForced ? SYSTEM[name as keyof typeof TOKENS] : `var(${token})`)]),
  ) as Record<keyof typeof TOKENS, string>;
  const zones = Array.from({ length: ZONES }, (_, zone) => read(`var(--zone-${zone + 1})`));
  probe.remove();
  return { ...colours, zones, isForced };
}

/** Calls back when the page turns dark or light, or its colours are forced; gives back how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const queries = [matchMedia('(prefers-color-scheme: dark)'), matchMedia(FORCED)];
  for (const query of queries) query.addEventListener('change', callback);
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', callback);
    observer.disconnect();
  };
}
