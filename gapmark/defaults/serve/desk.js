// Leads from selected words to a form about them. Built pages don't have it.
(() => {
  const bar = document.getElementById("gapmark-desk");
  const acts = bar.querySelector("span");
  const page = location.pathname.split("/").pop() || "index.html";
  const address = /^[ws]\d+[a-z]*$/;

  // The sentence or block that a place of the page is in has the address of its first word.
  const place = node => {
    let at = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    while (at && !address.test(at.id)) at = at.parentElement;
    if (!at) return null;
    const opening = at.querySelector(":scope > [id^=s]");
    return at.id.startsWith("w") && opening && opening.contains(node) ? opening : at;
  };
  const words = range => {
    const part = range.cloneContents();
    part.querySelectorAll("a.address, a.gap, sup, .note").forEach(mark => mark.remove());
    return part.textContent.replace(/\s+/g, " ").trim();
  };

  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount) {
      acts.hidden = !acts.contains(document.activeElement);
      return;
    }
    const range = chosen.getRangeAt(0);
    const [first, last] = [place(range.startContainer), place(range.endContainer)];
    if (!first || !first.closest("main")) {
      acts.hidden = true;
      return;
    }
    const block = first.closest("[id^=w]");
    const more = {entry: "new", from: first.id, to: (last || first).id, words: words(range).slice(0, 2000), back: page + "#" + (block || first).id};
    for (const link of acts.querySelectorAll("a")) {
      const path = link.dataset.kind === "text" ? "text/form" : link.dataset.kind + "/form";
      link.href = "/.gapmark/desk/" + path + "?" + new URLSearchParams(more);
    }
    acts.hidden = false;
  });
})();
