// Nothing here is needed to read the report.
(function () {
  "use strict";
  document.querySelectorAll("button.copy").forEach(function (button) {
    var say = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      var range = document.createRange(), chosen = window.getSelection();
      var tables = button.closest(".table").querySelectorAll("table");
      range.setStartBefore(tables[0]);
      range.setEndAfter(tables[tables.length - 1]);
      chosen.removeAllRanges();
      chosen.addRange(range);
      // The old way to copy: the new one is barred where a page is opened as a file.
      var done = document.execCommand("copy");
      chosen.removeAllRanges();
      if (!done) return;
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = say; }, 2000);
    });
  });
  // A hint stays within the window, and goes away at Escape.
  document.querySelectorAll(".number").forEach(function (number) {
    function show() {
      var hint = number.querySelector(".hint");
      number.classList.remove("off");
      hint.classList.remove("left");
      if (hint.getBoundingClientRect().right > document.documentElement.clientWidth) hint.classList.add("left");
    }
    number.addEventListener("mouseenter", show);
    number.addEventListener("focusin", show);
  });
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape") document.querySelectorAll(".number").forEach(function (n) { n.classList.add("off"); });
  });
  var contents = document.querySelector(".contents details"), narrow = window.matchMedia("(max-width: 60rem)");
  if (!contents) return;
  function fit() { contents.open = !narrow.matches; }
  fit();
  narrow.addEventListener("change", fit);
  contents.addEventListener("click", function (e) {
    if (narrow.matches && e.target.closest("a")) contents.open = false;
  });
})();
