import { useEffect, useSyncExternalStore } from 'react';
import type { ComponentProps } from 'react';
import { Emitter } from '../map/model/emitter';

/**
 * Moving between pages without loading them anew. The address is the only state: whoever reads it is told when it changes. Going back
 * restores the place on the page by the browser's own memory; going on starts at the top.
 */
const moves = new Emitter<{ move: null }>();

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  const pathChanged = path.split('?')[0] !== lastPath;
  tell();
  if (how === 'push' && pathChanged) window.scrollTo(0, 0);
}

let lastPath = typeof location === 'undefined' ? '/' : location.pathname;

function tell() {
  lastPath = location.pathname;
  moves.emit('move', null);
}

if (typeof window !== 'undefined') window.addEventListener('popstate', tell);

const subscribe = (listener: () => void) => moves.on('move', listener);

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
const useSearchText = (): string => useSyncExternalStore(subscribe, () => location.search);

/** The address's query, and a way to change it in place, so that a search can be shared and survives a reload. */
export function useQuery(): [URLSearchParams, (changes: Record<string, string | null>) => void] {
  const query = new URLSearchParams(useSearchText());
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    navigate(location.pathname + (text ? `?${text}` : ''), 'replace');
  };
  return [query, change];
}

type AnchorProps = ComponentProps<'a'> & { href: string };

/** A link that stays inside the page. Another button, a modifier or a target leaves it to the browser. */
export function Link({ href, onClick, ...rest }: AnchorProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (event.defaultPrevented || !plain || rest.target) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}

/** Names the page for the tab, the history and the screen reader. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Cavea` : 'Cavea';
  }, [title]);
}
