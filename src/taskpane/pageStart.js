/*
 * Runs before Office.js: listens to what the policy of the page refuses, for the self-check. Copied as it is, so it is
 * written for every browser.
 */
/* global window, document */
(function () {
  var blocked = [];
  window.pageStart = { blocked: blocked };
  document.addEventListener('securitypolicyviolation', function (event) {
    blocked.push(event.blockedURI || event.violatedDirective);
  });
})();
