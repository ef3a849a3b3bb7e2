// A button after each form of citation that copies it. Without this script a click on the form selects it whole.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button"), said = document.createElement("span");
    button.type = "button";
    button.textContent = form.dataset.copy;
    button.setAttribute("aria-label", `${form.dataset.copy}: ${form.previousElementSibling.textContent}`);
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      getSelection().selectAllChildren(form.firstElementChild);
      said.textContent = document.execCommand("copy") ? form.dataset.copied : ""; // keeps italics, and works from a disk
    });
    form.append(" ", button, " ", said);
  }
})();
