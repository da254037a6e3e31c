/* A button in each head sorts a table up, down, then back, within its groups. */
(() => {
const { compare } = new Intl.Collator(document.documentElement.lang || [], { numeric: true });
const make = (name, more) => Object.assign(document.createElement(name), more);
const steps = ['ascending', 'descending', null];
const own = (cell) => [...cell.childNodes].filter((n) => n.className !== 'column-mark');
const text = (cell) => own(cell).map((n) => n.textContent).join('').trim();

// Empty cells stand last.
function order(a, b, sign) {
  if (!a || !b) return !a - !b;
  const [x, y] = [a, b].map((key) => key.split(' ').map(Number));
  return sign * (x[0] - y[0] || x[1] - y[1] || compare(a, b));
}

for (const table of document.querySelectorAll('[data-sort]')) {
  const heads = table.querySelectorAll('[scope=col]');
  const bodies = [...table.tBodies].map((body) => [...body.rows].filter((row) => !row.className));
  const status = make('span', { className: 'unseen', role: 'status' });
  table.after(status);
  heads.forEach((head, index) => {
    const column = head.dataset.column ?? index;
    const say = (words) => words.replace('#', () => text(head));
    const key = ({ cells }) => cells[column].dataset.key ?? text(cells[column]);
    const button = make('button', { className: 'sort', title: say(table.dataset.sort) });
    // No link in a button.
    if (head.querySelector('a:not(.column-mark a)')) button.ariaLabel = button.title;
    else button.append(...own(head));
    head.prepend(button);
    button.onclick = () => {
      const step = (steps.indexOf(head.ariaSort) + 1) % 3;
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = steps[step];
      bodies.forEach((rows) => {
        const body = rows[0].parentNode, end = body.querySelector('.subtotal');
        rows.toSorted((a, b) => step < 2 && order(key(a), key(b), 1 - 2 * step))
          .forEach((row) => body.insertBefore(row, end));
      });
      status.textContent = say(table.dataset.sorted.split('|')[step]);
    };
  });
}
})();
