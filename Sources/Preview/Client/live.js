// Lets a page of the preview follow the site: `dossier serve` puts this into pages on their way, and
// it is never part of a site that is written.
(() => {
  'use strict';
  // A frame that is cut off from its site can neither ask nor remember.
  if (window.origin === 'null') return;
  const script = document.currentScript;
  const session = script.dataset.session;
  const own = new URL(script.src);
  let version = Number(script.dataset.version);
  let source = null;
  let shownFaults = '[]';

  performance.setResourceTimingBufferSize(5000);

  // A page that was loaded anew by itself goes on where its reader was.
  const place = 'dossier-preview-place';
  const kept = JSON.parse(sessionStorage.getItem(place) || 'null');
  sessionStorage.removeItem(place);
  if (kept && kept.address === location.href) {
    const goThere = () => scrollTo({left: kept.left, top: kept.top, behavior: 'instant'});
    document.addEventListener('DOMContentLoaded', goThere);
    addEventListener('load', goThere);
  }

  function reload() {
    source?.close();
    sessionStorage.setItem(
      place, JSON.stringify({address: location.href, left: scrollX, top: scrollY}));
    location.reload();
  }

  // The site's path of an address, or nothing where it is of another host.
  function pathOf(address) {
    try {
      const url = new URL(address, document.baseURI);
      return url.origin === own.origin ? decodeURIComponent(url.pathname) : null;
    } catch {
      return null;
    }
  }

  // Style sheets that stay only until another is there in their place.
  const leaving = new WeakSet();
  const sheets = () => [...document.querySelectorAll('link[rel~=stylesheet][href]')]
    .filter((link) => !leaving.has(link));

  // All that the page shows: itself, what its markup names and what that has fetched in turn.
  function shown() {
    const addresses = [script.dataset.page, location.pathname];
    if (location.pathname.endsWith('/')) addresses.push(location.pathname + 'index.html');
    for (const entry of performance.getEntriesByType('resource')) addresses.push(entry.name);
    for (const node of document.querySelectorAll('[src], [poster], [srcset], object[data]')) {
      addresses.push(node.currentSrc, node.src, node.poster, node.data);
      const candidates = node.getAttribute('srcset') || '';
      for (const candidate of candidates.split(',')) addresses.push(candidate.trim().split(/\s/)[0]);
    }
    for (const link of document.querySelectorAll('link[rel~=icon][href]')) addresses.push(link.href);
    for (const link of sheets()) addresses.push(link.href);
    return new Set(addresses.filter((address) => typeof address === 'string' && address).map(pathOf));
  }

  // Puts a new version of a style sheet beside the old, which goes when the new one is there.
  function swap(link) {
    const fresh = link.cloneNode();
    leaving.add(link);
    const url = new URL(link.href);
    url.searchParams.set('preview', version);
    fresh.href = url.href;
    const settle = () => link.remove();
    fresh.addEventListener('load', settle);
    fresh.addEventListener('error', settle);
    link.after(fresh);
  }

  function follow(news) {
    if (news.changed === null) return reload();
    const isNew = news.version > version;
    version = news.version;
    if (isNew) {
      const parts = shown();
      const changed = news.changed.filter((path) => parts.has(path));
      const links = sheets();
      const swaps = links.filter((link) => changed.includes(pathOf(link.href)));
      const swapped = new Set(swaps.map((link) => pathOf(link.href)));
      if (changed.some((path) => !swapped.has(path))) return reload();
      swaps.forEach(swap);
    }
    // A page in a frame leaves this to the page around it.
    if (window === window.top) showFaults(news);
  }

  // Open pages share a few connections to a host, so a page that nobody sees gives its own back.
  function listen() {
    if (source || document.hidden) return;
    const query = new URLSearchParams({since: version, session});
    source = new EventSource(new URL('events?' + query, own));
    source.onmessage = (event) => follow(JSON.parse(event.data));
    source.onerror = () => {
      // Where the browser has given up, or would ask for what is known by now, it is asked anew.
      stop();
      setTimeout(listen, 500);
    };
  }
  function stop() {
    source?.close();
    source = null;
  }
  document.addEventListener('visibilitychange', () => document.hidden ? stop() : listen());
  addEventListener('pagehide', stop);
  addEventListener('pageshow', listen);
  listen();

  // Faults

  const LOOKS = `
    :host { all: initial; }
    * { box-sizing: border-box; margin: 0; }
    section, .again {
      --paper: light-dark(#ffffff, #12171a);
      --panel: light-dark(#f3f6f8, #1a2126);
      --ink: light-dark(#192127, #dde3e6);
      --soft: light-dark(#55626b, #9caab2);
      --rule: light-dark(#d3dbe0, #35414a);
      --accent: light-dark(#0d4770, #8fc3e8);
      --fault: light-dark(#a3261b, #ff9d8f);
      --fault-soft: light-dark(#fbe4e1, #4a1f1a);
      position: fixed;
      z-index: 2147483647;
      background: var(--paper);
      color: var(--ink);
      font: 1rem / 1.5rem -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    section {
      inset: auto 0 0;
      max-height: 70vh;
      overflow: auto;
      border-top: 4px solid var(--fault);
      box-shadow: 0 0 2rem rgb(0 0 0 / .35);
    }
    header, li, .more { max-width: 60rem; margin-inline: auto; padding: .75rem 1.25rem; }
    header { display: flex; gap: 1rem; align-items: start; }
    header div { flex: 1; }
    h2 { color: var(--fault); font-size: 1.125rem; }
    header p, .code, .more, .note { color: var(--soft); font-size: .875rem; }
    ol { padding: 0; list-style: none; }
    li { border-top: 1px solid var(--rule); }
    .place, pre, .code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace; }
    .place { font-size: .875rem; font-weight: 700; }
    .message { font-weight: 700; }
    pre {
      margin-block: .5rem;
      padding: .5rem .75rem;
      overflow: auto;
      background: var(--panel);
      font-size: .875rem;
      white-space: pre-wrap;
    }
    .line { color: var(--soft); }
    mark { background: var(--fault-soft); color: var(--fault); text-decoration: underline wavy; }
    button {
      padding: .25rem .75rem;
      border: 1px solid var(--rule);
      border-radius: 2px;
      background: var(--panel);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    .again { inset: auto 1rem 1rem auto; border: 2px solid var(--fault); color: var(--fault); font-weight: 700; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    [hidden] { display: none; }
    @media print { section, .again { display: none; } }
  `;

  let panel = null;

  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function entry(fault) {
    const item = element('li');
    if (fault.place) item.append(element('p', 'place', fault.place));
    const message = element('p', '', '');
    message.append(element('span', 'message', fault.message), ' ');
    if (fault.code) message.append(element('span', 'code', `[${fault.code}]`));
    item.append(message);
    if (fault.line) {
      const excerpt = element('pre');
      excerpt.tabIndex = 0;
      excerpt.append(
        element('span', 'line', `${fault.line} | `), fault.before,
        element('mark', '', fault.marked || '\u00a0'), fault.after);
      item.append(excerpt);
    }
    for (const note of fault.notes) item.append(element('p', 'note', note));
    if (fault.help) item.append(element('p', '', `Help: ${fault.help}`));
    return item;
  }

  function makePanel() {
    const host = element('dossier-preview');
    const root = host.attachShadow({mode: 'open'});
    const looks = new CSSStyleSheet();
    looks.replaceSync(LOOKS);
    root.adoptedStyleSheets = [looks];
    const section = element('section');
    section.setAttribute('role', 'dialog');
    section.setAttribute('aria-labelledby', 'title');
    section.setAttribute('lang', 'en');
    section.setAttribute('dir', 'ltr');
    const header = element('header');
    const text = element('div');
    const title = element('h2');
    title.id = 'title';
    title.setAttribute('role', 'alert');
    const hint = element(
      'p', '', 'The page beneath is the last good one. This goes when the faults are mended.');
    text.append(title, hint);
    const close = element('button', '', 'Hide');
    close.type = 'button';
    header.append(text, close);
    const list = element('ol');
    const more = element('p', 'more');
    section.append(header, list, more);
    const again = element('button', 'again', 'Show the faults');
    again.type = 'button';
    again.lang = 'en';
    const setHidden = (isHidden) => {
      section.hidden = isHidden;
      again.hidden = !isHidden;
    };
    close.addEventListener('click', () => {
      setHidden(true);
      again.focus();
    });
    again.addEventListener('click', () => {
      setHidden(false);
      close.focus();
    });
    const onKey = (event) => {
      if (event.key === 'Escape' && !section.hidden) setHidden(true);
    };
    document.addEventListener('keydown', onKey);
    setHidden(false);
    root.append(section, again);
    document.documentElement.append(host);
    return {host, title, hint, list, more, onKey, setHidden};
  }

  function showFaults(news) {
    const faults = JSON.stringify([news.count, news.faults]);
    if (faults === shownFaults) return;
    shownFaults = faults;
    if (news.count === 0) {
      if (panel) document.removeEventListener('keydown', panel.onKey);
      panel?.host.remove();
      panel = null;
      return;
    }
    panel ??= makePanel();
    // The reader's choice of light or dark holds here, too.
    panel.host.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
    panel.setHidden(false);
    panel.title.textContent =
      news.count === 1 ? 'One fault keeps the site from being built'
        : `${news.count} faults keep the site from being built`;
    panel.hint.hidden = version === 0;
    panel.list.replaceChildren(...news.faults.map(entry));
    const rest = news.count - news.faults.length;
    panel.more.hidden = rest === 0;
    panel.more.textContent = `and ${rest} more, which the terminal shows`;
  }
})();
