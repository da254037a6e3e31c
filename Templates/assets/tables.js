/* Sorting tables: a button in each column's head. Rows stay in their groups, sums where they are;
   a third press brings the author's order back. Without it tables are as they were written. */
(function () {
  'use strict';
  var language = document.documentElement.lang || undefined;
  var words = new Intl.Collator(language, { numeric: true });

  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) return '';
    var value = cell.getAttribute('data-key');
    return value === null ? cell.textContent.trim() : Number(value);
  }

  // What is empty stands last either way.
  function compare(one, other, sign) {
    if (one === '' || other === '') return (one === '') - (other === '');
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * words.compare(String(one), String(other));
  }

  function sort(table, rows, column, sign) {
    rows.forEach(function (group) {
      var moved = group.rows.slice();
      if (sign) {
        moved.sort(function (one, other) {
          return compare(key(one, column), key(other, column), sign);
        });
      }
      moved.forEach(function (row) { group.body.insertBefore(row, group.end); });
    });
  }

  function prepare(table) {
    var rows = Array.from(table.tBodies, function (body) {
      var own = Array.from(body.rows);
      return {
        body: body,
        rows: own.filter(function (row) { return !row.className; }),
        end: own.find(function (row) { return row.className === 'subtotal'; }) || null
      };
    });
    var heads = Array.from(table.tHead.rows[0].cells);
    var status = document.createElement('span');
    status.className = 'unseen';
    status.setAttribute('role', 'status');
    table.parentNode.append(status);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      var mark = head.querySelector('.column-mark');
      var name = head.cloneNode(true);
      name.querySelectorAll('.column-mark').forEach(function (mark) { mark.remove(); });
      button.type = 'button';
      button.className = 'sort';
      button.title = table.getAttribute('data-sort').replace('#', name.textContent.trim());
      Array.from(head.childNodes).forEach(function (node) { if (node !== mark) button.append(node); });
      head.prepend(button);
      button.addEventListener('click', function () {
        var order = { ascending: 'descending', descending: null }[head.getAttribute('aria-sort')];
        if (order === undefined) order = 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        if (order) head.setAttribute('aria-sort', order);
        sort(table, rows, column, order === 'ascending' ? 1 : order ? -1 : 0);
        status.textContent = order
          ? table.getAttribute('data-sorted').replace('#', name.textContent.trim()) : '';
      });
    });
  }

  document.querySelectorAll('table[data-sort]').forEach(prepare);
})();
