import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Money } from '../../api/types';
import type { HeldSeats } from '../../app/heldSeats';
import type { SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { money } from '../../words/money';
import { count } from '../../words/seats';

interface DrawerProps {
  map: SeatMap | null;
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

const WIDE = '(min-width: 60rem)';

/**
 * The panel: at the right on a wide screen, on a phone a drawer from below. There the map is told how much is covered, so that it
 * never puts a chosen seat under it.
 */
export function Drawer({ map, attention, held, picked, total, busy, onGoOn, onPay, children }: DrawerProps) {
  const [open, setOpen] = useState(false);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!drawer.current || !map) return;
    let covered = 0;
    const tell = () => {
      const covers = !matchMedia(WIDE).matches;
      const bottom = covers ? (drawer.current?.offsetHeight ?? 0) : 0;
      map.setInsets({ left: 0, top: 0, right: 0, bottom });
      const { picked: chosen, pending, mine } = map.model.selection;
      const ours = [...chosen, ...pending, ...mine];
      if (bottom > covered && covered > 0 && ours.length > 0) map.flyTo(ours);
      covered = bottom;
    };
    const watch = new ResizeObserver(tell);
    watch.observe(drawer.current);
    tell();
    return () => watch.disconnect();
  }, [map]);
  useEffect(() => {
    if (attention !== null && !matchMedia(WIDE).matches) drawer.current?.querySelector('.drawer-inside')?.scrollTo({ top: 0 });
  }, [attention]);
  const peeks = attention !== null;
  const words = held ? count(held.area?.quantity ?? held.seats.length, held.area ? 'place' : 'seat') : picked > 0 ? count(picked, 'seat') : 'Choose seats';
  return (
    <aside ref={drawer} className={`drawer ${open ? 'open' : peeks ? 'peek' : ''}`} aria-label="Your choice">
      <div className="drawer-bar">
        <button type="button" className="drawer-handle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="drawer-grip" aria-hidden="true" />
          <span>
            <strong>{words}</strong>
            <span className="small soft">{held ? money(held.total) : total ? `${money(total)} with all fees` : 'Best seats, filters, sections'}</span>
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
              {busy ? 'Holding…' : 'Go on'}
            </button>
          )
        )}
      </div>
      <div className="drawer-inside">{children}</div>
    </aside>
  );
}
