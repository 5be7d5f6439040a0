import { COUNTY_ZONE } from '@ducha/kernel';
import { DateTime } from 'luxon';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of HTML that is already safe. */
export class Html {
  constructor(readonly text: string) {}
}

/** A template whose values are escaped, unless they are HTML already; lists are joined, what is neither text nor number is nothing. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(parts.reduce((text, part, at) => text + part + (at < values.length ? safe(values[at]) : ''), ''));
}

function safe(value: unknown): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(safe).join('');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return `${value}`.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

/** An instant by the county's clock. */
export function instant(at: Date | string | null): string {
  if (at === null) return '';
  const time = typeof at === 'string' ? DateTime.fromISO(at) : DateTime.fromJSDate(at);
  return time.setZone(COUNTY_ZONE).toFormat('yyyy-MM-dd HH:mm:ss');
}

/** A table of facts; rows without a value are left out. */
export function facts(rows: readonly (readonly [string, unknown])[]): Html {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<table class="facts">
    ${filled.map(
      ([name, value]) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )}
  </table>`;
}

/** A table with a head; nothing when there are no rows. */
export function table(heads: readonly string[], rows: readonly (readonly unknown[])[]): Html {
  if (rows.length === 0) return html`<p class="none">无</p>`;
  return html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
