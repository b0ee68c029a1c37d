import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Money } from '../../api/types';
import type { HeldSeats } from '../../app/heldSeats';
import { useMedia } from '../../app/media';
import type { SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import { count } from '../../words/seats';

interface DrawerProps {
  map: SeatMap | null;
  /** What has just happened, where it stands above the drawer, whether that is open or not. */
  toast: ReactNode;
  /** Whether something has just happened, wherever that is told. */
  hasNews: boolean;
  /** The seat that was tapped: the drawer opens for it and the map keeps it in sight. */
  attention: number | null;
  held: HeldSeats | null;
  picked: number;
  total: Money | null;
  busy: boolean;
  onGoOn: () => void;
  onPay: () => void;
  children: ReactNode;
}

/** Where the panel stands beside the map: on wide screens, and on phones that lie on their side. `seats.css` says the same. */
export const WIDE = '(min-width: 60rem), (min-width: 40rem) and (max-height: 32rem)';

/**
 * The panel: at the right on a wide screen, on a phone a drawer from below. There the map is told how much is covered, so that it
 * never puts a chosen seat under it.
 */
export function Drawer({ map, toast, hasNews, attention, held, picked, total, busy, onGoOn, onPay, children }: DrawerProps) {
  const [open, setOpen] = useState(false);
  const isWide = useMedia(WIDE);
  const drawer = useRef<HTMLElement>(null);
  const above = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!drawer.current || !above.current || !map) return;
    let covered = 0;
    const tell = () => {
      const height = (drawer.current?.offsetHeight ?? 0) + (above.current?.offsetHeight ?? 0);
      const bottom = isWide ? 0 : height;
      map.setInsets({ left: 0, top: 0, right: 0, bottom });
      const { picked: chosen, pending, mine } = map.model.selection;
      if (bottom > covered && covered > 0) map.reveal([...chosen, ...pending, ...mine]);
      covered = bottom;
    };
    const watch = new ResizeObserver(tell);
    watch.observe(drawer.current);
    watch.observe(above.current);
    tell();
    return () => watch.disconnect();
  }, [map, isWide]);
  // What matters most leads the panel: it must not be scrolled out of sight.
  useEffect(() => {
    if (attention !== null || hasNews) drawer.current?.querySelector('.drawer-inside')?.scrollTo({ top: 0 });
  }, [attention, hasNews]);
  // The button that has put the news away is gone with it: the keyboard goes on here.
  useEffect(() => {
    if (!hasNews) return;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) drawer.current?.focus({ preventScroll: true });
      });
    };
  }, [hasNews]);
  const peeks = attention !== null;
  const words = held ? count(held.area?.quantity ?? held.seats.length, held.area ? 'place' : 'seat') : picked > 0 ? count(picked, 'seat') : 'Choose seats';
  return (
    <aside ref={drawer} tabIndex={-1} className={`drawer ${open ? 'open' : peeks ? 'peek' : ''}`} aria-label="Your choice">
      <div ref={above} className="drawer-toast">
        {toast}
      </div>
      <div className="drawer-bar">
        <button type="button" className="drawer-handle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="drawer-grip" aria-hidden="true" />
          <span>
            <strong>{words}</strong>
            <span className="small soft">{held ? money(held.total) : total ? `${money(total)} incl. all fees` : 'Best seats, filters, sections'}</span>
          </span>
          <Icon name="down" />
        </button>
        {held ? (
          <button type="button" className="button main" onClick={onPay}>
            Pay
          </button>
        ) : (
          picked > 0 && (
            <button type="button" className="button main" aria-disabled={busy} onClick={onGoOn}>
              {busy ? 'Holding…' : 'Continue'}
            </button>
          )
        )}
      </div>
      <div className="drawer-inside">{children}</div>
    </aside>
  );
}
