// Runs before the first paint, in any browser, so it is written for old ones:
// the language, the theme, and whether the app can run here at all. If so, its
// code is compiled while the page is still being read, unless the Log is asked
// for: first.js shows that one without it, and tapping comes first.
(function () {
  var root = document.documentElement;

  var prefs = null;
  try {
    prefs = JSON.parse(localStorage.getItem('callpace/prefs'));
  } catch (blocked) {
    // No storage, or not ours to read: the browser's own choices serve.
  }
  prefs = prefs || {};

  var wanted = [prefs.lang].concat([].slice.call(navigator.languages || [navigator.language]));
  for (var i = 0; i < wanted.length; i++) {
    var known = /^(ru|en)\b/i.exec(wanted[i] || '');
    if (known) {
      root.lang = known[1].toLowerCase();
      break;
    }
  }

  if (prefs.theme === 'dark' || prefs.theme === 'light') {
    root.setAttribute('data-theme', prefs.theme);
  }

  var fits =
    'noModule' in document.createElement('script') &&
    typeof WebAssembly === 'object' &&
    typeof CSS === 'object' &&
    CSS.supports('color', 'light-dark(#000, #fff)');
  if (!fits) {
    root.setAttribute('data-boot', 'old');
    return;
  }

  var log = /^(#\/?(log)?)?$/.test(location.hash);
  if (log) root.setAttribute('data-asked', 'log');

  var tag = document.currentScript;
  var wasm = tag.getAttribute('data-wasm');
  if (!wasm || !WebAssembly.compileStreaming) return;
  var compiled = null;
  window.callpaceCode = function () {
    if (!compiled) {
      compiled = WebAssembly.compileStreaming(fetch(wasm, { integrity: tag.getAttribute('data-integrity') }));
      // What is wrong is told by boot.js.
      compiled.catch(function () {});
    }
    return compiled;
  };
  if (!log) window.callpaceCode();
})();
