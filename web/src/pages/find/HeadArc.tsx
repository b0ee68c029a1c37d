const ROWS = 9;

/** The house from above, behind the search: rows of seats around a lit stage. */
export function HeadArc() {
  const seats = [];
  for (let row = 0; row < ROWS; row++) {
    const radius = 62 + row * 24;
    const count = Math.round((Math.PI * radius) / 19);
    for (let seat = 0; seat <= count; seat++) {
      const angle = Math.PI + (Math.PI * seat) / count;
      const isLit = (row * 7 + seat * 13) % 29 === 0;
      const isMine = row === 3 && (seat === Math.round(count * 0.3) || seat === Math.round(count * 0.3) + 1);
      seats.push(
        <circle
          key={`${row}-${seat}`}
          className={isMine ? 'mine' : isLit ? 'lit' : ''}
          cx={(290 + Math.cos(angle) * radius).toFixed(1)}
          cy={(286 + Math.sin(angle) * radius).toFixed(1)}
          r="5.5"
        />,
      );
    }
  }
  return (
    <svg className="head-arc" viewBox="0 0 580 290" aria-hidden="true" focusable="false">
      {seats}
      <path d="M252 290a38 36 0 0 1 76 0z" />
    </svg>
  );
}
