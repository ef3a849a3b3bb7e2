// Shows a served page anew when the site has changed, where the reader stood. Built pages don't have it.
(script => {
  const key = "gapmark " + location.pathname;

  // The last block that begins above the middle of the window stays where it is, whatever has come or gone above it.
  const blocks = () => [...document.querySelectorAll("main [id]")].filter(block => block.getClientRects().length);
  const keep = () => {
    const block = blocks().findLast(block => block.getBoundingClientRect().top < innerHeight / 2);
    const at = block ? block.getBoundingClientRect().top : 0;
    sessionStorage.setItem(key, JSON.stringify({id: block ? block.id : "", at, x: scrollX, y: scrollY}));
  };
  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    sessionStorage.removeItem(key);
    history.scrollRestoration = "auto";
    if (!kept) return;
    const block = document.getElementById(kept.id);
    scrollTo({left: kept.x, top: block ? scrollY + block.getBoundingClientRect().top - kept.at : kept.y, behavior: "instant"});
  };

  let news;
  const listen = () => {
    news = new EventSource("/.gapmark/changes?after=" + script.dataset.version);
    news.onmessage = () => {
      news.close();
      keep();
      history.scrollRestoration = "manual";
      location.reload();
    };
  };
  // A browser has few connections to one server: a page that nobody sees needs none.
  const attend = () => {
    if (news) news.close();
    if (!document.hidden) listen();
  };
  addEventListener("load", restore);
  addEventListener("pagehide", () => news && news.close());
  addEventListener("pageshow", attend);
  document.addEventListener("visibilitychange", attend);
})(document.currentScript);
