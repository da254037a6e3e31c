/* The search: loads the parts of the index that a query needs, ranks the pages and shows where the
   words stand. The index is made of scripts, so that it works from a disk too. Words are parted,
   folded and stemmed as the index was; what differs here is not found. */
(function () {
  'use strict';
  var form = document.querySelector('form.search');
  if (!form) return;
  var input = form.querySelector('input');
  var status = document.getElementById('search.status');
  var list = document.getElementById('search.results');
  var root = form.getAttribute('data-root');
  var shown = 10;

  // Words

  var special = {
    'ß': 'ss', 'ẞ': 'ss', 'æ': 'ae', 'ǣ': 'ae', 'ǽ': 'ae', 'œ': 'oe', 'þ': 'th', 'ĳ': 'ij',
    'ø': 'o', 'ł': 'l', 'ŀ': 'l', 'đ': 'd', 'ð': 'd', 'ẟ': 'd', 'ı': 'i', 'ħ': 'h', 'ŧ': 't',
    'ŋ': 'n', 'ŉ': 'n', 'ĸ': 'k', 'ſ': 's', 'ƒ': 'f', 'ƶ': 'z',
    'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ς': 'σ'
  };
  // Points of Arabic and Hebrew among them.
  var dropped = new RegExp("['\u2018\u2019\u02b9-\u02bf\u00ad\u0300-\u036f\u0591-\u05bd" +
    '\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]');
  var wordly = /[\p{L}\p{M}\p{N}]/u;

  function fold(letter) {
    var code = letter.codePointAt(0);
    var lower = letter.toLowerCase();
    if (code >= 0xfb00 && code <= 0xfb04 || letter === 'ς') return special[letter];
    if (code >= 0x386 && code <= 0x3ce && wordly.test(letter)) {
      return lower.normalize('NFD').replace(/\p{M}/gu, '');
    }
    if (!(code >= 0xc0 && code <= 0x24f || code >= 0x1e00 && code <= 0x1eff)) {
      return wordly.test(letter) ? lower : null;
    }
    var known = special[letter] || special[lower];
    if (known) return known;
    var bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (/^[a-z0-9]+$/.test(bare)) return bare;
    return wordly.test(letter) ? lower : null;
  }

  /** The words of a text, each with where it stands. */
  function words(text) {
    var found = [];
    var word = '';
    var start = 0;
    var end = 0;
    for (var place = 0; place < text.length;) {
      var letter = String.fromCodePoint(text.codePointAt(place));
      var after = place + letter.length;
      if (!dropped.test(letter)) {
        var folded = fold(letter);
        if (folded !== null) {
          if (!word) start = place;
          word += folded;
          end = after;
        } else if (word) {
          found.push({ word: word, start: start, end: end });
          word = '';
        }
      }
      place = after;
    }
    if (word) found.push({ word: word, start: start, end: end });
    return found;
  }

  // Stems: the rules of Snowball (snowballstem.org) for folded words. A 'y' or 'u' that sounds as a
  // consonant is a capital meanwhile.

  function cut(word, count) { return word.slice(0, word.length - count); }

  /** Where a region begins: behind the first consonant that follows a vowel. */
  function region(word, start) {
    var found = /[aeiouy][^aeiouy]/.exec(word.slice(start));
    return found ? start + found.index + 2 : word.length;
  }

  /** What stands before an ending that begins at a place or behind it; else the whole word. */
  function before(word, ending, start) {
    var found = ending.exec(word);
    return found && found.index >= start ? word.slice(0, found.index) : word;
  }

  /** A step: each ending with what takes its place. An ending that is found first is the longest. */
  function step(rules) {
    var others = {};
    rules.split(' ').forEach(function (rule) {
      var parts = rule.split('>');
      others[parts[0]] = parts[1] || '';
    });
    return { ending: new RegExp('(?:' + Object.keys(others).join('|') + ')$'), others: others };
  }

  var suffixes = [
    step('anci>ance enci>ence ogi>og li bli>ble abli>able alli>al fulli>ful lessli>less ousli>ous '
      + 'entli>ent aliti>al biliti>ble iviti>ive tional>tion ational>ate alism>al ation>ate '
      + 'ization>ize izer>ize ator>ate iveness>ive fulness>ful ousness>ous ogist>og'),
    step('icate>ic ative alize>al iciti>ic ical>ic tional>tion ational>ate ful ness'),
    step('ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement')
  ];
  var needed = { ogi: /l$/, li: /[cdeghkmnrt]$/, ion: /[st]$/ };
  var short = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
  var exceptions = {
    andes: 'andes', atlas: 'atlas', bias: 'bias', cosmos: 'cosmos', early: 'earli',
    gently: 'gentl', howe: 'howe', idly: 'idl', news: 'news', only: 'onli', singly: 'singl',
    skies: 'sky', skis: 'ski', sky: 'sky', ugly: 'ugli'
  };

  function cutVerb(word, first) {
    var found = /(?:eed|ed|ing)(?:ly)?$/.exec(word);
    if (!found) return word;
    var stem = word.slice(0, found.index);
    if (/^eed/.test(found[0])) {
      return stem.length < first || /^(?:succ|proc|exc)$/.test(stem) ? word : stem + 'ee';
    }
    if (found[0] === 'ing') {
      if (/^[^aeiouy]y$/.test(stem)) return stem[0] + 'ie';
      if (/^(?:even|cann|inn|earr|herr|out)$/.test(stem)) return word;
    }
    if (!/[aeiouy]/.test(stem)) return word;
    if (/(?:at|bl|iz)$/.test(stem)) return stem + 'e';
    if (/([bdfgmnprt])\1$/.test(stem)) return /^[aeo]..$/.test(stem) ? stem : cut(stem, 1);
    return stem.length === first && short.test(stem) ? stem + 'e' : stem;
  }

  var stemmers = {
    /** Porter's second stemmer. */
    en: function (word) {
      if (Object.hasOwn(exceptions, word)) return exceptions[word];
      word = word.replace(/(^|[aeiouy])y/g, '$1Y');
      var known = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word);
      var first = known ? known[0].length : region(word, 0);
      var second = region(word, first);
      if (/sses$/.test(word)) word = cut(word, 2);
      else if (/ie[ds]$/.test(word)) word = cut(word, word.length > 4 ? 2 : 1);
      else if (/[aeiouy].*[^su]s$/.test(word)) word = cut(word, 1);
      word = cutVerb(word, first).replace(/(.[^aeiouy])[yY]$/, '$1i');
      suffixes.forEach(function (rules, place) {
        var found = rules.ending.exec(word);
        if (!found) return;
        var stem = word.slice(0, found.index);
        if (stem.length < (place === 2 || found[0] === 'ative' ? second : first)) return;
        if (needed[found[0]] && !needed[found[0]].test(stem)) return;
        word = stem + rules.others[found[0]];
      });
      var rest = cut(word, 1);
      if (/e$/.test(word)) {
        if (rest.length >= second || rest.length >= first && !short.test(rest)) word = rest;
      } else if (/ll$/.test(word) && rest.length >= second) word = rest;
      return word.toLowerCase();
    },
    /** Snowball's German, in which 'ae' is a way to write 'ä'. */
    de: function (word) {
      word = word.replace(/([aeiouy])([uy])(?=[aeiouy])/g, function (both, vowel, letter) {
        return vowel + letter.toUpperCase();
      }).replace(/qu|([aou])e/g, function (both, vowel) { return vowel || both; });
      if (word.length < 3) return word.toLowerCase();
      var first = region(word, 0);
      var second = region(word, first);
      first = Math.max(first, 3);
      var found = /(?:e|em|en|es|er|ern|erin|erinnen|s|ln|lns)$/.exec(word);
      if (found && found.index >= first) {
        var stem = word.slice(0, found.index);
        if (/^e[ns]?$/.test(found[0])) word = stem.replace(/niss$/, 'nis');
        else if (found[0][0] === 'l') word = stem + 'l';
        else if (found[0] === 'em' ? !/syst$/.test(stem)
          : found[0] !== 's' || /[bdfghklmnrt]$/.test(stem)) word = stem;
      }
      found = /(?:en|er|et|est|st)$/.exec(word);
      var rest = found ? word.slice(0, found.index) : '';
      if (found && rest.length >= first && (found[0] === 'st' ? /...[bdfghklmnt]$/.test(rest)
        : found[0] !== 'et'
          || /[Udfgklmnrstz]$/.test(rest) && !/(?:tick|plan|geordn|intern|tr)$/.test(rest))) {
        word = rest;
      }
      found = /(?:end|ung|ig|ik|isch|lich|heit|keit)$/.exec(word);
      if (found && found.index >= second && !/e(?:ig|ik|isch)$/.test(word)) {
        word = word.slice(0, found.index);
        if (/^(?:end|ung)$/.test(found[0]) && !/eig$/.test(word)) word = before(word, /ig$/, second);
        if (/^(?:lich|heit)$/.test(found[0])) word = before(word, /e[rn]$/, first);
        if (found[0] === 'keit') word = before(word, /(?:lich|ig)$/, second);
      }
      return word.toLowerCase();
    }
  };

  var stemmed = new Map();

  /** A word as the index may have it, in each language of the site. */
  function stems(word, languages) {
    if (word.length < 3 || !/^[a-z]+$/.test(word)) return [word];
    var known = stemmed.get(word);
    if (!known) {
      known = languages.map(function (language) { return stemmers[language](word); });
      // Pages in other languages have the word as it is.
      known = known.concat(word).filter(function (stem, place, list) {
        return list.indexOf(stem) === place;
      });
      stemmed.set(word, known);
    }
    return known;
  }

  // The index

  var files = {};

  window.dossierSearch = function (kind, number, data) {
    var file = files[kind + number];
    if (file) file.resolve(data);
  };
  // A test compares them with those that made the index.
  window.dossierSearch.words = words;
  window.dossierSearch.stems = stems;
  window.dossierSearch.stemmers = stemmers;

  function load(kind, number) {
    var key = kind + number;
    if (!files[key]) {
      var file = files[key] = {};
      file.promise = new Promise(function (resolve, reject) {
        file.resolve = resolve;
        var script = document.createElement('script');
        script.src = root + 'search/' + (kind === 'index' ? kind : kind + '-' + number) + '.js';
        script.onerror = function () {
          delete files[key];
          reject(new Error(script.src));
        };
        document.head.appendChild(script);
      });
    }
    return files[key].promise;
  }

  /** The last place in a list whose value is not beyond the one sought. */
  function place(sorted, value) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  var digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  /** The numbers of an entry: of each digit's six bits one says that the next higher ones follow. */
  function numbers(entry) {
    var found = [];
    var number = 0;
    var shift = 0;
    for (var i = 0; i < entry.length; i += 1) {
      var digit = digits.indexOf(entry[i]);
      number += (digit & 31) << shift;
      shift += 5;
      if (digit < 32) { found.push(number); number = shift = 0; }
    }
    return found;
  }

  /** What the index has of a word: its pages and what it counts in each. */
  function look(word, isOpen, index) {
    var wanted = stems(word, index.languages);
    var places = wanted.map(function (stem) { return place(index.terms, stem); });
    // The words that begin with an unfinished one follow it.
    var last = isOpen ? place(index.terms, word + '\uffff') : -1;
    for (var next = place(index.terms, word); next <= last; next += 1) places.push(next);
    places = places.filter(function (number, at, list) { return list.indexOf(number) === at; });
    // A beginning that very many words share is not looked up to its end.
    var isCut = places.length > 6;
    return Promise.all(places.slice(0, 6).map(function (number) {
      return load('terms', number);
    })).then(function (parts) {
      var pages = new Map();
      var isWhole = !isCut;
      var count = 0;
      parts.forEach(function (part) {
        Object.keys(part).forEach(function (stem) {
          var isExact = wanted.indexOf(stem) >= 0;
          if (!isExact && !(isOpen && word.length > 1 && stem.startsWith(word))) return;
          var entry = numbers(part[stem]);
          var left = entry[0];
          count = Math.max(count, left);
          var rarity = Math.log(1 + index.count / left) * (isExact ? 1 : 0.6);
          for (var i = 1; i < entry.length;) {
            var weight = entry[i] * rarity;
            var end = i + 2 + entry[i + 1];
            left -= entry[i + 1];
            for (var page = 0, at = i + 2; at < end; at += 1) {
              page += entry[at];
              if (weight > (pages.get(page) || 0)) pages.set(page, weight);
            }
            i = end;
          }
          if (left) isWhole = false;
        });
      });
      return { pages: pages, isWhole: isWhole, count: Math.max(count, pages.size) };
    });
  }

  /** The pages that have all the words, or else some of them, the best first. */
  function rank(found) {
    var scores = new Map();
    found.forEach(function (word) {
      word.pages.forEach(function (weight, page) {
        var score = scores.get(page) || { weight: 0, words: 0 };
        score.weight += weight;
        score.words += 1;
        scores.set(page, score);
      });
    });
    // A word that nearly every page has may be in a page though the index does not say so.
    var needed = found.filter(function (word) { return word.isWhole; });
    var all = Array.from(scores.keys()).filter(function (page) {
      return needed.every(function (word) { return word.pages.has(page); });
    });
    var pages = all.length ? all : Array.from(scores.keys());
    return pages.sort(function (a, b) {
      var one = scores.get(a);
      var other = scores.get(b);
      return other.words - one.words || other.weight - one.weight || a - b;
    });
  }

  // What is shown

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /** Writes a text with the words that were sought marked. */
  function mark(parent, text, hits, from, to) {
    var last = from;
    hits.forEach(function (hit) {
      if (hit.start < from || hit.end > to) return;
      parent.append(text.slice(last, hit.start));
      parent.append(element('mark', text.slice(hit.start, hit.end)));
      last = hit.end;
    });
    parent.append(text.slice(last, to));
  }

  function hits(text, query, index) {
    return words(text).filter(function (found) {
      var own = stems(found.word, index.languages);
      return query.some(function (asked) {
        return asked.stems.some(function (stem) { return own.indexOf(stem) >= 0; })
          || asked.isOpen && asked.word.length > 1 && found.word.startsWith(asked.word);
      });
    });
  }

  /** About the widest stretch of a text with the most hits in it, from one word to another. */
  function excerpt(text, found) {
    var length = 220;
    var best = 0;
    var most = -1;
    found.forEach(function (hit, i) {
      var count = 0;
      for (var j = i; j < found.length && found[j].end < hit.start + length - 40; j += 1) count += 1;
      if (count > most) { most = count; best = hit.start; }
    });
    var from = Math.max(0, best - 40);
    if (from > 0) from = text.indexOf(' ', from) + 1;
    var to = Math.min(text.length, from + length);
    if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), from);
    return { from: from, to: to };
  }

  function result(page, query, index) {
    var item = element('li', '', 'entry');
    var title = element('h2', '', 'entry-title');
    var link = element('a');
    link.href = root + page[1];
    mark(link, page[0], hits(page[0], query, index), 0, page[0].length);
    title.append(link);
    item.append(title);
    if (page[2]) {
      var side = element('div', '', 'entry-side');
      side.append(element('p', page[2]));
      item.append(side);
    }
    var found = hits(page[3], query, index);
    var part = excerpt(page[3], found);
    if (part.to > part.from) {
      var words = element('p', '', 'entry-summary');
      if (part.from > 0) words.append('… ');
      mark(words, page[3], found, part.from, part.to);
      if (part.to < page[3].length) words.append(' …');
      item.append(words);
    }
    return item;
  }

  /** Says a word of the page's; what is found in the form in which its language counts. */
  function say(name, count) {
    var number = String(count);
    var words = form.getAttribute('data-' + name);
    try {
      var language = document.documentElement.lang;
      number = count.toLocaleString(language);
      words = words || form.getAttribute('data-' + new Intl.PluralRules(language).select(count));
    } catch (error) { /* The language is none that the browser knows. */ }
    status.textContent = (words || form.getAttribute('data-other')).replace('{count}', number);
  }

  var asked = 0;

  function search(limit) {
    var text = input.value;
    var own = asked += 1;
    var isOpen = /\S$/.test(text);
    var sought = words(text);
    if (!sought.length) {
      list.replaceChildren();
      say('empty', 0);
      return;
    }
    load('index', 0).then(function (index) {
      var query = sought.slice(0, 12).map(function (found, i) {
        return {
          word: found.word, stems: stems(found.word, index.languages),
          isOpen: isOpen && i === sought.length - 1
        };
      });
      if (!index.count) { say('none', 0); return null; }
      return Promise.all(query.map(function (word) {
        return look(word.word, word.isOpen, index);
      })).then(function (found) {
        var pages = rank(found);
        var top = pages.slice(0, limit);
        return Promise.all(top.map(function (page) {
          var number = place(index.texts, page);
          return load('texts', number).then(function (part) {
            return part[page - index.texts[number]];
          });
        })).then(function (texts) {
          // A later query was faster.
          if (own !== asked) return;
          list.replaceChildren.apply(list, texts.map(function (page) {
            return result(page, query, index);
          }));
          // What nearly every page has leads to the best of them, and is in more.
          var count = found.length === 1 ? found[0].count : pages.length;
          say(count ? 'found' : 'none', count);
          if (pages.length > limit) {
            var more = element('button', form.getAttribute('data-more'));
            more.type = 'button';
            more.addEventListener('click', function () { search(limit + shown); });
            var item = element('li', '', 'more');
            item.append(more);
            list.append(item);
          }
        });
      });
    }).catch(function () { if (own === asked) say('failed', 0); });
  }

  // A key after a rest is answered at once; of keys in a row the last.
  var wait = 0;
  var pressed = 0;
  input.addEventListener('input', function (event) {
    clearTimeout(wait);
    var rested = event.timeStamp - pressed > 100;
    pressed = event.timeStamp;
    wait = setTimeout(function () { search(shown); }, rested ? 0 : 40);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    try {
      history.replaceState(null, '', '?q=' + encodeURIComponent(input.value));
    } catch (refused) { /* From a disk an address may not change. */ }
    search(shown);
  });
  form.hidden = false;
  var first = new URLSearchParams(location.search).get('q');
  if (first) input.value = first;
  search(shown);
  // Who comes by the key wants to write at once; who comes by a link may want to go elsewhere.
  if (location.hash === '#search.query') input.focus();
})();
