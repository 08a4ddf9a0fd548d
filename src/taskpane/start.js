/*
 * Runs before everything else, and in every browser that Office has ever embedded: ECMAScript 5, shipped as it is. It shows a
 * notice of startPage.ts where the pane cannot start, and leaves the page alone as soon as the pane has been drawn.
 */
(function () {
  'use strict';

  /** Milliseconds until the page says what is missing. The pane still starts when it comes later. */
  var PATIENCE = 10000;
  /** The pane's own script, as the build names it. */
  var OWN_SCRIPT = /\/taskpane\.\w+\.js/;
  var OFFICE_SCRIPT = /\/office\.js/;
  var NOTICES = ['start-opening', 'start-office', 'start-own-files', 'start-silent', 'start-old-browser'];

  var old = false;

  function started() {
    return !document.getElementById('start');
  }

  function show(id) {
    if (started()) return;
    for (var index = 0; index < NOTICES.length; index += 1) {
      document.getElementById(NOTICES[index]).hidden = NOTICES[index] !== id;
    }
  }

  function showOld() {
    old = true;
    show('start-old-browser');
  }

  /** Whether the browser has what came with the newest syntax of the pane's script, which old ones cannot even parse. */
  function isOld() {
    return typeof Object.hasOwn !== 'function' || typeof Array.prototype.at !== 'function';
  }

  /** The script of the pane has run: it marks its container. */
  function isLoaded() {
    return document.getElementById('pane').getAttribute('data-loaded') !== null;
  }

  /** Scripts that do not come, and faults of the pane's script before it has run to its end. */
  function onError(event) {
    if (old) return;
    var source = event.target && event.target.src;
    if (source) {
      if (OWN_SCRIPT.test(source)) show('start-own-files');
      else if (OFFICE_SCRIPT.test(source)) show('start-office');
      return;
    }
    // It is tested in browsers that are new enough: one that cannot run it is older than it looks.
    if (OWN_SCRIPT.test(String(event.filename)) && !isLoaded()) showOld();
  }

  function onPatienceOver() {
    if (old) return;
    // Office.js waits for pageStart.js, and the pane's script for Office.js. Where all have come, a file that Office.js loads
    // itself is missing: it defines Excel. Where that has come too, Excel has not answered.
    var ownMissing = typeof window.pageStart === 'undefined' || (typeof window.Office !== 'undefined' && !isLoaded());
    var silent = isLoaded() && typeof window.Excel !== 'undefined';
    show(ownMissing ? 'start-own-files' : silent ? 'start-silent' : 'start-office');
  }

  function reload() {
    window.location.reload();
  }

  var index;
  var buttons = document.querySelectorAll('.start-again');
  for (index = 0; index < buttons.length; index += 1) buttons[index].onclick = reload;
  var hosts = document.querySelectorAll('.start-host');
  for (index = 0; index < hosts.length; index += 1) hosts[index].textContent = window.location.host;

  document.getElementById('start-late').hidden = true;
  if (isOld()) showOld();
  // In the capturing phase: a script that does not come raises an event that does not bubble.
  window.addEventListener('error', onError, true);
  window.setTimeout(onPatienceOver, PATIENCE);
})();
