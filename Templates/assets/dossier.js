/* What scripts add to every page: the theme switch, the mark of the section that is being read,
   notes in the margin, and the key of the search. Pages read without it. */
(function () {
  'use strict';

  // The theme: system, light or dark, remembered. It is set before the first paint, so that a page
  // never flashes in the other one; without this pages follow the reader's system.
  var key = 'dossier-theme';
  var themes = ['system', 'light', 'dark'];
  var root = document.documentElement;

  // Storage is refused in some private windows and on some disks: the choice then lasts one page.
  function recall() {
    try {
      var theme = localStorage.getItem(key);
      return themes.indexOf(theme) > 0 ? theme : 'system';
    } catch (refused) {
      return 'system';
    }
  }

  function remember(theme) {
    try {
      if (theme === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch (refused) {
      return;
    }
  }

  function show(theme) {
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
    var button = document.querySelector('button.theme');
    if (!button) return;
    button.value = theme;
    button.querySelector('.theme-state').textContent = button.getAttribute('data-' + theme);
  }

  show(recall());

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.querySelector('button.theme');
    if (!button) return;
    show(recall());
    button.hidden = false;
    button.addEventListener('click', function () {
      var next = themes[(themes.indexOf(button.value) + 1) % themes.length];
      remember(next);
      show(next);
    });
  });

  // The contents beside the text say which section is being read.
  document.addEventListener('DOMContentLoaded', function () {
    var links = Array.prototype.slice.call(
      document.querySelectorAll('.contents-beside a[href^="#"]'));
    var sections = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)));
    });
    if (!links.length) return;
    var isWaiting = false;
    function mark() {
      isWaiting = false;
      var present = -1;
      sections.forEach(function (section, i) {
        if (section && section.getBoundingClientRect().top <= innerHeight / 4) present = i;
      });
      // The last sections may be too short to come up so far.
      var rest = root.scrollHeight - innerHeight - scrollY;
      if (rest < 2 && scrollY > 0) present = links.length - 1;
      links.forEach(function (link, i) {
        if (i === present) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    }
    function wait() {
      if (!isWaiting) requestAnimationFrame(mark);
      isWaiting = true;
    }
    addEventListener('scroll', wait, { passive: true });
    addEventListener('resize', wait);
    mark();
  });

  // On wide screens notes and sources stand in the margin, too, beside the lines that refer to
  // them. They are copies: paper, narrow windows and screen readers keep those at the foot.
  document.addEventListener('DOMContentLoaded', function () {
    var prose = document.querySelector('.column > .prose');
    var wide = matchMedia('screen and (min-width: 80rem)');
    if (!prose || !window.ResizeObserver) return;
    var column = prose.parentNode;
    var gap = 16; // px between notes
    var reach = 320; // px that a note may be away from its line
    var apart = 1000; // px until a source is shown again
    var margin = null;
    var notes = [];

    function each(node, selector, change) {
      Array.prototype.forEach.call(node.querySelectorAll(selector), change);
    }

    function copy(original, number) {
      var note = document.createElement('div');
      note.append.apply(note, original.cloneNode(true).childNodes);
      each(note, '.backlinks', function (links) { links.remove(); });
      each(note, '[id]', function (part) { part.removeAttribute('id'); });
      each(note, 'a, summary, [tabindex]', function (link) { link.tabIndex = -1; });
      if (number) (note.querySelector('p') || note).prepend(number);
      return note;
    }

    /** Copies each note, and each source once for each section that refers to it. */
    function fill() {
      var section = {};
      margin = document.createElement('div');
      margin.className = 'margin-notes';
      margin.setAttribute('aria-hidden', 'true');
      each(prose, 'h2, :is(.footnote-ref, .citation) a, .value-source', function (mark) {
        if (mark.nodeName === 'H2') section = {};
        var address = mark.getAttribute('href') || '';
        if (address[0] !== '#' || mark.closest('.figure, .footnotes, table')) return;
        var id = decodeURIComponent(address.slice(1));
        var original = document.getElementById(id);
        if (!original) return;
        if (!section[id]) {
          var sign = mark.closest('.footnote-ref');
          section[id] = copy(original, sign && sign.textContent + ' ');
          margin.append(section[id]);
        }
        notes.push({ id: id, mark: mark, copy: section[id] });
      });
      if (notes.length) column.append(margin);
    }

    /** Where notes stand, each as near to its line as the others let it; null without room. */
    function stack(notes, from, to) {
      var tops = [];
      notes.forEach(function (note, i) {
        var last = notes[i - 1];
        tops.push(Math.max(note.line, last ? tops[i - 1] + last.height + gap : from));
      });
      for (var i = notes.length - 1; i >= 0; i -= 1) {
        tops[i] = Math.min(tops[i], to - notes[i].height);
        to = tops[i] - gap;
      }
      var isNear = notes.every(function (note, i) { return Math.abs(tops[i] - note.line) < reach; });
      return isNear && tops[0] >= from ? tops : null;
    }

    function place() {
      if (!wide.matches) return;
      if (!margin) fill();
      if (!notes.length) return;
      var frame = margin.getBoundingClientRect();
      // The margin is free between the blocks that reach into it.
      var rooms = [{ from: 0, to: Infinity, notes: [] }];
      Array.from(prose.children).concat(Array.from(column.children)).forEach(function (block) {
        var box = block.getBoundingClientRect();
        if (block === prose || block === margin || !box.height) return;
        if (box.right < frame.left - gap || box.left > frame.right + gap) return;
        rooms[rooms.length - 1].to = box.top - frame.top - gap;
        rooms.push({ from: box.bottom - frame.top + gap, to: Infinity, notes: [] });
      });
      notes.forEach(function (note) {
        var line = note.mark.getClientRects()[0];
        note.line = line ? line.top - frame.top : NaN; // What is folded away has none.
        note.height = note.copy.offsetHeight;
        note.copy.style.visibility = 'hidden';
      });
      var placed = [];
      var shown = {};
      notes.forEach(function (note) {
        if (placed.indexOf(note.copy) >= 0 || !(note.line >= 0)) return;
        if (note.line < shown[note.id] + apart) return;
        var room = rooms.find(function (room) { return note.line < room.to + gap; });
        var all = room.notes.concat(note);
        if (note.line < room.from - gap || !stack(all, room.from, room.to)) return;
        room.notes = all;
        placed.push(note.copy);
        shown[note.id] = note.line;
      });
      rooms.forEach(function (room) {
        if (room.notes.length) stack(room.notes, room.from, room.to).forEach(function (top, i) {
          room.notes[i].copy.style.top = top + 'px';
          room.notes[i].copy.style.visibility = '';
        });
      });
    }

    if (wide.matches) fill();
    new ResizeObserver(place).observe(column);
  });

  // The search is a key away, as long as that key writes nothing.
  document.addEventListener('keydown', function (event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    var target = event.target;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName)) return;
    var field = document.querySelector('form.search input');
    var link = document.querySelector('a.search-link');
    if (!field && !link) return;
    event.preventDefault();
    if (field) field.focus(); else location.href = link.href + '#search.query';
  });

  // Another tab changed it, or the reader came back to a page kept in memory.
  addEventListener('storage', function () { show(recall()); });
  addEventListener('pageshow', function (event) { if (event.persisted) show(recall()); });
})();
