import type { HeldSeats } from '../../app/heldSeats';
import { money } from '../../words/money';
import { rowsInWords } from '../../words/seats';
import './lines.css';

/** What is bought, seat for seat, and what it costs with its fees. */
export function Lines({ held }: { held: HeldSeats }) {
  return (
    <div className="stack">
      {held.seats.length > 0 && (
        <ul className="lines-seats">
          {rowsInWords(held.seats).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <table className="lines">
        <caption className="quiet">Price of your seats</caption>
        <tbody>
          {held.lines.map((line) => (
            <tr key={line.words}>
              <th scope="row">
                {line.count} × {line.words}
                {line.price && line.fee && line.fee.amountMinor > 0 && (
                  <span className="small soft">
                    {money(line.price)} + {money(line.fee)} fees each
                  </span>
                )}
              </th>
              <td className="num">{money(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total, incl. all fees</th>
            <td className="price">{money(held.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
