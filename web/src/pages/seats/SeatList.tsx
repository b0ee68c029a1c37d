import { useLayoutEffect, useRef, useState } from 'react';
import type { Direction, ListedRow, ListedSection, ListedSeat, Plan, SeatMap } from '../../map';
import { Icon } from '../../parts/Icon';
import { count } from '../../words/seats';

const ARROWS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

interface SeatListProps {
  map: SeatMap;
  plan: Plan;
  /** Grows when states changed. */
  round: number;
  canBuy: boolean;
}

/**
 * The same house without the picture: section, row, seats as checkboxes with their full names. One seat at a time takes part in tabbing; the
 * arrow keys walk the house as it lies, across rows and sections.
 */
export function SeatList({ map, plan, canBuy }: SeatListProps) {
  const [open, setOpen] = useState<number | null>(plan.sections.length === 1 ? 0 : null);
  const [current, setCurrent] = useState(-1);
  const wanted = useRef(-1);
  const box = useRef<HTMLDivElement>(null);
  const boxOf = (seat: number) => box.current?.querySelector<HTMLInputElement>(`[data-seat="${seat}"]`) ?? null;
  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    boxOf(wanted.current)?.focus();
    wanted.current = -1;
  });
  const goTo = (seat: number) => {
    if (seat < 0) return;
    // At once where it can be: a key that follows quickly must meet the next seat, not this one.
    const shown = boxOf(seat);
    if (shown) {
      shown.focus();
      return;
    }
    wanted.current = seat;
    setOpen(plan.section[seat]!);
    setCurrent(seat);
  };
  const onKeyDown = (event: { key: string; target: EventTarget | null; preventDefault: () => void }) => {
    const direction = ARROWS[event.key];
    const seat = Number((event.target as HTMLElement | null)?.dataset.seat ?? -1);
    if (!direction || seat < 0) return;
    event.preventDefault();
    goTo(map.list.walk(seat, direction));
  };
  return (
    <div className="seat-list" ref={box} onKeyDown={onKeyDown}>
      <p className="small soft seat-list-help">Arrow keys move from seat to seat, Space chooses.</p>
      {map.list.sections().map((section) => (
        <SectionPart
          key={section.section}
          map={map}
          plan={plan}
          section={section}
          isOpen={open === section.section}
          onToggle={() => setOpen(open === section.section ? null : section.section)}
          current={current}
          onCurrent={setCurrent}
          canBuy={canBuy}
        />
      ))}
    </div>
  );
}

interface SectionPartProps {
  map: SeatMap;
  plan: Plan;
  section: ListedSection;
  isOpen: boolean;
  onToggle: () => void;
  current: number;
  onCurrent: (seat: number) => void;
  canBuy: boolean;
}

function SectionPart({ map, plan, section, isOpen, onToggle, current, onCurrent, canBuy }: SectionPartProps) {
  const { firstSeat, endSeat } = plan.sections[section.section]!;
  const isHere = current >= firstSeat && current < endSeat;
  return (
    <section className="seat-list-section">
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'down' : 'on'} />
          {section.label}
        </button>
      </h2>
      {isOpen &&
        map.list.rows(section.section).map((row) => (
          <RowPart key={row.row} map={map} row={row} entry={isHere ? current : firstPickable(map, firstSeat, endSeat)} onCurrent={onCurrent} canBuy={canBuy} plan={plan} />
        ))}
    </section>
  );
}

/** Where tabbing enters a section: its first seat that can be had, else its first. */
function firstPickable(map: SeatMap, firstSeat: number, endSeat: number): number {
  for (let seat = firstSeat; seat < endSeat; seat++) if (map.model.isPickable(seat)) return seat;
  return firstSeat;
}

interface RowPartProps {
  map: SeatMap;
  plan: Plan;
  row: ListedRow;
  entry: number;
  onCurrent: (seat: number) => void;
  canBuy: boolean;
}

function RowPart({ map, plan, row, entry, onCurrent, canBuy }: RowPartProps) {
  return (
    <div className="seat-row" role="group" aria-label={`Row ${row.label}, ${count(row.free, 'seat')} free`}>
      <span className="seat-row-name" aria-hidden="true">
        {row.label}
      </span>
      <div className="seat-row-seats">
        {map.list.seats(row.row).map((seat) => (
          <SeatBox key={seat.seat} seat={seat} number={map.card(seat.seat).number} zone={plan.zone[seat.seat]!} isEntry={seat.seat === entry} canBuy={canBuy} onToggle={() => map.togglePick(seat.seat)} onFocus={() => onCurrent(seat.seat)} />
        ))}
      </div>
    </div>
  );
}

interface SeatBoxProps {
  seat: ListedSeat;
  number: string;
  zone: number;
  isEntry: boolean;
  canBuy: boolean;
  onToggle: () => boolean;
  onFocus: () => void;
}

function SeatBox({ seat, number, zone, isEntry, canBuy, onToggle, onFocus }: SeatBoxProps) {
  const off = seat.isDisabled || !canBuy;
  return (
    <label className={`seat-box hue-${zone % 8} ${off && !seat.isChecked ? 'off' : ''}`}>
      <input
        type="checkbox"
        data-seat={seat.seat}
        aria-label={seat.name}
        aria-disabled={off}
        checked={seat.isChecked}
        tabIndex={isEntry ? 0 : -1}
        onFocus={onFocus}
        onClick={(event) => {
          if (off) event.preventDefault();
        }}
        onChange={(event) => {
          // What is ticked is what the house says: a seat over the limit springs back.
          event.currentTarget.checked = onToggle();
        }}
      />
      <span aria-hidden="true">{number}</span>
    </label>
  );
}
