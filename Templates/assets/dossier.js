/* The theme switch: system, light or dark, remembered. It runs before the first paint, so that
   a page never flashes in the other theme; without it pages follow the reader's system. */
(function () {
  'use strict';
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
