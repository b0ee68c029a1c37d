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

const ZONES = 8;

/** Reads the page's tokens as they are where `host` stands, so that dark and light are followed. */
export function paletteFromTokens(host: HTMLElement): MapPalette {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const read = (token: string): string => {
    // A token holds light-dark(…) as written; only a property that uses it is computed.
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, read(token)]),
  ) as Record<keyof typeof TOKENS, string>;
  const zones = Array.from({ length: ZONES }, (_, zone) => read(`--zone-${zone + 1}`));
  probe.remove();
  return { ...colours, zones };
}

/** Calls back when the page turns dark or light; gives back how to stop. */
export function onThemeChange(callback: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', callback);
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  return () => {
    query.removeEventListener('change', callback);
    observer.disconnect();
  };
}
